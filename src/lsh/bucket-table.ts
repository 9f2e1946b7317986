import { type Columnar, expectCounters } from '../columns/columnar.ts'
import { LineColumn, lineLength, offsetOf } from '../columns/line-column.ts'

/** Where in a line its last entry is; an entry is a key and a slot, side by side. */
const lastEntry = lineLength - 2
/** Entries a line, not counting overflow, above which the table grows: more are slower to find, fewer need more memory. */
const load = 9.2
/**
 * An overflow line is named by the complement of its number: negative as a signed 32-bit integer, unlike a slot
 * and the number of a bucket. Signed, because the compiler keeps larger numbers as floating-point ones.
 */
function linkOf(numbers: Uint32Array, line: number): number {
  return (numbers[startOf(line) + lastEntry + 1] as number) | 0
}

/**
 * Slots by band and key, in buckets of one cache line.
 *
 * To find a slot among millions is to wait for memory, so a bucket is read with one access mostly: it is a
 * line of eight entries. The last entry of a full line makes way for a link to an overflow line. An empty
 * entry has slot 0, and no entry follows it. Entries of one key are in order of addition.
 *
 * The table grows by linear hashing (Litwin, "Linear hashing: a new tool for file and table
 * addressing", 1980), so no addition ever waits for a rehash; it does not shrink. The bands take turns in the
 * order of the buckets and are split in that order, which reads and writes memory front to back. The low
 * bits of a key choose its bucket, so the keys must be well mixed.
 */
export class BucketTable implements Columnar {
  readonly #bandCount: number
  /** First the lines of the buckets, in order. */
  readonly #lines = new LineColumn()
  readonly #overflow = new LineColumn()
  #size = 0
  /** Buckets of a band at the beginning of this round of splits, a power of two. */
  #level = 1
  /** Buckets, of all bands, that this round has split. The upper halves follow after those of the level. */
  #split = 0
  /** Overflow lines below this one were in use; those that no longer are begin with the link to the next such one. */
  #overflowEnd = 0
  #free = 0
  /** Entries of one bucket, while they are moved. */
  #moved = new Uint32Array(8 * lineLength)
  #movedEnd = 0
  /** The link, if any, of each bucket that was read ahead. */
  readonly #links: Int32Array

  constructor(bandCount: number) {
    this.#bandCount = bandCount
    this.#links = new Int32Array(bandCount)
  }

  /** Reads the buckets of a document side by side: the processor then waits for many of them at once. */
  readAhead(keys: Uint32Array): void {
    for (let band = 0; band < this.#bandCount; band++) {
      const line = this.#bucketOf(band, keys[band] as number)
      this.#links[band] = linkOf(this.#lines.holding(line), line)
    }
    for (let band = 0; band < this.#bandCount; band++) {
      const link = this.#links[band] as number
      // Kept, so that reading it is not left out.
      if (link < 0) this.#links[band] = linkOf(this.#overflow.holding(~link), link)
    }
  }

  /**
   * Copies the slots of a key, oldest first.
   *
   * @returns how many there are
   */
  find(band: number, key: number, found: Uint32Array): number {
    let count = 0
    let line = this.#bucketOf(band, key)
    let numbers = this.#lines.holding(line)
    for (;;) {
      const start = startOf(line)
      const link = linkOf(numbers, line)
      const end = start + (link >= 0 ? lineLength : lastEntry)
      for (let at = start; at < end; at += 2) {
        if (numbers[at] !== key) continue
        const slot = numbers[at + 1] as number
        if (slot !== 0) found[count++] = slot
      }
      if (link >= 0) return count
      line = link
      numbers = this.#overflow.holding(~link)
    }
  }

