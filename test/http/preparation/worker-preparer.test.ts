import t from 'tap'
import { inlinePreparer } from '../../../src/http/preparation/inline-preparer.ts'
import { WorkerPreparer } from '../../../src/http/preparation/worker-preparer.ts'
import { defaultSettings } from '../../../src/store/collections.ts'
import { buildTestApp } from '../../helpers/build-app.ts'

const lines = [
  '{"id":"a","text":"nine ships at dawn","title":"Ships","metadata":{"b":[1,{"c":null}]}}',
  '{"id":"b","text":"caf\u00e9 \u{1f6a2} a\\u0000b"}',
  '{"id":"c","text":""}',
  '{"id":"d","signature":{"scheme":"doppel","slots":[1]}}',
  `{"id":"e","signature":{"scheme":"doppel","slots":[${Array.from({ length: 128 }, (_, slot) => slot)}]}}`,
  '{"id":"f","text":"x","colour":"red"}',
  '{"id":"g","text":',
  '{"id":"h","text":"x","__proto__":{}}',
  '"a text"'
].map(line => Buffer.from(line))

t.test('threads prepare lines as this one does, several batches at a time', async t => {
  const preparer = new WorkerPreparer(2)
  t.teardown(() => preparer.close())
  const settings = { ...defaultSettings, shingle: { unit: 'word', size: 2 } } as const
  for (const used of [defaultSettings, settings]) {
    const expected = await inlinePreparer.prepare(lines, used)
    const batches = await Promise.all(Array.from({ length: 5 }, () => preparer.prepare(lines, used)))
    for (const batch of batches) {
      t.match(batch.lines, expected.lines)
      batch.release()
    }
  }
  t.equal(lines[0]?.length, 86, 'the lines are left as they are')
})

t.test('a thread that dies fails what it was given, and another takes its place', async t => {
  const preparer = new WorkerPreparer(1, new URL('./dying-worker.ts', import.meta.url))
  t.teardown(() => preparer.close())
  const failed = { code: 'STORE_UNAVAILABLE', cause: { message: 'told to die' } }
  const both = [preparer.prepare([Buffer.from('die')], defaultSettings), preparer.prepare(lines, defaultSettings)]
  for (const prepared of both) await t.rejects(prepared, failed)
  t.match(await preparer.prepare(lines, defaultSettings), { lines: [] })
})

t.test('what is being prepared when the service closes fails', async t => {
  const preparer = new WorkerPreparer(1)
  const prepared = preparer.prepare(lines, defaultSettings)
  const refused = t.rejects(prepared, { code: 'STORE_CLOSING' })
  await preparer.close()
  await refused
})

t.test('a line that is longer than the shared memory has memory of its own', async t => {
  const preparer = new WorkerPreparer(1)
  t.teardown(() => preparer.close())
  const long = Buffer.from(JSON.stringify({ id: 'long', text: 'nine ships at dawn '.repeat(300_000) }))
  const distinct = Array.from({ length: 150_000 }, (_, i) => i.toString(36)).join(' ')
  const grown = Buffer.from(JSON.stringify({ id: 'grown', text: distinct }))
  t.ok(grown.length < 1024 * 1024, 'the line alone has room, its set of shingles has not')
  for (const lines of [[long], [grown], [long, grown]]) {
    const { lines: prepared, release } = await preparer.prepare(lines, defaultSettings)
    t.match(prepared, (await inlinePreparer.prepare(lines, defaultSettings)).lines)
    release()
  }
})

t.test('an import through threads answers line by line', async t => {
  const preparer = new WorkerPreparer(1)
  t.teardown(() => preparer.close())
  const { app } = await buildTestApp(t, { preparer })
  const payload = Buffer.concat(lines.flatMap(line => [line, Buffer.from('\n')]))
  const headers = { 'content-type': 'application/x-ndjson' }
  const { body } = await app.inject({ method: 'POST', url: '/v1/collections/default/import', headers, payload })
  const results = body.trimEnd().split('\n')
  t.match(
    results.map(line => JSON.parse(line)),
    [
      { id: 'a', status: 'created' },
      { id: 'b', status: 'created' },
      { id: 'c', status: 'created' },
      { line: 4, id: 'd', error: { code: 'SIGNATURE_MISMATCH' } },
      { id: 'e', status: 'created' },
      { line: 6, id: 'f', error: { code: 'INVALID_DOCUMENT', errors: [{ path: '/colour' }] } },
      { line: 7, error: { code: 'MALFORMED_BODY' } },
      { line: 8, id: 'h', error: { code: 'INVALID_REQUEST' } },
      { line: 9, error: { code: 'INVALID_DOCUMENT' } },
      { summary: { lines: 9, created: 4, failed: 5 } }
    ]
  )
  t.match(JSON.parse((await app.inject('/v1/collections/default/documents/b')).body), { text: 'café 🚢 a\ufffdb' })
})
