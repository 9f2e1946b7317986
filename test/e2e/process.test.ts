import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { buildInto, ServiceProcess } from './service-process.ts'

interface Answer {
  readonly id: string
  readonly verdict: string
  readonly cluster: { readonly id: string; readonly size: number }
}

const text = 'the quick brown fox jumps over the lazy dog while the cat looks on from the warm window sill'
const dist = buildInto(t.testdir())

function start(
  t: Test,
  directory: string,
  environment: Readonly<Record<string, string>> = {},
  script: readonly string[] = [join(dist, 'main.js')]
): ServiceProcess {
  const service = new ServiceProcess(script, { DOPPEL_STORE: `file:${directory}`, ...environment })
  t.teardown(() => service.stop('SIGKILL'))
  return service
}

async function post(url: string, id: string): Promise<Answer> {
  const response = await fetch(new URL('/v1/collections/default/documents', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, text })
  })
  assert.equal(response.status, 201)
  return (await response.json()) as Answer
}

async function clusterOf(url: string, id: string): Promise<Answer['cluster']> {
  const response = await fetch(new URL(`/v1/collections/default/documents/${id}`, url))
  assert.equal(response.status, 200)
  return ((await response.json()) as Answer).cluster
}

t.test('SIGTERM ends the process with status 0, and doppel serve then has the documents', async t => {
  const directory = join(t.testdir(), 'data')
  const first = start(t, directory)
  const { cluster } = await post(await first.url(), 'kept')
  t.strictSame(await first.stop('SIGTERM'), { status: 0, signal: null })
  t.match(first.log.at(-1), { msg: 'stopped' })
  t.equal(first.stderr, '')

  const second = start(t, directory, {}, [join(dist, 'cli/main.js'), 'serve'])
  t.strictSame(await clusterOf(await second.url(), 'kept'), cluster)
  t.strictSame(await second.stop('SIGINT'), { status: 0, signal: null })
})

t.test('kill -9 right after the answer loses nothing, and leaves no lock behind', async t => {
  const directory = join(t.testdir(), 'data')
  const first = start(t, directory)
  await post(await first.url(), 'earlier')
  const { verdict, cluster } = await post(await first.url(), 'later')
  await first.stop('SIGKILL')
  t.equal(verdict, 'exact-duplicate')
  t.equal(cluster.size, 2)

  const second = start(t, directory)
  t.strictSame(await clusterOf(await second.url(), 'earlier'), cluster)
  t.strictSame(await clusterOf(await second.url(), 'later'), cluster)

  const third = start(t, directory)
  t.strictSame(await third.ended, { status: 1, signal: null }, 'the directory is taken')
  t.match(third.log.at(-1), { msg: 'cannot start', reason: /^another process is using the data directory/ })
  t.strictSame(await clusterOf(await second.url(), 'later'), cluster, 'and its owner goes on')
})

t.test('a bad setting ends the process with one line before anything opens', async t => {
  const directory = join(t.testdir(), 'data')
  const service = start(t, directory, { DOPPEL_THRESHOLD: '.7' })
  t.strictSame(await service.ended, { status: 1, signal: null })
  t.match(service.stderr, /^doppel: DOPPEL_THRESHOLD is not a setting; the nearest is DOPPEL_\w+\n$/)
  t.strictSame(service.log, [])
  t.notOk(existsSync(directory))
})

t.test('a port that is taken ends the process with a line that says so', async t => {
  const other = createServer().listen(0, '127.0.0.1')
  t.teardown(() => other.close())
  await new Promise(resolve => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const service = start(t, join(t.testdir(), 'data'), { PORT: String(port) })
  t.strictSame(await service.ended, { status: 1, signal: null })
  t.match(service.log.at(-1), { msg: 'cannot start', reason: /address already in use/ })
})

t.test('an import under way when SIGTERM comes gets all its results and the summary', async t => {
  const service = start(t, join(t.testdir(), 'data'))
  let upload!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      upload = controller
    }
  })
  const line = (id: string) => Buffer.from(`${JSON.stringify({ id, text })}\n`)
  upload.enqueue(line('first'))
  const response = await fetch(new URL('/v1/collections/default/import', await service.url()), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
    duplex: 'half'
  } as RequestInit)
  t.equal(response.status, 200)
  service.child.kill('SIGTERM')
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map(result => JSON.parse(result) as Record<string, unknown>)
  t.match(lines, [{ id: 'first', status: 'created' }, { summary: { lines: 1, created: 1, failed: 0 } }])
  t.strictSame(await service.ended, { status: 0, signal: null })
})
