import { setImmediate } from 'node:timers/promises'
import { DoppelError } from '../../errors.ts'
import { Transaction } from './transaction.ts'

/** Most documents that one group writes. */
const maxGroupWeight = 256
/** Most documents that may wait; further ones are refused. */
const maxWaitingWeight = 16_384
/** How long operations are applied before others get a turn, in milliseconds. */
const turnMs = 10

interface Waiting {
  readonly weight: number
  /** Applies the operation to the state in memory. */
  readonly apply: (transaction: Transaction) => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * The single writer: applies operations one after another to the state in memory, and
 * commits those that came while the last commit ran as one group.
 *
 * An operation resolves when its group is durable. When the commit fails, the whole
 * group is taken back in memory and every operation of it rejects.
 */
export class GroupCommit {
  readonly #commit: (transaction: Transaction) => Promise<void>
  #waiting: Waiting[] = []
  #waitingWeight = 0
  #loop: Promise<void> | undefined
  #current: Transaction | undefined
  #settled: Promise<boolean> | undefined

  /** @param commit makes a group durable */
  constructor(commit: (transaction: Transaction) => Promise<void>) {
    this.#commit = commit
  }

  /** The group that is applied in memory and not yet durable. */
  get current(): Transaction | undefined {
    return this.#current
  }

  /** Resolves to whether the current group became durable; undefined when there is none. */
  get settled(): Promise<boolean> | undefined {
    return this.#settled
  }

  /**
   * Runs an operation in turn.
   *
   * @param operation changes the state in memory at once and records its changes; when it
   * throws, what it did is taken back
   * @param weight number of documents
   * @throws DoppelError STORE_BUSY when too much is waiting
   */
  run<Result>(operation: (transaction: Transaction) => Result, weight = 1): Promise<Result> {
    if (this.#waitingWeight > 0 && this.#waitingWeight + weight > maxWaitingWeight) {
      return Promise.reject(new DoppelError('STORE_BUSY', 'too many documents are waiting to be stored'))
    }
    return new Promise<Result>((resolve, reject) => {
      let result: Result
      this.#waiting.push({
        weight,
        apply: transaction => {
          result = operation(transaction)
        },
        resolve: () => resolve(result),
        reject
      })
      this.#waitingWeight += weight
      this.#loop ??= this.#work()
    })
  }

  /** Waits until nothing is waiting or being written. */
  async idle(): Promise<void> {
    while (this.#loop !== undefined) await this.#loop
  }

  async #work(): Promise<void> {
    // Lets all requests of this turn of the event loop join the first group.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#writeGroup()
    this.#loop = undefined
  }

  async #writeGroup(): Promise<void> {
    const transaction = new Transaction()
    let settle: (isDurable: boolean) => void = () => {}
    this.#settled = new Promise(resolve => {
      settle = resolve
    })
    this.#current = transaction
    const applied = await this.#applyGroup(transaction)
    try {
      if (transaction.changes.length > 0) await this.#commit(transaction)
      this.#endGroup()
      settle(true)
      for (const { resolve } of applied) resolve()
    } catch (error) {
      transaction.undo()
      this.#endGroup()
      settle(false)
      for (const { reject } of applied) reject(error)
    }
  }

  #endGroup(): void {
    this.#current = undefined
    this.#settled = undefined
  }

  async #applyGroup(transaction: Transaction): Promise<Waiting[]> {
    const applied: Waiting[] = []
    let weight = 0
    let turnEnd = performance.now() + turnMs
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (weight > 0 && weight + next.weight > maxGroupWeight) break
      this.#waiting.shift()
      this.#waitingWeight -= next.weight
      weight += next.weight
      if (apply(next, transaction)) applied.push(next)
      if (performance.now() > turnEnd) {
        await setImmediate()
        turnEnd = performance.now() + turnMs
      }
    }
    return applied
  }
}

function apply(operation: Waiting, transaction: Transaction): boolean {
  const savepoint = transaction.savepoint
  try {
    operation.apply(transaction)
    return true
  } catch (error) {
    transaction.undo(savepoint)
    operation.reject(error)
    return false
  }
}
