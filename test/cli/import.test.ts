import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { main } from '../../src/cli/run.ts'
import { waitNotice } from '../../src/cli/service.ts'
import { DoppelConnectionError } from '../../src/client/entry.ts'
import { withService } from '../helpers/command-service.ts'
import { runCommand, runCommandWith } from '../helpers/run-command.ts'

const words = (start: number) => Array.from({ length: 40 }, (_, at) => `word${start + at}`).join(' ')
const lineOf = (fields: object) => `${JSON.stringify(fields)}\n`

t.test('a file of a folder that is broken does not keep the others back', async t => {
  const { on, file, folder, service } = await withService(t)
  mkdirSync(join(folder, 'shards'))
  file('shards/1.jsonl.gz', gzipSync(lineOf({ id: 'z', text: words(0) }).repeat(2000)).subarray(0, -20))
  file('shards/2.jsonl', lineOf({ id: 'b', text: words(100) }))
  file('shards/3.csv', `id,text\nc,${words(200)}\n`)
  file('shards/notes.bin', 'of no format')
  const shards = join(folder, 'shards')
  const faults =
    /^doppel: .*1\.jsonl\.gz:\d+: the gzip data are damaged.*\ndoppel: 1 file of folders skipped, whose names say no format\n$/
  const checked = await on('check', shards, '--json')
  t.match(checked, { status: 1, err: faults, out: /"id":"b".*\n.*"id":"c"/ })
  t.match(await runCommand('tune', shards), { status: 1, err: faults })
  const { status, out, err } = await on('import', shards, '--json')
  t.match([status, err, JSON.parse(out)], [1, faults, { failed: 1, skipped: 1 }])
  for (const id of ['b', 'c']) t.match(await service.getDocument('default', id), { id })
})

t.test('what comes from a pipe without ids replaces nothing, and is known when it comes again', async t => {
  const { url, service } = await withService(t)
  const piped = async (input: string, ...options: string[]) => {
    const { status, out, err } = await runCommandWith(input, 'import', '-', '--url', url, '--json', ...options)
    t.strictSame([status, err], [0, ''])
    return JSON.parse(out)
  }
  const [a, b] = [lineOf({ text: words(0) }), lineOf({ text: words(100) })]
  t.match(await piped(a), { created: 1 })
  t.match(await piped(b), { created: 1, updated: 0 })
  t.match(await piped(b + a), { created: 0, updated: 0, unchanged: 2 })
  t.match(await piped(words(200), '--format', 'text'), { created: 1 })
  t.match(await piped(words(300), '--format', 'text'), { created: 1 }, 'a text is not called stdin')
  t.match(await piped(`text\n${words(400)}\n`, '--format', 'csv'), { created: 1 })
  const { items } = await service.listDocuments('default', { limit: 10, cursor: undefined })
  t.equal(items.length, 5)
  for (const { id } of items) t.match(id, /^sha256-[0-9a-f]{32}$/)
})

t.test('a file without ids that has changed is told of', async t => {
  const { on, file } = await withService(t)
  const path = file('a.jsonl', lineOf({ text: words(0) }) + lineOf({ id: 'x', text: words(100) }))
  t.match(await on('import', path), { status: 0, err: '' })
  file('a.jsonl', lineOf({ text: words(200) }) + lineOf({ id: 'x', text: words(300) }))
  t.match(await on('import', path), {
    status: 0,
    out: /2 updated/,
    err: /^doppel: 1 document without an id replaced what was stored under the same FILE:LINE; --id-field names .*\n$/
  })
})

t.test('only the first failures are printed', async t => {
  const { on, file } = await withService(t)
  const path = file('bad.jsonl', lineOf({ id: 'a', text: 5 }).repeat(15) + lineOf({ id: 'x\n', text: 'a' }).repeat(15))
  for (const command of ['import', 'check']) {
    const { status, err } = await on(command, path)
    t.equal(status, 1)
    const shown = err.split('\n').filter(line => line.startsWith(`doppel: ${path}:`))
    if (command === 'check') t.equal(shown.length, 15, 'ids are not sent')
    else {
      t.equal(shown.length, 20)
      t.match(err, /doppel: 10 more failures not shown\n$/)
    }
  }
})

t.test('a service that has to be waited for is told of once', t => {
  const said: string[] = []
  let now = 0
  const onRetry = waitNotice(
    'http://x',
    message => said.push(message),
    () => now
  )
  const error = new DoppelConnectionError('POST http://x: refused')
  const waits = (...times: number[]) => {
    for (const [i, waitMs] of times.entries()) {
      onRetry({ error, waitMs, failures: i + 1 })
      now += waitMs
    }
  }
  waits(250, 500, 1000)
  t.strictSame(said, [], 'not of a moment')
  waits(250, 500, 1000, 2000, 4000)
  t.strictSame(said, ['waiting for http://x: refused'])
  waits(5000)
  t.equal(said.length, 2, 'and of the next time')
  t.end()
})

