import t, { type Test } from 'tap'
import type { Asker } from '../../src/threads/asker.ts'
import { type PoolOptions, ThreadPool } from '../../src/threads/thread-pool.ts'

/** Replies with what it is sent, once it is told so. */
const entry = new URL('./gated-thread.ts', import.meta.url)

function openPool(t: Test, options: Partial<PoolOptions> = {}) {
  const pool = new ThreadPool<string>({
    entry,
    count: 1,
    aheadBytes: 0,
    waitingBytes: 100,
    timeoutMs: 60_000,
    ...options
  })
  t.teardown(() => pool.close())
  /** Work that goes on until the gate is opened. */
  const run = (name: string, asker: Partial<Asker> = {}, weight = 1) => {
    const gate = new Int32Array(new SharedArrayBuffer(4))
    const reply = pool.run({
      asker: { client: name, connection: gate, ...asker },
      weight,
      order: () => ({ message: { name, gate } })
    })
    const open = () => {
      Atomics.store(gate, 0, 1)
      Atomics.notify(gate, 0)
    }
    t.teardown(open)
    return { reply, open }
  }
  return { pool, run }
}

t.test('one connection does not take all threads: the spare one serves the others', async t => {
  const { pool, run } = openPool(t)
  const connection = {}
  const [slow, behind] = [run('slow', { connection }), run('behind', { connection })]
  const other = run('other')
  other.open()
  t.equal(await other.reply, 'other')
  t.equal(pool.waiting, 1, 'what came on the same connection waits')
  slow.open()
  behind.open()
  t.strictSame(await Promise.all([slow.reply, behind.reply]), ['slow', 'behind'])
})

t.test('what waits is dropped when nobody waits for it, and after a time', async t => {
  const { pool, run } = openPool(t)
  const connection = {}
  const slow = run('slow', { connection })
  const gone = new AbortController()
  const left = run('left', { connection, signal: gone.signal })
  const refused = t.rejects(left.reply, { message: 'gone' })
  gone.abort(new Error('gone'))
  await refused
  await t.rejects(run('late', { connection, signal: gone.signal }).reply, { message: 'gone' })
  await t.rejects(run('impatient', { connection, patienceMs: 10 }).reply, { code: 'STORE_BUSY' })
  t.equal(pool.waiting, 0)
  slow.open()
  t.equal(await slow.reply, 'slow')
})

t.test('more than may wait is refused', async t => {
  const { run } = openPool(t)
  const connection = {}
  const all = [run('slow', { connection }), run('half', { connection }, 60)]
  await t.rejects(run('too much', { connection }, 60).reply, { code: 'STORE_BUSY' })
  for (const { open } of all) open()
  t.strictSame(await Promise.all(all.map(({ reply }) => reply)), ['slow', 'half'])
})

t.test('a thread that works for nobody any more is given up, and another takes its place', async t => {
  const { run } = openPool(t)
  const gone = new AbortController()
  const connection = {}
  const slow = run('slow', { connection, signal: gone.signal })
  const behind = run('behind', { connection })
  behind.open()
  const refused = t.rejects(slow.reply, { message: 'gone' })
  gone.abort(new Error('gone'))
  t.equal(await behind.reply, 'behind')
  await refused
})

t.test('work that takes too long fails alone', async t => {
  const { pool, run } = openPool(t, { timeoutMs: 50 })
  const connection = {}
  const [slow, behind] = [run('slow', { connection }), run('behind', { connection })]
  behind.open()
  await t.rejects(slow.reply, { name: 'ThreadFault', kind: 'time' })
  t.equal(await behind.reply, 'behind')
  await pool.close()
  t.notOk(pool.isBusy)
  await t.rejects(run('late').reply, { code: 'STORE_CLOSING' })
})
