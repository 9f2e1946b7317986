import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { buildInto, ServiceProcess } from './service-process.ts'

const hasStrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0
const folder = t.testdir()

interface Trace {
  /** Lines at which a request was read, by its id. */
  readonly read: ReadonlyMap<string, number>
  /** Lines at which a status of success was written, by id. */
  readonly answered: ReadonlyMap<string, number>
  /** Where each sync began and ended. */
  readonly syncs: readonly { readonly from: number; readonly to: number }[]
}

/** Reads what strace -f wrote: calls of several threads, those that took long in two lines. */
function parse(lines: readonly string[]): Trace {
  const [read, answered] = [new Map<string, number>(), new Map<string, number>()]
  const syncs: { from: number; to: number }[] = []
  const begun = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const [thread = ''] = line.split(' ')
    const request = line.match(
      / (?:<... )?(?:read|recvfrom)(?:\(| resumed>).*"(?:POST|DELETE) [^"]*?x-request-id: (r[0-9]+)/
    )
    const answer = line.match(/ (?:write|writev|sendto|sendmsg)\(.*HTTP\/1\.1 2.*?x-request-id: (r[0-9]+)/)
    if (request !== null) read.set(request[1] as string, at)
    if (answer !== null) answered.set(answer[1] as string, at)
    if (/ f(data)?sync\(/.test(line)) begun.set(thread, at)
    if (/ (?:<\.\.\. )?f(data)?sync.*= 0$/.test(line)) syncs.push({ from: begun.get(thread) ?? at, to: at })
  }
  return { read, answered, syncs }
}

t.test('an answer goes out after what it tells of was synced', async t => {
  if (!hasStrace) return t.comment('skipped: there is no strace, or it may not be used')
  const dist = buildInto(folder)
  const log = join(folder, 'strace')
  const calls = 'trace=read,recvfrom,write,writev,sendto,sendmsg,fsync,fdatasync'
  const script = [join(dist, 'main.js')]
  const environment = { DOPPEL_STORE: `file:${join(folder, 'data')}` }
  const service = new ServiceProcess(script, environment, ['strace', '-D', '-f', '-s', '2000', '-e', calls, '-o', log])
  const url = await service.url()
  let number = 0
  const send = async (path: string, method: string, body?: object): Promise<string> => {
    const id = `r${number++}`
    const json = body && {
      body: JSON.stringify(body),
      headers: { 'x-request-id': id, 'content-type': 'application/json' }
    }
    const { status } = await fetch(`${url}/v1/collections/${path}`, {
      method,
      headers: { 'x-request-id': id },
      ...json
    })
    t.ok(status < 300, `${method} ${path}: ${status}`)
    return id
  }
  const put = (id: string) => send('default/documents', 'POST', { id, text: `some words of ${id}` })
  const ids: string[] = []
  for (let i = 0; i < 10; i++) ids.push(await put(`alone ${i}`))
  for (let i = 0; i < 5; i++) ids.push(await send(`default/documents/alone%20${i}`, 'DELETE'))
  ids.push(...(await Promise.all(Array.from({ length: 40 }, (_, i) => put(`at once ${i}`)))))
  await service.stop('SIGTERM')
  const { read, answered, syncs } = parse(readFileSync(log, 'utf8').split('\n'))
  const unsynced = ids.filter(id => {
    const [from, to] = [read.get(id), answered.get(id)]
    if (from === undefined || to === undefined) return true
    return !syncs.some(sync => sync.from > from && sync.to < to)
  })
  t.strictSame(unsynced, [])
  t.ok(syncs.length >= 15, `${syncs.length} syncs`)
})
