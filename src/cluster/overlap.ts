import { sharedKernel } from '../kernel/kernel.ts'

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

/**
 * Compares two documents.
 *
 * @returns counts; symmetric in its arguments
 */
export function overlapOf(left: Comparable, right: Comparable): Overlap {
  return {
    equalSlots: sharedKernel().countEqualSlots(left.signature, right.signature),
    shared: sharedOf(left.shingles, right.shingles)
  }
}

/** Counts the shingles in both of two sets; undefined when either is unknown. */
export function sharedOf(left: Uint32Array | undefined, right: Uint32Array | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : sharedKernel().countShared(left, right)
}

/** The Jaccard similarity of two sets of the given sizes; 0 when both are empty. */
export function jaccard(shared: number, leftSize: number, rightSize: number): number {
  const union = leftSize + rightSize - shared
  return union === 0 ? 0 : shared / union
}
