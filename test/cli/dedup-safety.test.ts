import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { buildInto } from '../e2e/service-process.ts'
import { asLines, plantedDocuments } from '../helpers/planted-documents.ts'
import { startBuilt } from '../helpers/run-built.ts'

const dist = buildInto(t.testdir())

const runCommand = (...args: string[]) => startBuilt(dist, args).ended
const runCommandWith = (input: string, ...args: string[]) => startBuilt(dist, args, input).ended

/** Runs the built command line with this as its standard output, or with a pipe that nobody reads. */
async function runInto(out: number | 'closed', ...args: string[]) {
  const stdout = out === 'closed' ? 'pipe' : out
  const child = spawn(process.execPath, [join(dist, 'cli/main.js'), ...args], {
    env: {},
    stdio: ['ignore', stdout, 'pipe']
  })
  child.stdout?.destroy()
  const err = text(child.stderr as NonNullable<typeof child.stderr>)
  const [status] = await once(child, 'close')
  return { status, err: await err }
}

t.test('a state that was begun with another standard input is not gone on with', async t => {
  const folder = t.testdir()
  const [first, second] = [asLines(plantedDocuments(60, 1)), asLines(plantedDocuments(60, 2))]
  const args = ['dedup', '-', '--out', '-', '--state', join(folder, 'state'), '--keep-state']
  const { status, out } = await runCommandWith(first, ...args)
  t.equal(status, 0)
  for (const other of [second, '', first.slice(0, -1)]) {
    t.match(await runCommandWith(other, ...args), {
      status: 1,
      out: '',
      err: /state is the state of a run that read something else from stdin; --restart throws it away/
    })
  }
  t.match(await runCommandWith(first, ...args), { status: 0, out, err: /going on after 60 records/ })
  const anew = await runCommandWith(second, ...args, '--restart')
  t.equal(anew.status, 0)
  t.match(anew.out, /^[{]/)
  t.not(anew.out, out)
})

t.test('a text on standard input is called so', async t => {
  const state = join(t.testdir(), 'state')
  t.match(await runCommandWith('one two', 'dedup', '-', '--format', 'text', '--out', '-', '--state', state), {
    status: 0,
    out: '{"id":"stdin","text":"one two"}\n'
  })
})

t.test('outputs and state in a folder that is read are no inputs, and never replace one', async t => {
  const lines = `${asLines(plantedDocuments(40, 3))}{"id":"no text"}\n`
  const folder = t.testdir({ in: { 'a.jsonl': lines } })
  const inner = join(folder, 'in')
  symlinkSync(inner, join(folder, 'link'))
  const args = ['dedup', inner, '--json']
  const first = await runCommand(...args, '--out', join(folder, 'link/unique.jsonl'))
  t.match(first, { status: 1, err: /a.jsonl:41: there is no field "text"; there are "id"\n/ })
  t.match(JSON.parse(first.out), { files: 1, documents: 40, rejected: 1, skipped: 0 })
  const kept = readFileSync(join(inner, 'unique.jsonl'), 'utf8')
  for (const name of ['in/unique.jsonl', 'link/unique.jsonl', 'link/a.jsonl']) {
    t.match(await runCommand(...args, '--out', join(folder, name), '--force'), {
      status: 1,
      err: /lies in a folder that is read, and may be an input/
    })
  }
  t.match(await runCommand('dedup', join(inner, 'a.jsonl'), '--out', join(folder, 'link/a.jsonl'), '--force'), {
    status: 1,
    err: /is an input, which is never written to/
  })
  t.equal(readFileSync(join(inner, 'unique.jsonl'), 'utf8'), kept)
  t.equal(readFileSync(join(inner, 'a.jsonl'), 'utf8'), lines)
  t.strictSame(readdirSync(inner).sort(), ['a.jsonl', 'unique.jsonl'], 'a run that is refused leaves nothing')
})

t.test('a run that was stopped between two outputs goes on with its own', async t => {
  const folder = t.testdir({ 'out.jsonl.part': 'precious' })
  const path = (name: string) => join(folder, name)
  const input = asLines(plantedDocuments(60, 4))
  const args = ['dedup', '-', '--out', path('out.jsonl'), '--clusters', path('clusters.jsonl')]
  const stdin = new PassThrough()
  const running = startBuilt(dist, args, stdin)
  // The outputs were looked at before the state is there.
  while (!existsSync(path('out.jsonl.doppel-state/input-0.next'))) await sleep(20)
  mkdirSync(path('clusters.jsonl'))
  stdin.end(input)
  t.match(await running.ended, { status: 1, err: /clusters.jsonl cannot be written/ })
  const out = readFileSync(path('out.jsonl'))
  rmdirSync(path('clusters.jsonl'))
  renameSync(path('out.jsonl'), path('aside'))
  writeFileSync(path('out.jsonl'), 'of somebody else')
  t.match(await runCommandWith(input, ...args), { status: 1, err: /out.jsonl is there; --force/ })
  renameSync(path('aside'), path('out.jsonl'))
  t.match(await runCommandWith(input, ...args), { status: 0, err: /going on after 60 records/ })
  t.strictSame(readdirSync(folder).sort(), ['clusters.jsonl', 'out.jsonl', 'out.jsonl.part'])
  t.equal(readFileSync(path('out.jsonl')).equals(out), true)
  t.equal(readFileSync(path('out.jsonl.part'), 'utf8'), 'precious')
})

t.test('standard output that cannot be written is told in a line', { skip: !existsSync('/dev/full') }, async t => {
  const folder = t.testdir({ 'in.jsonl': asLines(plantedDocuments(50, 5)) })
  const full = openSync('/dev/full', 'w')
  t.match(await runInto(full, 'dedup', join(folder, 'in.jsonl'), '--out', '-', '--state', join(folder, 'state')), {
    status: 1,
    err: /^doppel: standard output cannot be written: .*ENOSPC.*\n$/
  })
  t.match(await runInto(full, '--help'), {
    status: 1,
    err: /^doppel: standard output cannot be written: .*ENOSPC.*\n$/
  })
})

t.test('a reader of standard output who leaves is a failure only where other outputs are not there yet', async t => {
  const folder = t.testdir({ 'in.jsonl': asLines(plantedDocuments(5000, 6)) })
  const path = (name: string) => join(folder, name)
  const args = ['dedup', path('in.jsonl'), '--out', '-', '--state', path('state')]
  t.strictSame(await runInto('closed', ...args), { status: 0, err: '' })
  const both = await runInto('closed', ...args, '--clusters', path('clusters.jsonl'))
  t.equal(both.status, 141)
  t.notOk(existsSync(path('clusters.jsonl')))
  t.match(await runCommand(...args, '--clusters', path('clusters.jsonl')), { status: 0, err: /going on after 5000/ })
  t.strictSame(readdirSync(folder).sort(), ['clusters.jsonl', 'in.jsonl'])
})

t.test('what the system refuses, and the memory limit, are told in a line', async t => {
  const folder = t.testdir({ 'in.jsonl': asLines(plantedDocuments(50, 7)) })
  const input = join(folder, 'in.jsonl')
  const args = ['dedup', input, '--out', join(folder, 'out.jsonl')]
  t.match(await runCommand(...args, '--state', join(input, 'state')), {
    status: 1,
    out: '',
    err: /^doppel: ENOTDIR.*\n$/
  })
  const limited = await startBuilt(dist, args, '', { DOPPEL_MEMORY_LIMIT_BYTES: '1048576' }).ended
  t.match(limited, {
    status: 1,
    err: /the limit is 1048576 bytes; .*goes on with a larger DOPPEL_MEMORY_LIMIT_BYTES\n$/
  })
  t.match(await runCommand(...args), { status: 0 })
})

t.test('a file of a folder that cannot be read does not stop the others', async t => {
  const folder = t.testdir({ in: { 'good.csv': 'id,text\n1,one two three\n' } })
  const path = (name: string) => join(folder, 'in', name)
  symlinkSync(path('nowhere'), path('dangling.csv'))
  writeFileSync(path('bad.csv'), Buffer.from('id,text,prénom\n1,one,x\n', 'latin1'))
  const out = join(folder, 'out.jsonl')
  const run = await runCommand('dedup', join(folder, 'in'), '--out', out)
  t.equal(run.status, 1)
  t.match(run.err, /bad.csv:1: the header cannot be read: it is not valid UTF-8/)
  t.match(run.err, /dangling.csv: it cannot be read: ENOENT/)
  t.equal(readFileSync(out, 'utf8'), '{"id":"1","text":"one two three"}\n')
  writeFileSync(path('wide.csv'), Buffer.from('\ufeffid,text\n', 'utf16le'))
  t.match(await runCommand('dedup', path('good.csv'), path('wide.csv'), '--out', join(folder, 'out.csv')), {
    status: 1,
    err: /wide.csv: it is UTF-16LE/
  })
})
