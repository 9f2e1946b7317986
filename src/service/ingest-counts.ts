import type { Ingested } from '../store/documents.ts'

/** How often each answer to an ingest was given since the start of the process. */
export class IngestCounts {
  readonly #counts = new Map<string, { readonly status: string; readonly verdict: string; count: number }>()
  #failed = 0

  /** Documents that were refused. */
  get failed(): number {
    return this.#failed
  }

  add(result: Ingested | Error): void {
    if (result instanceof Error) {
      this.#failed++
      return
    }
    const { status, verdict } = result
    const key = `${status} ${verdict}`
    const entry = this.#counts.get(key) ?? { status, verdict, count: 0 }
    entry.count++
    this.#counts.set(key, entry)
  }

  entries(): Iterable<{ readonly status: string; readonly verdict: string; readonly count: number }> {
    return this.#counts.values()
  }
}
