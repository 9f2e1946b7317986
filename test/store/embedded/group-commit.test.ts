import t from 'tap'
import { DoppelError } from '../../../src/errors.ts'
import { GroupCommit } from '../../../src/store/embedded/group-commit.ts'
import type { Transaction } from '../../../src/store/embedded/transaction.ts'

const change = { kind: 'drop-document', number: 1 } as const

t.test('operations that come while a commit runs form the next group', async t => {
  const groups: number[] = []
  let release: () => void = () => {}
  const writer = new GroupCommit(async ({ changes }) => {
    groups.push(changes.length)
    await new Promise<void>(resolve => {
      release = resolve
    })
  })
  const write = (transaction: Transaction) => transaction.write(change)
  const first = writer.run(write)
  await new Promise(setImmediate)
  const later = [writer.run(write), writer.run(write), writer.run(write)]
  t.strictSame(groups, [1])
  release()
  await first
  await new Promise(setImmediate)
  t.strictSame(groups, [1, 3])
  release()
  await Promise.all(later)
  await writer.idle()
  t.equal(writer.settled, undefined)
})

t.test('an operation resolves only when its group is durable', async t => {
  const events: string[] = []
  const writer = new GroupCommit(async () => {
    await new Promise(setImmediate)
    events.push('durable')
  })
  await writer.run(transaction => transaction.write(change))
  events.push('acknowledged')
  t.strictSame(events, ['durable', 'acknowledged'])
})

t.test('a failed commit takes the whole group back, latest first, and rejects all of it', async t => {
  const state: string[] = []
  const failure = new Error('disk gone')
  const writer = new GroupCommit(async () => {
    throw failure
  })
  const add = (name: string) =>
    writer.run(transaction => {
      state.push(name)
      transaction.onUndo(() => t.equal(state.pop(), name))
      transaction.write(change)
    })
  const results = await Promise.allSettled([add('a'), add('b'), add('c')])
  t.ok(results.every(result => result.status === 'rejected' && result.reason === failure))
  t.strictSame(state, [])
})

t.test('an operation that throws is taken back alone', async t => {
  const state: string[] = []
  let written: unknown[] = []
  const writer = new GroupCommit(async ({ changes }) => {
    written = [...changes]
  })
  const good = writer.run(transaction => {
    state.push('good')
    transaction.write(change)
    return 'answer'
  })
  const bad = writer.run(transaction => {
    state.push('bad')
    transaction.onUndo(() => state.pop())
    transaction.write({ kind: 'drop-document', number: 2 })
    throw new DoppelError('DOCUMENT_NOT_FOUND', 'gone')
  })
  await t.rejects(bad, { code: 'DOCUMENT_NOT_FOUND' })
  t.equal(await good, 'answer')
  t.strictSame(state, ['good'])
  t.strictSame(written, [change])
})

t.test('readers can tell whether what they saw became durable', async t => {
  let fail = false
  const writer = new GroupCommit(async () => {
    if (fail) throw new Error('disk gone')
  })
  const run = () => writer.run(transaction => transaction.write(change))
  const good = run()
  await Promise.resolve()
  t.equal(await writer.settled, true)
  await good
  fail = true
  const bad = run()
  await Promise.resolve()
  const { settled } = writer
  await t.rejects(bad)
  t.equal(await settled, false)
})

t.test('too much waiting is refused, and nothing of it is lost', async t => {
  let release: () => void = () => {}
  const writer = new GroupCommit(
    () =>
      new Promise<void>(resolve => {
        release = resolve
      })
  )
  const write = (transaction: Transaction) => transaction.write(change)
  const first = writer.run(write)
  await new Promise(setImmediate)
  const waiting = [writer.run(write, 10_000), writer.run(write, 6_000)]
  await t.rejects(writer.run(write, 1_000), { code: 'STORE_BUSY' })
  const releasing = setInterval(() => release(), 1)
  await Promise.all([first, ...waiting])
  clearInterval(releasing)
})

t.test('an operation larger than all that may wait is taken when nothing waits', async t => {
  const writer = new GroupCommit(async () => {})
  t.equal(await writer.run(() => 'done', 1_000_000), 'done')
})