t.test('import says what it waits for', async t => {
  let requests = 0
  const server = createServer((request, response) => {
    request.resume()
    if (requests++ === 0) return response.writeHead(503, { 'retry-after': '2' }).end()
    const result = { id: 'x', status: 'created', verdict: 'unique', cluster: { id: 'c1', size: 1 }, matches: [] }
    response.setHeader('content-type', 'application/x-ndjson')
    return response.end(lineOf(result) + lineOf({ summary: { lines: 1 } }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.match(await runCommandWith(lineOf({ id: 'x', text: 'a' }), 'import', '-', '--url', url), {
    status: 0,
    out: /1 created/,
    err: `doppel: waiting for ${url}: 503 Service Unavailable\n`
  })
})

t.test('an import that is interrupted tells what it did', async t => {
  const { url, service } = await withService(t)
  const [input, out, err] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const printed = Promise.all([text(out), text(err)])
  const running = main(['import', '-', '--url', url], { in: input, out, err })
  input.write(lineOf({ id: 'a', text: words(0) }))
  while ((await service.listDocuments('default', { limit: 1, cursor: undefined })).items.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  const before = process.listenerCount('SIGINT')
  process.emit('SIGINT', 'SIGINT')
  t.equal(await running, 130)
  t.equal(process.listenerCount('SIGINT'), before - 1, 'a second one ends the process')
  out.end()
  err.end()
  const [summary, messages] = await printed
  t.match(summary, /^1 document in .*: 1 created, .*; 0 failed\n/, 'with the results of all that was sent')
  t.equal(messages, 'doppel: stopping; once more ends at once\ndoppel: stopped; the same command goes on\n')
})

t.test('an interrupted import waits for results, but not for a service that gives none', async t => {
  const server = createServer(request => request.resume()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const [input, out, err] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const printed = Promise.all([text(out), text(err)])
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const asked = once(server, 'request')
  const running = main(['import', '-', '--url', url], { in: input, out, err })
  input.write(lineOf({ id: 'a', text: words(0) }))
  await asked
  process.emit('SIGTERM', 'SIGTERM')
  t.equal(await running, 143)
  out.end()
  err.end()
  const [summary, messages] = await printed
  t.match(summary, /^0 documents in /)
  t.match(messages, /doppel: stopped without the results of what was sent last; the same command goes on\n$/)
})

t.test('an import of a file stops where it is interrupted', async t => {
  const { url, file, service } = await withService(t)
  const lines = 5000
  const path = file('a.jsonl', Array.from({ length: lines }, (_, at) => lineOf({ id: `d${at}`, text: 'a' })).join(''))
  const running = runCommand('import', path, '--url', url, '--json')
  while ((await service.listDocuments('default', { limit: 1, cursor: undefined })).items.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  process.emit('SIGINT', 'SIGINT')
  const { status, out } = await running
  t.equal(status, 130)
  const { created } = JSON.parse(out)
  t.ok(created > 0 && created < lines)
  t.equal((await service.getCollection('default')).counts.documents, created, 'it tells of all that was stored')
})

t.test('what a service refuses after an interruption is told', async t => {
  const server = createServer((request, response) => {
    request.resume()
    process.emit('SIGINT', 'SIGINT')
    const problem = { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'UNAUTHORIZED' }
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { status, err } = await runCommandWith(lineOf({ id: 'x', text: 'a' }), 'import', '-', '--url', url)
  t.equal(status, 1)
  t.match(err, /answered 401 Unauthorized\n$/)
})

t.test(
  'documents whose fields are not there are not stored under made-up ids, and nothing to read is a failure',
  async t => {
    const { on, file, service } = await withService(t)
    const lines = Array.from({ length: 120 }, (_, at) => lineOf({ docId: `d${at}`, text: words(at * 100) })).join('')
    const path = file('a.jsonl', lines)
    const wrongId = await on('import', path, '--id-field', 'docIds')
    t.match(wrongId, {
      status: 1,
      err: 'doppel: none of the first 100 records has a field "docIds"; there are "docId", "text"; did you mean --id-field "docId"?; nothing was done\n'
    })
    t.match(await on('import', path, '--text-field', 'body'), {
      status: 1,
      err: /^doppel: [^\n]*a field "body"[^\n]*\n$/
    })
    t.match(await on('check', path, '--text-field', 'body'), { status: 1, out: '', err: /a field "body"/ })
    t.match(await runCommand('tune', path, '--text-field', 'body'), { status: 1, out: '', err: /a field "body"/ })
    for (const command of ['import', 'check'] as const) {
      t.match(await on(command, file('empty.jsonl', '')), {
        status: 1,
        err: /there is no document in .*empty\.jsonl; nothing was done/
      })
    }
    t.equal((await service.listDocuments('default', { limit: 10, cursor: undefined })).items.length, 0)
    t.match(await on('import', path, '--id-field', 'docId'), { status: 0, err: '' })
  }
)

t.test(
  'the items of an array are documents, and what is wrong before the first good one is told all the same',
  async t => {
    const { on, file } = await withService(t)
    const items = JSON.stringify(
      [
        { id: 5, kind: 'x' },
        { id: 'a', text: words(0) }
      ],
      undefined,
      1
    )
    t.match(await on('import', file('a.json', items)), {
      status: 1,
      err: /a\.json:2: there is no field "text"/,
      out: /1 created.*1 failed/
    })
  }
)
