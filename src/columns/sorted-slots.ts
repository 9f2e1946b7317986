/** Slots of a chunk at most. */
const capacity = 512
/** Room that a single chunk begins with: a few slots need no more. */
const firstCapacity = 16

/** Two neighbouring chunks with no more slots than this together become one. */
const mergeBelow = capacity / 2

interface Chunk {
  slots: Uint32Array
  count: number
}

/**
 * Slots in the order of a comparator, as a list of sorted chunks: an addition moves some
 * hundreds of numbers at most. Filled in ascending order, all chunks are full.
 *
 * The order must be total, and must not change for a slot while it is in.
 */
export class SortedSlots {
  readonly #compare: (a: number, b: number) => number
  /** In order; none is empty. */
  readonly #chunks: Chunk[] = []
  /** One that became empty, to be used again: a single slot that comes and goes needs no memory. */
  #spare: Chunk | undefined
  #size = 0

  /** @param compare negative when `a` comes before `b`, 0 only for the same slot */
  constructor(compare: (a: number, b: number) => number) {
    this.#compare = compare
  }

  /** Replaces the contents by distinct slots that are in order already; this is not checked. */
  load(sorted: Uint32Array): void {
    this.#chunks.length = 0
    for (let start = 0; start < sorted.length; start += capacity) {
      this.#chunks.push(this.#chunkOf(sorted.subarray(start, start + capacity)))
    }
    this.#size = sorted.length
  }

