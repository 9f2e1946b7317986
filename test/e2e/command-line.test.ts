import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { DoppelClient } from '../../src/client/doppel-client.ts'
import { Random } from '../helpers/random.ts'
import { buildInto, ServiceProcess } from './service-process.ts'

const folder = t.testdir()
const dist = buildInto(folder)
let directories = 0

/** A path of its own; making the folder of a test anew would empty it. */
const freshPath = () => join(folder, `d${directories++}`)

/** The command line in a process of its own. */
function command(t: Test, ...args: string[]) {
  const child = spawn(process.execPath, [join(dist, 'cli/main.js'), ...args], { stdio: 'pipe' })
  t.teardown(() => child.kill('SIGKILL'))
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const printed = Promise.all([text(child.stdout), text(child.stderr)])
  const result = async () => {
    const [status, signal] = await ended
    const [out, err] = await printed
    return { status, signal, out, err }
  }
  return { child, result }
}

async function service(t: Test, environment: Readonly<Record<string, string>> = {}) {
  const process = new ServiceProcess([join(dist, 'main.js')], {
    DOPPEL_STORE: `file:${freshPath()}`,
    ...environment
  })
  t.teardown(() => process.stop('SIGKILL'))
  const url = await process.url()
  return { process, url, collection: new DoppelClient({ url }).collection() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const random = new Random(11)
const line = (at: number) =>
  `${JSON.stringify({ id: `d${at}`, text: Array.from({ length: 30 }, () => `w${random.below(100_000)}`).join(' ') })}\n`

t.test('a pipe is imported as it comes, and an interrupted import goes on', async t => {
  const { url, collection } = await service(t)
  const lines = Array.from({ length: 500 }, (_, at) => line(at))
  const first = command(t, 'import', '-', '--url', url)
  first.child.stdin.write(lines.slice(0, 200).join(''))
  for (;;) {
    const { counts } = await collection.get()
    if (counts.documents === 200) break
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  t.pass('stored before the pipe ended')
  first.child.kill('SIGINT')
  t.match(await first.result(), {
    status: 130,
    out: /^200 documents in .*: 200 created, /,
    err: /the same command goes on\n$/
  })
  const second = command(t, 'import', '-', '--url', url, '--json')
  second.child.stdin.end(lines.join(''))
  const { status, out } = await second.result()
  t.equal(status, 0)
  t.match(JSON.parse(out), { created: 300, unchanged: 200, failed: 0, unique: 500 })
})

t.test('an import waits for a service that restarts, and loses nothing', async t => {
  const data = freshPath()
  const port = String(await freePort())
  const before = await service(t, { DOPPEL_STORE: `file:${data}`, PORT: port })
  const running = command(t, 'import', '-', '--url', before.url, '--json')
  const lines = Array.from({ length: 2000 }, (_, at) => line(10_000 + at))
  running.child.stdin.write(lines.slice(0, 1000).join(''))
  while ((await before.collection.get()).counts.documents < 100) await new Promise(resolve => setTimeout(resolve, 5))
  await before.process.stop('SIGKILL')
  const after = await service(t, { DOPPEL_STORE: `file:${data}`, PORT: port })
  running.child.stdin.end(lines.slice(1000).join(''))
  const { status, out } = await running.result()
  t.equal(status, 0)
  const counts = JSON.parse(out)
  t.equal(counts.created + counts.unchanged, 2000)
  t.equal((await after.collection.get()).counts.documents, 2000)
})

t.test('a reader that has seen enough ends an export without a complaint', async t => {
  const { url } = await service(t)
  const filled = command(t, 'import', '-', '--url', url)
  filled.child.stdin.end(Array.from({ length: 3000 }, (_, at) => line(20_000 + at)).join(''))
  t.match(await filled.result(), { status: 0 })
  const child = spawn('sh', [
    '-c',
    '"$0" "$@" | head -n 1',
    process.execPath,
    join(dist, 'cli/main.js'),
    'export',
    '--url',
    url
  ])
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  t.match(JSON.parse(out), { id: 'd20000' })
  t.equal(err, '')
})

t.test('an export that is killed leaves no file under its name', async t => {
  const { url } = await service(t)
  const filled = command(t, 'import', '-', '--url', url)
  filled.child.stdin.end(Array.from({ length: 3000 }, (_, at) => line(30_000 + at)).join(''))
  t.match(await filled.result(), { status: 0 })
  const path = freshPath()
  const whole = command(t, 'export', '--url', url, '--out', path)
  t.match(await whole.result(), { status: 0, out: `${path}: 3,000 documents\n` })
  t.equal(readFileSync(path, 'utf8').split('\n').length, 3001)
  const killed = command(t, 'export', '--url', url, '--out', `${path}.2`)
  killed.child.kill('SIGKILL')
  await killed.result()
  t.notOk(existsSync(`${path}.2`))
})
