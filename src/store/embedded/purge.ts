import type { ClusterIndex } from '../../cluster/cluster-index.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Change } from './journal.ts'

/** Rows that are dropped in one step, so that others get a turn. */
const slice = 256
/** How long to wait after a failure, in milliseconds. */
const retryMs = 1000

/** Numbers of rows that nothing refers to. */
export interface Orphans {
  readonly documents: Iterable<number>
  readonly contents: Iterable<number>
}

/** The rows of a collection that was deleted. */
export function rowsOf({ documents, contents }: ClusterIndex): Orphans {
  return { documents: documents.numbers(), contents: contents.numbers() }
}

/**
 * Drops the rows of deleted collections in the background. What is left when the process
 * ends is found again at the next start.
 */
export class Purge {
  readonly #writer: GroupCommit
  readonly #orphans: Iterator<Change>[] = []
  #work: Promise<void> | undefined
  /** Whether rows were taken that are not yet dropped. */
  #isDropping = false
  #isStopped = false

  constructor(writer: GroupCommit) {
    this.#writer = writer
  }

  /** Whether all rows that it was given are gone. */
  get isDone(): boolean {
    return this.#orphans.length === 0 && !this.#isDropping
  }

  /** Takes rows to drop. */
  add({ documents, contents }: Orphans): void {
    this.#orphans.push(drops('drop-document', documents), drops('drop-content', contents))
    this.#start()
  }

  /** Drops no more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#work
  }

  #start(): void {
    this.#work ??= this.#run().finally(() => {
      this.#work = undefined
      // Some may have come since the last look.
      if (this.#orphans.length > 0 && !this.#isStopped) this.#start()
    })
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      const changes = this.#take()
      if (changes.length === 0) return
      this.#isDropping = true
      await this.#drop(changes)
    }
  }

  async #drop(changes: readonly Change[]): Promise<void> {
    try {
      await this.#writer.run(transaction => {
        for (const change of changes) transaction.write(change)
      }, slice)
      this.#isDropping = false
    } catch {
      if (this.#isStopped) return
      await new Promise(resolve => setTimeout(resolve, retryMs).unref())
      await this.#drop(changes)
    }
  }

  #take(): Change[] {
    const changes: Change[] = []
    while (changes.length < slice) {
      const [orphans] = this.#orphans
      if (orphans === undefined) break
      const { done, value } = orphans.next()
      if (done === true) this.#orphans.shift()
      else changes.push(value)
    }
    return changes
  }
}

function* drops(kind: 'drop-document' | 'drop-content', numbers: Iterable<number>): Generator<Change> {
  for (const number of numbers) yield { kind, number }
}
