import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DoppelError } from '../../errors.ts'

/** How long a measurement holds, in milliseconds: it takes longer than to store a document. */
const measurementMs = 50

/**
 * How often garbage is collected before anything is refused, in milliseconds. It takes a share of a second at most, and
 * the alternative is to refuse documents for the memory of what is long gone: the collector by itself takes its time.
 */
const collectionEveryMs = 10_000

/** Refuses what would make the memory grow beyond a bound, so that the process does not die of it. */
export class MemoryLimit {
  readonly #limitBytes: number
  readonly #usedBytes: () => number
  readonly #collect: () => void
  #collectedAt = Number.NEGATIVE_INFINITY
  #used = 0
  #measuredAt = Number.NEGATIVE_INFINITY

  /**
   * @param limitBytes Infinity for none
   * @param usedBytes measures the memory in use
   * @param collect collects garbage
   */
  constructor(limitBytes: number, usedBytes: () => number = memoryInUse, collect: () => void = collectGarbage) {
    this.#limitBytes = limitBytes
    this.#usedBytes = usedBytes
    this.#collect = collect
  }

  /** @throws DoppelError STORE_FULL when the limit is reached */
  check(): void {
    if (this.#limitBytes === Number.POSITIVE_INFINITY) return
    const now = performance.now()
    if (now - this.#measuredAt > measurementMs) {
      this.#used = this.#usedBytes()
      this.#measuredAt = now
    }
    if (this.#used >= this.#limitBytes && now - this.#collectedAt > collectionEveryMs) {
      this.#collectedAt = now
      this.#collect()
      this.#used = this.#usedBytes()
    }
    if (this.#used < this.#limitBytes) return
    const megabytes = Math.round(this.#used / 1e6)
    throw new DoppelError('STORE_FULL', `${megabytes} MB of memory are in use, the limit is ${this.#limitBytes} bytes`)
  }
}

/**
 * Heap and buffers of the process. Pages of the data file in memory do not count: the system takes them back.
 * `process.memoryUsage()` says the same, but asks the system for more, and waits while other threads map memory.
 */
function memoryInUse(): number {
  const { used_heap_size, external_memory } = getHeapStatistics()
  return used_heap_size + external_memory
}

let collector: (() => void) | undefined

/** The engine shows its collector to what is made after it was told to. */
function collectGarbage(): void {
  if (collector === undefined) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as () => void
  }
  collector()
}
