import { setImmediate } from 'node:timers/promises'
import type { Steps } from '../../cluster/steps.ts'
import { DoppelError } from '../../errors.ts'
import { Transaction } from './transaction.ts'

/** Most documents that one group writes of those that keep the order of their calls, and of those that may overtake. */
const maxGroupWeight = { ordered: 512, overtaking: 128 }
/** Documents that take some milliseconds to apply or to encode. */
const largeWeight = 64
/** Most documents that may wait; further ones are refused. */
const maxWaitingWeight = 16_384
const usualTurnMs = 10

/** Those that overtake may be applied before operations that came earlier and wait for their turn. */
type Lane = 'ordered' | 'overtaking'

interface Operation {
  readonly weight: number
  readonly lane: Lane
  /** Applies the operation to the state in memory; when it throws, what it did is taken back. */
  readonly apply: (transaction: Transaction) => Steps<void>
  /** Gives the answer. */
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Operations that are applied in memory and become durable together. */
class Group {
  readonly transaction = new Transaction()
  readonly operations: Operation[] = []
  readonly settled: Promise<boolean>
  readonly #weights = { ordered: 0, overtaking: 0 }
  #settle: (isDurable: boolean) => void = () => {}

  constructor() {
    this.settled = new Promise(resolve => {
      this.#settle = resolve
    })
  }

  get weight(): number {
    return this.#weights.ordered + this.#weights.overtaking
  }

  hasRoomFor({ lane, weight }: Operation): boolean {
    return this.#weights[lane] === 0 || this.#weights[lane] + weight <= maxGroupWeight[lane]
  }

  /** Adds an operation, which is then to be applied step by step. */
  add(operation: Operation): Steps<void> {
    this.#weights[operation.lane] += operation.weight
    this.operations.push(operation)
    return operation.apply(this.transaction)
  }

  resolve(): void {
    this.#settle(true)
    for (const { resolve } of this.operations) resolve()
  }

  reject(error: unknown): void {
    this.#settle(false)
    for (const { reject } of this.operations) reject(error)
  }
}

/**
 * The single writer: applies operations one after another to the state in memory, and
 * commits them in groups. While one group is being committed, the next is applied.
 *
 * An operation resolves, or rejects with its own error, when its group is durable. When a
 * commit fails, its group and the one applied meanwhile are taken back in memory, latest
 * first, and every operation of both rejects with that error.
 */
export class GroupCommit {
  readonly #commit: (transaction: Transaction) => Promise<void>
  readonly #turnMs: number
  readonly #waiting: Readonly<Record<Lane, Operation[]>> = { ordered: [], overtaking: [] }
  /** Of each lane by itself: what waits of imports keeps no single document out. */
  readonly #waitingWeight: Record<Lane, number> = { ordered: 0, overtaking: 0 }
  #loop: Promise<void> | undefined
  /** What is being committed. */
  #committing: Group | undefined
  /** What is applied and waits for its commit. */
  #open: Group | undefined
  #pending: readonly Transaction[] = []
  #version = 0
  #undoneCount = 0
  /** Ends a wait for more operations or the end of the commit. */
  #wake: () => void = () => {}

  /**
   * @param commit makes a group durable; called for one at a time
   * @param turnMs how long operations are applied before others get a turn; 0 for one step
   */
  constructor(commit: (transaction: Transaction) => Promise<void>, turnMs = usualTurnMs) {
    this.#commit = commit
    this.#turnMs = turnMs
  }

  /** The groups that are applied in memory and not yet durable, newest first. */
  get pending(): readonly Transaction[] {
    return this.#pending
  }

  /** Changes with every operation that is applied or taken back, and with every turn of a long one. */
  get version(): number {
    return this.#version
  }

  /** Changes when an operation is taken back alone after a part of it could be read. */
  get undoneCount(): number {
    return this.#undoneCount
  }

