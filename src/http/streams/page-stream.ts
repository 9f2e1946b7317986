import { Readable } from 'node:stream'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { DoppelError } from '../../errors.ts'
import type { Page } from '../../store/document-store.ts'
import { encodeInTurns, jsonPieces } from './json-pieces.ts'

/** Reads the page that a cursor leads to. */
export type ReadPage = (cursor: string) => Promise<Page<object>>

/** How long a page waits for a store that is busy, in all and between two attempts. */
const busyPatienceMs = 60_000
const busyPauseMs = 50

/**
 * The items of a listing as NDJSON, page after page.
 *
 * A page is read when the one before has been taken: no more than one page is kept here, whatever the client does.
 */
export class PageStream extends Readable {
  readonly #readPage: ReadPage
  readonly #onFailure: (error: unknown) => void
  #first: Page<object> | undefined
  #cursor: string | undefined
  #isReading = false
  #count = 0

  /**
   * @param first the first page
   * @param onFailure told once when a page cannot be read; the stream then neither goes on nor ends
   */
  constructor(first: Page<object>, readPage: ReadPage, onFailure: (error: unknown) => void) {
    super()
    this.#first = first
    this.#readPage = readPage
    this.#onFailure = onFailure
  }

  /** Whether the store has to do its part now; otherwise it is the client's turn. */
  get isReading(): boolean {
    return this.#isReading
  }

  /** Items that were given out so far. */
  get count(): number {
    return this.#count
  }

  override _read(): void {
    this.#isReading = true
    this.#nextLines().then(
      ({ count, lines }) => {
        this.#isReading = false
        if (this.destroyed) return
        this.#count += count
        for (const bytes of lines) this.push(bytes)
        if (this.#cursor === undefined) this.push(null)
      },
      error => this.#onFailure(error)
    )
  }

  async #nextLines(): Promise<{ count: number; lines: readonly Buffer[] }> {
    const items = await this.#nextItems()
    return { count: items.length, lines: await encodeInTurns(linesOf(items)) }
  }

  /** The next items; none at the end, or where nobody is left to take them. */
  async #nextItems(): Promise<Page<object>['items']> {
    let page = this.#first
    this.#first = undefined
    for (;;) {
      page ??= await this.#readPatiently(this.#cursor as string)
      this.#cursor = page.nextCursor
      if (page.items.length > 0 || this.#cursor === undefined || this.destroyed) return page.items
      page = undefined
    }
  }

  async #readPatiently(cursor: string): Promise<Page<object>> {
    for (const deadline = performance.now() + busyPatienceMs; ; await pause(busyPauseMs)) {
      // Other requests get their turn between pages.
      await nextTurn()
      try {
        return await this.#readPage(cursor)
      } catch (error) {
        const mayRetry = isBusy(error) && !this.destroyed && performance.now() < deadline
        if (!mayRetry) throw error
      }
    }
  }
}

function* linesOf(items: Page<object>['items']): Generator<string, void, void> {
  for (const item of items) {
    yield* jsonPieces(item)
    yield '\n'
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof DoppelError && error.code === 'STORE_BUSY'
}
