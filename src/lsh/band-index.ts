/**
 * Which entries lie in which bucket, in memory.
 *
 * @typeParam Entry anything with an identity
 */
export class BandIndex<Entry> {
  /** For each band, its buckets by key. A bucket of one entry is the entry itself. */
  readonly #bands: Map<number, Entry | Set<Entry>>[] = []

  /** Puts an entry into one bucket a band. */
  add(entry: Entry, bandKeys: Uint32Array): void {
    for (let band = 0; band < bandKeys.length; band++) {
      const buckets = this.#bucketsOf(band)
      const key = bandKeys[band] as number
      const bucket = buckets.get(key)
      if (bucket === undefined) buckets.set(key, entry)
      else if (bucket instanceof Set) bucket.add(entry)
      else buckets.set(key, new Set([bucket, entry]))
    }
  }

  /** Takes an entry out of the buckets it was added to. */
  delete(entry: Entry, bandKeys: Uint32Array): void {
    for (let band = 0; band < bandKeys.length; band++) {
      const buckets = this.#bucketsOf(band)
      const key = bandKeys[band] as number
      const bucket = buckets.get(key)
      if (bucket instanceof Set) {
        bucket.delete(entry)
        if (bucket.size === 0) buckets.delete(key)
      } else if (bucket === entry) {
        buckets.delete(key)
      }
    }
  }

  /** The entries that share at least one bucket with the given keys. */
  candidates(bandKeys: Uint32Array): Set<Entry> {
    const found = new Set<Entry>()
    for (let band = 0; band < bandKeys.length; band++) {
      const bucket = this.#bucketsOf(band).get(bandKeys[band] as number)
      if (bucket instanceof Set) for (const entry of bucket) found.add(entry)
      else if (bucket !== undefined) found.add(bucket)
    }
    return found
  }

  #bucketsOf(band: number): Map<number, Entry | Set<Entry>> {
    let buckets = this.#bands[band]
    if (buckets === undefined) {
      buckets = new Map()
      this.#bands[band] = buckets
    }
    return buckets
  }
}