  /** Resolves to whether all that is applied became durable; undefined when it is. */
  get settled(): Promise<boolean> | undefined {
    return (this.#open ?? this.#committing)?.settled
  }

  /**
   * Runs an operation in turn: in the order of the calls, those that may overtake apart.
   *
   * @param operation changes the state in memory at once and records its changes; when it
   * throws, what it did is taken back
   * @param weight number of documents
   * @param overtakes whether it may go before operations that wait for their turn; room is kept for them in each group
   * @throws DoppelError STORE_BUSY when too much is waiting in the same way
   */
  run<Result>(operation: (transaction: Transaction) => Result, weight?: number, overtakes?: boolean): Promise<Result> {
    return this.runInSteps(inOneStep(operation), weight, overtakes)
  }

  /**
   * The same for an operation that takes long: others get a turn between its steps, though no other operation. What
   * they read of it by then is given to them once it is durable.
   */
  runInSteps<Result>(
    operation: (transaction: Transaction) => Steps<Result>,
    weight = 1,
    overtakes = false
  ): Promise<Result> {
    const lane = overtakes ? 'overtaking' : 'ordered'
    const waiting = this.#waitingWeight[lane]
    if (waiting > 0 && waiting + weight > maxWaitingWeight) {
      return Promise.reject(new DoppelError('STORE_BUSY', 'too many documents are waiting to be stored'))
    }
    return new Promise<Result>((resolve, reject) => {
      let answer: () => void = () => {}
      const attempt = this.#attempt(operation, resolve, reject)
      this.#waiting[lane].push({
        weight,
        lane,
        *apply(transaction) {
          answer = yield* attempt(transaction)
        },
        resolve: () => answer(),
        reject
      })
      this.#waitingWeight[lane] += weight
      this.#loop ??= this.#work()
      this.#wake()
    })
  }

  /** Waits until nothing is waiting or being written. */
  async idle(): Promise<void> {
    while (this.#loop !== undefined) await this.#loop
  }

  async #work(): Promise<void> {
    // Lets all requests of this turn of the event loop join the first group.
    await Promise.resolve()
    while (this.#isWaited || this.#pending.length > 0) {
      await this.#apply()
      if (this.#committing !== undefined) await this.#awake()
      else if (this.#open !== undefined) await this.#begin()
    }
    this.#loop = undefined
  }

  /** Begins a commit. To encode a large group takes long enough for others to get a turn before. */
  async #begin(): Promise<void> {
    if ((this.#open?.weight ?? 0) > largeWeight) await setImmediate()
    if (this.#open !== undefined) void this.#write(this.#open)
  }

  #awake(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve
    })
  }

  /** Applies what waits, until the open group is full. */
  async #apply(): Promise<void> {
    let turnEnd = performance.now() + this.#turnMs
    for (let next = this.#next; next !== undefined; next = this.#next) {
      this.#waiting[next.lane].shift()
      this.#waitingWeight[next.lane] -= next.weight
      const open = this.#open ?? new Group()
      this.#setGroups(open, this.#committing)
      const steps = open.add(next)
      while (steps.next().done !== true) {
        if (performance.now() < turnEnd) continue
        await setImmediate()
        turnEnd = performance.now() + this.#turnMs
        // A commit has failed meanwhile: the open group is taken back, and with it what is done of this operation.
        if (this.#open !== open) break
        this.#setGroups(open, this.#committing)
      }
    }
  }

  get #isWaited(): boolean {
    return this.#waiting.ordered.length > 0 || this.#waiting.overtaking.length > 0
  }

  /** What comes next into the open group; undefined where it is full. */
  get #next(): Operation | undefined {
    const candidates = [this.#waiting.overtaking[0], this.#waiting.ordered[0]]
    return candidates.find(next => next !== undefined && (this.#open?.hasRoomFor(next) ?? true))
  }

  /** Runs an operation, and gives what tells its answer. */
  #attempt<Result>(
    operation: (transaction: Transaction) => Steps<Result>,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void
  ) {
    const writer = this
    return function* (transaction: Transaction): Steps<() => void> {
      const savepoint = transaction.savepoint
      const version = writer.#version
      try {
        const result = yield* operation(transaction)
        return () => resolve(result)
      } catch (error) {
        transaction.undo(savepoint)
        if (writer.#version !== version) writer.#undoneCount++
        return () => reject(error)
      }
    }
  }

  async #write(group: Group): Promise<void> {
    this.#setGroups(undefined, group)
    try {
      if (group.transaction.changes.length > 0) await this.#commit(group.transaction)
      this.#setGroups(this.#open, undefined)
      group.resolve()
    } catch (error) {
      this.#takeBack(group, error)
    } finally {
      this.#wake()
    }
  }

  /** @throws what an undo throws, which is a defect: the memory tells of what is not stored. Nobody waits for ever then. */
  #takeBack(group: Group, error: unknown): void {
    const later = this.#open
    try {
      later?.transaction.undo()
      group.transaction.undo()
    } finally {
      this.#setGroups(undefined, undefined)
      group.reject(error)
      later?.reject(error)
    }
  }

  #setGroups(open: Group | undefined, committing: Group | undefined): void {
    this.#version++
    this.#open = open
    this.#committing = committing
    this.#pending = [open, committing].flatMap(group => group?.transaction ?? [])
  }
}

/** A step after it too, so that time is looked at after every operation that succeeds. */
function inOneStep<Result>(operation: (transaction: Transaction) => Result) {
  return function* (transaction: Transaction): Steps<Result> {
    const result = operation(transaction)
    yield
    return result
  }
}
