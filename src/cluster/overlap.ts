/** What two documents are compared by. */
export interface Comparable {
  readonly signature: Uint32Array
  /** Shingle set, ascending; undefined where only a signature is known. */
  readonly shingles: Uint32Array | undefined
}

/** How much two documents have in common, as counts: exact to store and symmetric. */
export interface Overlap {
  /** Slots in which the signatures agree; empty slots never do. */
  readonly equalSlots: number
  /** Shingles in both sets; undefined when either set is unknown. */
  readonly shared: number | undefined
}

const emptySlot = 0xffffffff

/**
 * Compares two documents.
 *
 * @returns counts; symmetric in its arguments
 */
export function overlapOf(left: Comparable, right: Comparable): Overlap {
  return {
    equalSlots: countEqualSlots(left.signature, right.signature),
    shared: left.shingles && right.shingles ? countShared(left.shingles, right.shingles) : undefined
  }
}

/** The Jaccard similarity of two sets of the given sizes; 0 when both are empty. */
export function jaccard(shared: number, leftSize: number, rightSize: number): number {
  const union = leftSize + rightSize - shared
  return union === 0 ? 0 : shared / union
}

function countEqualSlots(left: Uint32Array, right: Uint32Array): number {
  let equal = 0
  for (let slot = 0; slot < left.length; slot++) {
    if (left[slot] === right[slot] && left[slot] !== emptySlot) equal++
  }
  return equal
}

function countShared(left: Uint32Array, right: Uint32Array): number {
  let shared = 0
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const a = left[i] as number
    const b = right[j] as number
    if (a === b) shared++
    if (a <= b) i++
    if (b <= a) j++
  }
  return shared
}
