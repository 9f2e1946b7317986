import t from 'tap'
import type { Steps } from '../../../src/cluster/steps.ts'
import { DoppelError } from '../../../src/errors.ts'
import { ConsistentReads } from '../../../src/store/embedded/consistent-reads.ts'
import { GroupCommit } from '../../../src/store/embedded/group-commit.ts'
import type { Transaction } from '../../../src/store/embedded/transaction.ts'
import { Turns } from '../../../src/store/embedded/turns.ts'

const change = { kind: 'drop-document', number: 1 } as const

/** A number that operations change, and a reading of it that takes many steps and must see one value. */
class Subject {
  readonly reads: ConsistentReads
  readonly writer: GroupCommit
  value = 0
  readings = 0
  failing = 0

  constructor() {
    this.writer = new GroupCommit(async () => {
      await new Promise(setImmediate)
      if (this.failing > 0) {
        this.failing--
        throw new DoppelError('STORE_FULL', 'the disk is full')
      }
    }, 0)
    this.reads = new ConsistentReads(new Turns(0), this.writer)
  }

  write(): Promise<void> {
    return this.writer.run((transaction: Transaction) => {
      this.value++
      transaction.onUndo(() => this.value--)
      transaction.write(change)
    })
  }

  read(steps = 20): Promise<readonly number[]> {
    const subject = this
    return this.reads.read(() => {
      const { value } = subject
      subject.readings++
      const seen = function* (): Steps<number[]> {
        const values = new Set<number>()
        for (let step = 0; step < steps; step++) {
          values.add(subject.value)
          yield
        }
        return [...values]
      }
      return { steps: seen(), isStale: () => subject.value !== value }
    })
  }
}

t.test('an answer is of one state, however much is written meanwhile', async t => {
  const subject = new Subject()
  let isReading = true
  const writing = (async () => {
    while (isReading) await subject.write()
  })()
  for (let count = 0; count < 20; count++) t.equal((await subject.read()).length, 1)
  isReading = false
  await writing
  t.ok(subject.readings <= 40, `${subject.readings} readings: the second one is not disturbed`)
})

t.test('where nothing is written an answer is computed once, and its error is the answer', async t => {
  const subject = new Subject()
  t.strictSame(await subject.read(), [0])
  t.equal(subject.readings, 1)
  const failing = subject.reads.read(() => ({
    // biome-ignore lint/correctness/useYield: it fails before its first step ends.
    steps: (function* (): Steps<never> {
      throw new DoppelError('CLUSTER_NOT_FOUND', 'no')
    })(),
    isStale: () => false
  }))
  await t.rejects(failing, { code: 'CLUSTER_NOT_FOUND' })
})

t.test('an answer never tells of what a failed commit took back', async t => {
  const subject = new Subject()
  subject.failing = 1
  const writing = t.rejects(subject.write(), { code: 'STORE_FULL' })
  await Promise.resolve()
  t.strictSame(await subject.read(2), [0])
  await writing
})

t.test('long works have their turns one by one', async t => {
  const turns = new Turns(0)
  const order: string[] = []
  const work = function* (name: string, steps: number): Steps<string> {
    for (let step = 0; step < steps; step++) {
      order.push(name)
      yield
    }
    return name
  }
  const results = await Promise.all([turns.run(work('a', 3)), turns.run(work('b', 2)), turns.run(work('c', 1))])
  t.strictSame(results, ['a', 'b', 'c'])
  t.equal(order.length, 6)
  t.ok(order.indexOf('c') < order.lastIndexOf('b') && order.indexOf('b') < order.lastIndexOf('a'), order.join())
  t.equal(await turns.run(work('d', 5), () => true), undefined, 'over before its second turn')
})
