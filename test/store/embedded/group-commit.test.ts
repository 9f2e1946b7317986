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

t.test('what waits of imports keeps nobody out who may overtake', async t => {
  const { writer, commits } = held()
  const write = (transaction: Transaction) => transaction.write(change)
  const first = writer.run(write)
  await new Promise(setImmediate)
  const imports = [writer.run(write, 10_000), writer.run(write, 6_000)]
  const singles = [writer.run(write, 10_000, true), writer.run(write, 1, true), writer.run(write, 6_000, true)]
  const refused = [writer.run(write, 1_000), writer.run(write, 1_000, true)]
  await Promise.all(refused.map(result => t.rejects(result, { code: 'STORE_BUSY' })))
  const releasing = setInterval(() => commits.shift()?.end(), 1)
  await Promise.all([first, ...imports, ...singles])
  clearInterval(releasing)
})

t.test('an operation larger than all that may wait is taken when nothing waits', async t => {
  const writer = new GroupCommit(async () => {})
  t.equal(await writer.run(() => 'done', 1_000_000), 'done')
})

/** A writer whose commits end when the test says so. */
function held() {
  const commits: { readonly changes: number; end(error?: Error): void }[] = []
  const writer = new GroupCommit(
    ({ changes }) =>
      new Promise<void>((resolve, reject) => {
        commits.push({ changes: changes.length, end: error => (error === undefined ? resolve() : reject(error)) })
      })
  )
  return { writer, commits }
}

t.test('while a group is committed the next one is applied, and pending shows both, newest first', async t => {
  const { writer, commits } = held()
  const state: string[] = []
  const add = (name: string) =>
    writer.run(transaction => {
      state.push(name)
      transaction.write(change)
    })
  const first = add('a')
  await new Promise(setImmediate)
  const later = [add('b'), add('c')]
  await new Promise(setImmediate)
  t.strictSame(state, ['a', 'b', 'c'])
  t.strictSame(
    writer.pending.map(({ changes }) => changes.length),
    [2, 1]
  )
  t.equal(commits.length, 1, 'one commit at a time')
  commits[0]?.end()
  await first
  await new Promise(setImmediate)
  t.equal(commits.length, 2)
  commits[1]?.end()
  await Promise.all(later)
  await writer.idle()
  t.strictSame([writer.pending.length, writer.settled], [0, undefined])
})

t.test(
  'a failed commit also takes back what was applied after it, latest first, and nothing of that is written',
  async t => {
    const { writer, commits } = held()
    const state: string[] = []
    const failure = new Error('disk gone')
    const add = (name: string) =>
      writer.run(transaction => {
        state.push(name)
        transaction.onUndo(() => t.equal(state.pop(), name))
        transaction.write(change)
      })
    const order: string[] = []
    const results = [add('a')]
    await new Promise(setImmediate)
    const throwing = writer.run(() => {
      throw new Error('seen in a state that is taken back')
    })
    results.push(throwing, add('b'), add('c'))
    const outcomes = Promise.all(
      results.map((result, at) => result.catch(error => order.push(`${at} ${(error as Error).message}`)))
    )
    await new Promise(setImmediate)
    const { settled } = writer
    commits[0]?.end(failure)
    await outcomes
    t.strictSame(order, ['0 disk gone', '1 disk gone', '2 disk gone', '3 disk gone'])
    t.equal(await settled, false)
    t.strictSame(state, [])
    t.equal(commits.length, 1)
    const again = add('d')
    await new Promise(setImmediate)
    commits[1]?.end()
    await again
    t.strictSame(state, ['d'])
  }
)

t.test('where the state cannot be taken back, everyone is told of the failed commit all the same', async t => {
  const { writer, commits } = held()
  const defect = new Error('cannot be undone')
  const first = writer.run(transaction => {
    transaction.onUndo(() => {
      throw defect
    })
    transaction.write(change)
  })
  await new Promise(setImmediate)
  const second = writer.run(transaction => transaction.write(change))
  await new Promise(setImmediate)
  const unhandled = unhandledRejection()
  commits[0]?.end(new Error('disk gone'))
  for (const result of await Promise.allSettled([first, second])) {
    t.match(result, { status: 'rejected', reason: { message: 'disk gone' } })
  }
  t.equal(await unhandled, defect, 'which ends the process')
  await writer.idle()
})

/** The next one, which the runner of the tests is not told of. */
function unhandledRejection(): Promise<unknown> {
  const listeners = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  return new Promise(resolve => {
    process.once('unhandledRejection', reason => {
      for (const listener of listeners) process.on('unhandledRejection', listener)
      resolve(reason)
    })
  })
}

