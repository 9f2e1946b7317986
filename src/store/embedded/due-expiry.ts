import type { CollectionIndex } from './collection-index.ts'
import type { DocumentWriter } from './document-writer.ts'
import type { GroupCommit } from './group-commit.ts'

/** Most expired documents that are removed in one operation. */
const sliceSize = 256

/** Removes what has expired before an operation that would see it, a slice at a time, so that others get a turn. */
export class DueExpiry {
  readonly #writer: GroupCommit
  readonly #documents: DocumentWriter
  readonly #clock: () => number
  readonly #running = new Map<CollectionIndex, Promise<void>>()

  /** @param clock milliseconds since 1970 */
  constructor(writer: GroupCommit, documents: DocumentWriter, clock: () => number) {
    this.#writer = writer
    this.#documents = documents
    this.#clock = clock
  }

  /**
   * Removes what has expired; undefined where nothing has. Whoever comes meanwhile waits
   * for it too, so that operations keep the order of their calls.
   */
  run(index: CollectionIndex): Promise<void> | undefined {
    const running = this.#running.get(index)
    if (running === undefined && !index.hasExpired(this.#clock())) return undefined
    const slices = () => this.#removeSlices(index)
    const expiry = running === undefined ? slices() : running.then(slices)
    this.#running.set(index, expiry)
    const end = () => {
      if (this.#running.get(index) === expiry) this.#running.delete(index)
    }
    // Not at once: a call that comes before those that wait have gone on is to wait as well.
    expiry.then(() => setImmediate(end), end)
    return expiry
  }

  async #removeSlices(index: CollectionIndex): Promise<void> {
    while (index.hasExpired(this.#clock())) {
      await this.#writer.runInSteps(
        transaction => this.#documents.expire(index, transaction, this.#clock(), sliceSize),
        sliceSize,
        // What was queued earlier removes what has expired by itself; a read need not wait for it.
        true
      )
    }
  }
}