  /** Replaces the contents by distinct slots in any order. */
  fill(slots: Uint32Array): void {
    this.load(slots.toSorted(this.#compare))
  }

  /** Takes in the slots of another list of the same order, none of which is in this one. */
  merge(other: SortedSlots): void {
    const [left, right] = [this.toArray(), other.toArray()]
    const merged = new Uint32Array(left.length + right.length)
    let a = 0
    let b = 0
    for (let at = 0; at < merged.length; at++) {
      const isLeft = b === right.length || (a < left.length && this.#compare(left[a] as number, right[b] as number) < 0)
      merged[at] = (isLeft ? left[a++] : right[b++]) as number
    }
    this.load(merged)
  }

  /** The slots in order, for {@link load}. */
  toArray(): Uint32Array {
    const sorted = new Uint32Array(this.#size)
    let start = 0
    for (const { slots, count } of this.#chunks) {
      sorted.set(slots.subarray(0, count), start)
      start += count
    }
    return sorted
  }

  get size(): number {
    return this.#size
  }

  /** The first slot, or 0. */
  get first(): number {
    return this.#chunks[0]?.slots[0] ?? 0
  }

  /** The last slot, or 0. */
  get last(): number {
    const last = this.#chunks.at(-1)
    return last === undefined ? 0 : lastOf(last)
  }

  /** Adds a slot that is not in. */
  add(slot: number): void {
    this.#size++
    const last = this.#chunks.at(-1)
    if (last === undefined || this.#compare(lastOf(last), slot) < 0) this.#append(last, slot)
    else this.#insert(slot)
  }

  /**
   * Takes a slot out.
   *
   * @returns whether it was in
   */
  delete(slot: number): boolean {
    const isNotBefore = (other: number) => this.#compare(other, slot) >= 0
    const index = this.#chunkWhere(isNotBefore)
    const chunk = this.#chunks[index]
    if (chunk === undefined) return false
    const position = positionWhere(chunk, isNotBefore)
    if (chunk.slots[position] !== slot) return false
    chunk.slots.copyWithin(position, position + 1, chunk.count)
    chunk.count--
    this.#size--
    if (chunk.count === 0) [this.#spare] = this.#chunks.splice(index, 1)
    else this.#merge(index === 0 ? 0 : index - 1) || this.#merge(index)
    return true
  }

  /**
   * The slots from the first one for which a condition holds, ascending. Nothing may be added or deleted meanwhile.
   *
   * @param isAfter if it holds for a slot, it holds for all later ones
   */
  *after(isAfter: (slot: number) => boolean): Generator<number, void, undefined> {
    let index = this.#chunkWhere(isAfter)
    const start = this.#chunks[index]
    let position = start === undefined ? 0 : positionWhere(start, isAfter)
    for (; index < this.#chunks.length; index++) {
      const { slots, count } = this.#chunks[index] as Chunk
      for (; position < count; position++) yield slots[position] as number
      position = 0
    }
  }

  /**
   * The slots from the last one for which a condition holds, descending. Nothing may be added or deleted meanwhile.
   *
   * @param isBefore if it holds for a slot, it holds for all earlier ones
   */
  *before(isBefore: (slot: number) => boolean): Generator<number, void, undefined> {
    const isPast = (slot: number) => !isBefore(slot)
    let index = this.#chunkWhere(isPast)
    const start = this.#chunks[index]
    let position = start === undefined ? 0 : positionWhere(start, isPast)
    for (;;) {
      const { slots } = this.#chunks[index] ?? none
      while (position > 0) yield slots[--position] as number
      index--
      const chunk = this.#chunks[index]
      if (chunk === undefined) return
      position = chunk.count
    }
  }

  #append(last: Chunk | undefined, slot: number): void {
    if (last === undefined || last.count === capacity) {
      this.#chunks.push(this.#chunkOf([slot]))
    } else {
      makeRoom(last)
      last.slots[last.count] = slot
      last.count++
    }
  }

  /** Adds a slot before the last one. */
  #insert(slot: number): void {
    const isAfter = (other: number) => this.#compare(other, slot) > 0
    let index = this.#chunkWhere(isAfter)
    let chunk = this.#chunks[index] as Chunk
    if (chunk.count === capacity) {
      this.#chunks.splice(index + 1, 0, this.#chunkOf(chunk.slots.subarray(capacity / 2)))
      chunk.count = capacity / 2
      if (!isAfter(lastOf(chunk))) index++
      chunk = this.#chunks[index] as Chunk
    }
    makeRoom(chunk)
    const position = positionWhere(chunk, isAfter)
    chunk.slots.copyWithin(position + 1, position, chunk.count)
    chunk.slots[position] = slot
    chunk.count++
  }

  #chunkOf(sorted: ArrayLike<number>): Chunk {
    const isFew = this.#chunks.length === 0 && sorted.length <= firstCapacity
    const chunk = this.#spare ?? { slots: new Uint32Array(isFew ? firstCapacity : capacity), count: 0 }
    this.#spare = undefined
    if (chunk.slots.length < sorted.length) chunk.slots = new Uint32Array(capacity)
    chunk.slots.set(sorted)
    chunk.count = sorted.length
    return chunk
  }

  /** Merges a chunk with the one after it if both are small. */
  #merge(index: number): boolean {
    const chunk = this.#chunks[index] as Chunk
    const next = this.#chunks[index + 1]
    if (next === undefined || chunk.count + next.count > mergeBelow) return false
    if (chunk.slots.length < capacity) widen(chunk)
    chunk.slots.set(next.slots.subarray(0, next.count), chunk.count)
    chunk.count += next.count
    this.#chunks.splice(index + 1, 1)
    return true
  }

  /** The index of the first chunk that has a slot for which a monotone condition holds. */
  #chunkWhere(holds: (slot: number) => boolean): number {
    return partitionPoint(this.#chunks.length, index => holds(lastOf(this.#chunks[index] as Chunk)))
  }
}

const none: Chunk = { slots: new Uint32Array(0), count: 0 }

/** Makes room for one more slot in a chunk that is not full. */
function makeRoom(chunk: Chunk): void {
  if (chunk.count === chunk.slots.length) widen(chunk)
}

function widen(chunk: Chunk): void {
  const slots = new Uint32Array(capacity)
  slots.set(chunk.slots)
  chunk.slots = slots
}

function lastOf({ slots, count }: Chunk): number {
  return slots[count - 1] as number
}

function positionWhere({ slots, count }: Chunk, holds: (slot: number) => boolean): number {
  return partitionPoint(count, position => holds(slots[position] as number))
}

/** The least of the numbers below `count` for which a monotone condition holds, else `count`. */
export function partitionPoint(count: number, holds: (position: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