t.test('an error of an operation waits for what it was seen in', async t => {
  const { writer, commits } = held()
  const first = writer.run(transaction => transaction.write(change))
  await new Promise(setImmediate)
  let isRejected = false
  const bad = writer
    .run(() => {
      throw new Error('not found')
    })
    .catch(() => {
      isRejected = true
    })
  await new Promise(setImmediate)
  t.notOk(isRejected)
  commits[0]?.end()
  await Promise.all([first, bad])
  t.ok(isRejected)
})

t.test('who may overtake goes before what waits, and room is left for both', async t => {
  const applied: string[][] = []
  let group: string[] = []
  const writer = new GroupCommit(async () => {
    applied.push(group)
    group = []
    await new Promise(setImmediate)
  })
  const run = (name: string, weight: number, overtakes = false) =>
    writer.run(
      transaction => {
        group.push(name)
        transaction.write(change)
      },
      weight,
      overtakes
    )
  await Promise.all([
    run('a', 256),
    run('b', 256),
    run('c', 256),
    ...Array.from({ length: 200 }, (_, i) => run(`s${i}`, 1, true))
  ])
  const order = applied.flat()
  t.equal(order.length, 203)
  t.strictSame(
    order.filter(name => !name.startsWith('s')),
    ['a', 'b', 'c'],
    'those that may not keep their order'
  )
  t.strictSame(
    order.filter(name => name.startsWith('s')),
    Array.from({ length: 200 }, (_, i) => `s${i}`),
    'so do those that may'
  )
  t.ok(order.indexOf('s0') < order.indexOf('a'))
  t.ok(order.indexOf('a') < order.indexOf('s199'), 'nobody starves')
})

/** An operation of some steps, each longer than a turn. */
const inSlowSteps = (names: readonly string[], onStep: (name: string, transaction: Transaction) => void) =>
  function* (transaction: Transaction): Generator<void, number, void> {
    for (const name of names) {
      onStep(name, transaction)
      const end = performance.now() + 12
      while (performance.now() < end);
      yield
    }
    return names.length
  }

t.test('others get their turn between the steps of a long operation, but no other operation', async t => {
  const { writer, commits } = held()
  const seen: string[] = []
  const versions = new Set<number>()
  const steps = inSlowSteps(['a1', 'a2', 'a3'], (name, transaction) => {
    seen.push(name)
    transaction.write(change)
    setImmediate(() => {
      seen.push(`turn after ${name}`)
      versions.add(writer.version)
    })
  })
  const long = writer.runInSteps(steps, 3)
  const next = writer.run(transaction => {
    seen.push('b')
    transaction.write(change)
  })
  while (commits.length === 0) await new Promise(setImmediate)
  t.strictSame(seen.slice(0, 6), ['a1', 'turn after a1', 'a2', 'turn after a2', 'a3', 'turn after a3'])
  t.equal(seen.at(6), 'b')
  t.equal(versions.size, 3, 'what was read in one turn does not hold in the next')
  t.strictSame(
    writer.pending.map(({ changes }) => changes.length),
    [4],
    'in one group'
  )
  commits[0]?.end()
  t.equal(await long, 3)
  await next
})

t.test('a long operation ends where a commit fails between its steps, and is taken back', async t => {
  const { writer, commits } = held()
  const state: string[] = []
  const failure = new Error('disk gone')
  const push = (name: string, transaction: Transaction) => {
    state.push(name)
    transaction.onUndo(() => t.equal(state.pop(), name))
    transaction.write(change)
  }
  const first = writer.run(transaction => push('a', transaction))
  while (commits.length === 0) await new Promise(setImmediate)
  const long = writer.runInSteps(
    inSlowSteps(['b1', 'b2', 'b3'], (name, transaction) => {
      push(name, transaction)
      if (name === 'b2') commits[0]?.end(failure)
    }),
    3
  )
  const later = writer.run(transaction => push('c', transaction))
  await t.rejects(first, failure)
  await t.rejects(long, failure)
  while (commits.length < 2) await new Promise(setImmediate)
  commits[1]?.end()
  await later
  t.strictSame(state, ['c'], 'what was still waiting is not concerned')
})

t.test('a long operation that throws in a later step is taken back alone', async t => {
  const { writer, commits } = held()
  const state: string[] = []
  const bad = writer.runInSteps(
    inSlowSteps(['b1', 'b2'], (name, transaction) => {
      if (name === 'b2') throw new Error('no')
      state.push(name)
      transaction.onUndo(() => state.pop())
      transaction.write(change)
    }),
    2
  )
  const good = writer.run(transaction => {
    state.push('c')
    transaction.write(change)
  })
  t.equal(writer.undoneCount, 0)
  while (commits.length === 0) await new Promise(setImmediate)
  t.equal(writer.undoneCount, 1, 'for those who read a part of it')
  commits[0]?.end()
  await t.rejects(bad, { message: 'no' })
  await good
  t.strictSame(state, ['c'])
})