  /**
   * Adds a slot as the newest of its key. To be followed by {@link grow}, once for many additions.
   *
   * @param cap slots of a key: where there are as many already, the oldest makes way
   * @returns the slot that made way; 0 for none
   */
  add(band: number, key: number, slot: number, cap: number): number {
    let line = this.#bucketOf(band, key)
    let numbers = this.#holding(line)
    let count = 0
    let oldestLine = 0
    let oldestAt = 0
    for (;;) {
      const start = startOf(line)
      const link = linkOf(numbers, line)
      const end = start + (link >= 0 ? lineLength : lastEntry)
      for (let at = start; at < end; at += 2) {
        if (numbers[at] !== key || numbers[at + 1] === 0) continue
        if (count === 0) {
          oldestLine = line
          oldestAt = at
        }
        count++
      }
      if (link >= 0) break
      line = link
      numbers = this.#overflow.holding(~link)
    }
    if (count >= cap) return this.#replace(oldestLine, oldestAt, key, slot)
    this.#append(line, key, slot)
    return 0
  }

  /**
   * Takes a slot out.
   *
   * @returns whether it was there
   */
  delete(band: number, key: number, slot: number): boolean {
    const bucket = this.#bucketOf(band, key)
    return this.#filter(bucket, (otherKey, other) => otherKey !== key || other !== slot)
  }

  /** Takes slots out of wherever they are, and so reads the whole table; yields now and then, to be continued soon. */
  *deleteAll(slots: ReadonlySet<number>): Generator<void, void, undefined> {
    for (let bucket = 0; bucket < this.#bucketCount; bucket++) {
      this.#filter(bucket, (_key, slot) => !slots.has(slot))
      if (bucket % 2 ** 14 === 0) yield
    }
  }

  /** Makes buckets for what was added. */
  grow(): void {
    while (this.#size > load * this.#bucketCount) this.#splitBucket()
  }

  get columns(): readonly LineColumn[] {
    return [this.#lines, this.#overflow]
  }

  get counters(): readonly number[] {
    return [this.#size, this.#level, this.#split, this.#overflowEnd, this.#free]
  }

  restore(counters: readonly number[]): void {
    expectCounters(counters, 5)
    ;[this.#size, this.#level, this.#split, this.#overflowEnd, this.#free] = counters as [
      number,
      number,
      number,
      number,
      number
    ]
  }

  get #bucketCount(): number {
    return this.#level * this.#bandCount + this.#split
  }

  /** Without a branch, because half of all guesses would be wrong. */
  #bucketOf(band: number, key: number): number {
    const bucket = Math.imul(key & (this.#level - 1), this.#bandCount) + band
    const isSplit = (bucket - this.#split) >> 31
    return bucket + (Math.imul(key & this.#level, this.#bandCount) & isSplit)
  }

  /** The array that holds a line, given as the number of a bucket or as a link. */
  #holding(line: number): Uint32Array {
    return line >= 0 ? this.#lines.holding(line) : this.#overflow.holding(~line)
  }

  /** Adds an entry behind those of the last line of a bucket. */
  #append(last: number, key: number, slot: number): void {
    let line = last
    let numbers = this.#holding(line)
    let at = startOf(line)
    const end = at + lineLength
    while (at < end && numbers[at + 1] !== 0) at += 2
    if (at === end) {
      line = this.#extend(line)
      numbers = this.#holding(line)
      at = startOf(line) + 2
    }
    numbers[at] = key
    numbers[at + 1] = slot
    this.#size++
  }

  /**
   * Takes an entry out and adds another as the last of its bucket, by moving those between.
   *
   * @returns the slot that was taken out
   */
  #replace(goneLine: number, goneAt: number, key: number, slot: number): number {
    let line = goneLine
    let numbers = this.#holding(line)
    let to = goneAt
    let holding = numbers
    const gone = numbers[to + 1] as number
    let at = goneAt + 2
    for (;;) {
      const link = linkOf(numbers, line)
      const end = startOf(line) + (link >= 0 ? lineLength : lastEntry)
      for (; at < end && numbers[at + 1] !== 0; at += 2) {
        holding[to] = numbers[at] as number
        holding[to + 1] = numbers[at + 1] as number
        holding = numbers
        to = at
      }
      if (link >= 0) break
      line = link
      numbers = this.#overflow.holding(~link)
      at = startOf(line)
    }
    holding[to] = key
    holding[to + 1] = slot
    return gone
  }

  /** Moves the last entry of a full line to a new overflow line, and links this. */
  #extend(line: number): number {
    const link = this.#takeOverflow()
    const next = this.#holding(link)
    const numbers = this.#holding(line)
    const last = startOf(line) + lastEntry
    next[startOf(link)] = numbers[last] as number
    next[startOf(link) + 1] = numbers[last + 1] as number
    numbers[last] = 0
    numbers[last + 1] = link
    return link
  }

  /** @returns the link to an empty line */
  #takeOverflow(): number {
    if (this.#free === 0) {
      const link = ~this.#overflowEnd++
      // Growing replaces the array, so the line is made before anyone holds one.
      this.#holding(link)
      return link
    }
    const link = this.#free
    const numbers = this.#holding(link)
    this.#free = (numbers[startOf(link)] as number) | 0
    numbers[startOf(link)] = 0
    return link
  }

  #releaseOverflow(link: number): void {
    const numbers = this.#holding(link)
    const start = startOf(link)
    numbers.fill(0, start, start + lineLength)
    numbers[start] = this.#free
    this.#free = link
  }

