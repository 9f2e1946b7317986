import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { lockDirectory } from '../../../src/store/lmdb/directory-lock.ts'

const source = new URL('../../../src/store/lmdb/directory-lock.ts', import.meta.url).href

/** Starts a process that locks a directory, says what came of it, and waits. */
async function contender(directory: string): Promise<{ process: ChildProcess; outcome: string }> {
  const program = `
    import(${JSON.stringify(source)})
      .then(({ lockDirectory }) => lockDirectory(${JSON.stringify(directory)}))
      .then(() => console.log('locked'), error => console.log(error.code ?? error))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program])
  const [output] = await once(child.stdout, 'data')
  return { process: child, outcome: String(output).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

t.test('a directory has one user at a time', async t => {
  const directory = t.testdir()
  const lock = await lockDirectory(directory)
  await t.rejects(lockDirectory(directory), { code: 'STORE_UNAVAILABLE', message: /another process/ })
  await lock.release()
  t.strictSame(readdirSync(directory), [])
  await (await lockDirectory(directory)).release()
})

t.test('a process that was killed leaves no lock', async t => {
  const directory = t.testdir()
  const held = await contender(directory)
  t.equal(held.outcome, 'locked')
  await t.rejects(lockDirectory(directory), { code: 'STORE_UNAVAILABLE' })
  await kill(held.process)
  await (await lockDirectory(directory)).release()
  t.strictSame(readdirSync(directory), [], 'the socket of the killed process is swept')
})

t.test('of processes that start at once at most one gets the directory', async t => {
  const directory = t.testdir()
  const contenders = await Promise.all([contender(directory), contender(directory), contender(directory)])
  const winners = contenders.filter(({ outcome }) => outcome === 'locked')
  t.ok(winners.length <= 1, `${winners.length} winners`)
  for (const { outcome } of contenders) t.match(outcome, /^(locked|STORE_UNAVAILABLE)$/)
  await Promise.all(contenders.map(({ process }) => kill(process)))
  await (await lockDirectory(directory)).release()
})

t.test('a directory with a long path can be locked', async t => {
  if (process.platform !== 'linux') return t.comment('a long path needs /proc')
  const directory = join(t.testdir(), 'long'.repeat(30), 'path'.repeat(30))
  const lock = await lockDirectory(directory)
  await t.rejects(lockDirectory(directory), { code: 'STORE_UNAVAILABLE' })
  await lock.release()
})
