import t, { type Test } from 'tap'
import { inlinePreparer } from '../../../src/http/preparation/inline-preparer.ts'
import { type PreparationOptions, WorkerPreparer } from '../../../src/http/preparation/worker-preparer.ts'
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

function openPreparer(t: Test, options: Partial<PreparationOptions> = {}): WorkerPreparer {
  const preparer = new WorkerPreparer({ threads: 1, timeoutMs: 60_000, ...options })
  t.teardown(() => preparer.close())
  return preparer
}

/** Answers that the text of a line is its id, and does what some lines say: \`die\`, \`hang\`. */
const obedient = new URL('./obedient-worker.ts', import.meta.url)

t.test('threads prepare lines as this one does, several batches at a time', async t => {
  const preparer = openPreparer(t, { threads: 2 })
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

t.test('a line that a thread dies of fails alone, and so does one that takes too long', async t => {
  const preparer = openPreparer(t, { entry: obedient, timeoutMs: 200 })
  const batches = [['a', 'die', 'b', 'hang', 'c'], ['d', 'e'], ['hang'], ['f']].map(lines =>
    lines.map(line => Buffer.from(line))
  )
  const prepared = await Promise.all(batches.map(lines => preparer.prepare(lines, defaultSettings)))
  const died = { code: 'STORE_UNAVAILABLE', cause: { message: 'told to die' } }
  const hung = { code: 'DOCUMENT_TOO_COMPLEX', message: 'reading the document took more than 200 ms' }
  t.match(
    prepared.map(({ lines }) => lines.map(({ id, outcome }) => (outcome instanceof Error ? outcome : id))),
    [['a', died, 'b', hung, 'c'], ['d', 'e'], [hung], ['f']]
  )
})

t.test(
  'while one line takes long, those of other connections are prepared, and those behind it are not lost',
  async t => {
    const preparer = openPreparer(t, { entry: obedient })
    const order: string[] = []
    const connections = [{}, {}]
    const prepare = async (line: string, place: number) => {
      const asker = { client: 'all', connection: connections[place] as object }
      const { lines } = await preparer.prepare([Buffer.from(line)], defaultSettings, { asker })
      order.push(lines[0]?.id as string)
    }
    await Promise.all([prepare('wait', 0), prepare('a', 0), prepare('b', 1), prepare('c', 1), prepare('go', 1)])
    t.strictSame(order, ['b', 'c', 'go', 'wait', 'a'])
  }
)

t.test('what is being prepared when the service closes fails', async t => {
  const preparer = openPreparer(t)
  const prepared = preparer.prepare(lines, defaultSettings)
  const refused = t.rejects(prepared, { code: 'STORE_CLOSING' })
  await preparer.close()
  await refused
})

t.test('a line that is longer than the shared memory has memory of its own', async t => {
  const preparer = openPreparer(t)
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
  const preparer = openPreparer(t)
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