  /** Keeps what a condition holds for. */
  #filter(bucket: number, isKept: (key: number, slot: number) => boolean): boolean {
    this.#takeOut(bucket)
    let end = 0
    for (let at = 0; at < this.#movedEnd; at += 2) {
      const key = this.#moved[at] as number
      const slot = this.#moved[at + 1] as number
      this.#moved[end] = key
      this.#moved[end + 1] = slot
      if (isKept(key, slot)) end += 2
    }
    const gone = (this.#movedEnd - end) / 2
    this.#movedEnd = end
    this.#size -= gone
    this.#putIn(bucket, 0, 0)
    return gone > 0
  }

  /** Parts the next bucket by one more bit of the keys; both parts keep their order. */
  #splitBucket(): void {
    const lower = this.#split
    this.#takeOut(lower)
    this.#putIn(lower, this.#level, 0)
    this.#putIn(lower + this.#level * this.#bandCount, this.#level, this.#level)
    this.#split++
    if (this.#split === this.#level * this.#bandCount) {
      this.#level *= 2
      this.#split = 0
    }
  }

  /** Copies the entries of a bucket, and releases its overflow lines. */
  #takeOut(bucket: number): void {
    let end = 0
    for (let line = bucket; ; ) {
      const numbers = this.#holding(line)
      const start = startOf(line)
      const link = linkOf(numbers, line)
      const stop = start + (link >= 0 ? lineLength : lastEntry)
      if (end + lineLength > this.#moved.length) this.#widenMoved()
      for (let at = start; at < stop && numbers[at + 1] !== 0; at += 2) {
        this.#moved[end++] = numbers[at] as number
        this.#moved[end++] = numbers[at + 1] as number
      }
      if (line < 0) this.#releaseOverflow(line)
      if (link >= 0) break
      line = link
    }
    this.#movedEnd = end
  }

  #widenMoved(): void {
    const wider = new Uint32Array(2 * this.#moved.length)
    wider.set(this.#moved)
    this.#moved = wider
  }

  /** Fills a bucket, all of whose overflow lines are released, with those moved entries whose keys have a bit or lack it. */
  #putIn(bucket: number, mask: number, bit: number): void {
    let line = bucket
    let numbers = this.#holding(line)
    let at = startOf(line)
    let end = at + lineLength
    for (let from = 0; from < this.#movedEnd; from += 2) {
      const key = this.#moved[from] as number
      if ((key & mask) !== bit) continue
      if (at === end) {
        line = this.#extend(line)
        numbers = this.#holding(line)
        at = startOf(line) + 2
        end = startOf(line) + lineLength
      }
      numbers[at++] = key
      numbers[at++] = this.#moved[from + 1] as number
    }
    numbers.fill(0, at, end)
  }
}

/** Where in its array a line begins. */
function startOf(line: number): number {
  return offsetOf(line >= 0 ? line : ~line)
}
