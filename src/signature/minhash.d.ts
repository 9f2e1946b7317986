declare module 'minhash' {
  /** The part of the npm package `minhash` 0.0.9 that is used here; it ships no types. */
  export class Minhash {
    constructor(config?: { numPerm?: number; seed?: number })
    readonly prime: number
    readonly permA: readonly number[]
    readonly permB: readonly number[]
    readonly hashvalues: readonly number[]
    /** Hashes a string to a number below 2^33. */
    hash(text: string): number
    update(text: string): void
    jaccard(other: Minhash): number
  }
}
