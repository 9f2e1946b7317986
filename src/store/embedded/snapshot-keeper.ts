import type { CollectionIndex } from './collection-index.ts'
import type { Journal } from './journal.ts'
import { snapshotParts } from './snapshot.ts'
import type { SnapshotPlace } from './snapshot-place.ts'

/** When a snapshot is worth its cost. */
export interface SnapshotThresholds {
  /** How long nothing is written before one is taken, in milliseconds. */
  readonly idleMs: number
  /** Fewer changes than this are replayed at once. */
  readonly minChanges: number
  /** Share of all rows that must have changed. */
  readonly minShare: number
}

const usualThresholds: SnapshotThresholds = { idleMs: 5000, minChanges: 10_000, minShare: 0.1 }

/** What a snapshot is taken of. */
export interface SnapshotSubject {
  /** Changes with every change of the indexes. */
  readonly version: number
  /** Whether everything in the indexes is durable. */
  readonly isSettled: boolean
  /** Whether the journal holds no other rows. A start from a snapshot would not find them. */
  readonly isComplete: boolean
  readonly indexes: readonly CollectionIndex[]
}

/**
 * Takes snapshots when the writer has a rest, and at the end, so that the next start needs
 * not build the indexes from all rows. A write that comes meanwhile goes first: the snapshot is given up.
 */
export class SnapshotKeeper {
  readonly #journal: Journal
  readonly #place: SnapshotPlace
  readonly #subject: SnapshotSubject
  readonly #notice: (message: string) => void
  readonly #thresholds: SnapshotThresholds
  #identity = ''
  /** The commit up to which there is a snapshot. */
  #sequence: number | undefined
  #changes = 0
  #version = -1
  #since = 0
  #taking: Promise<void> | undefined
  #hasFailed = false

  /** @param notice is told of a failure, once until a snapshot is taken again */
  constructor(
    journal: Journal,
    place: SnapshotPlace,
    subject: SnapshotSubject,
    notice: (message: string) => void,
    thresholds: SnapshotThresholds = usualThresholds
  ) {
    this.#journal = journal
    this.#place = place
    this.#subject = subject
    this.#notice = notice
    this.#thresholds = thresholds
  }

  /**
   * Tells what the start found.
   *
   * @param sequence the commit of the snapshot that was used; undefined without one
   * @param changes what was built from rows
   */
  started(identity: string, sequence: number | undefined, changes: number): void {
    this.#identity = identity
    this.#sequence = sequence
    this.#changes = changes
  }

  /** Tells of changes that were committed. */
  committed(changes: number): void {
    this.#changes += changes
  }

  /** Takes a snapshot if it is time for one. To be called now and then. */
  tick(now: number): void {
    const { version, isSettled, isComplete } = this.#subject
    const { idleMs, minChanges, minShare } = this.#thresholds
    if (version !== this.#version || !isSettled) {
      this.#version = version
      this.#since = now
      this.#trim()
    } else if (
      isComplete &&
      now - this.#since >= idleMs &&
      this.#changes >= minChanges &&
      this.#changes >= minShare * this.#rows
    ) {
      this.#taking ??= this.#tryToTake().finally(() => {
        this.#taking = undefined
      })
    }
  }

  /** Takes a last snapshot if there is much that the former one lacks. Nothing may be written any more. */
  async close(): Promise<void> {
    await this.#taking
    if (this.#subject.isComplete && this.#changes >= this.#thresholds.minChanges) await this.#tryToTake()
  }

  /** Without a snapshot the next start takes longer, and no more. */
  async #tryToTake(): Promise<void> {
    try {
      await this.#take()
      this.#hasFailed = false
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (!this.#hasFailed) this.#notice(`no snapshot can be taken, the next start takes longer: ${reason}`)
      this.#hasFailed = true
    }
  }

  async #take(): Promise<void> {
    const { version } = this.#subject
    const { sequence } = this.#journal
    const changes = this.#changes
    const parts = snapshotParts({ identity: this.#identity, sequence }, this.#subject.indexes)
    if (!(await this.#place.write(parts, () => this.#subject.version !== version))) return
    this.#sequence = sequence
    this.#changes -= changes
    this.#journal.trimLog(sequence)
  }

  /** The log is of use as far as it is shorter to replay than all rows, and for the snapshot that is being written. */
  #trim(): void {
    if (this.#taking !== undefined || (this.#sequence !== undefined && this.#changes <= this.#rows)) return
    this.#sequence = undefined
    this.#journal.trimLog(this.#journal.sequence)
  }

  get #rows(): number {
    return this.#subject.indexes.reduce((rows, { ordered }) => rows + ordered.size, 0) * 2
  }
}
