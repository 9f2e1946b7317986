import { extname } from 'node:path'
import { DoppelError } from '../errors.ts'
import type { ExtractedPage, PageExtractor } from '../service/page-extractor.ts'
import { type Asker, nobody } from '../threads/asker.ts'
import { ThreadFault } from '../threads/thread-fault.ts'
import { ThreadPool } from '../threads/thread-pool.ts'
import type { Extraction } from './extraction-worker.ts'
import { refuseBinary } from './refuse-binary.ts'

/** What pages may cost. */
export interface ExtractionLimits {
  /** Most bytes of a page in UTF-8. */
  readonly pageBytes: number
  /** Most time for one page, in milliseconds. */
  readonly timeoutMs: number
  /** Pages that are taken apart at the same time, at least one; one more where one connection takes them all. */
  readonly threads: number
}

/** Beside this file, as source or as build. */
const workerFile = new URL(`./extraction-worker${extname(import.meta.url)}`, import.meta.url)

/** Most memory that the objects of a thread may take, in MiB. */
const maxHeapMiB = 512
/** Most bytes of pages that may wait together; further pages are refused. */
const maxWaitingBytes = 256 * 1024 * 1024

/** Takes pages apart on threads of its own. */
export class ExtractionPool implements PageExtractor {
  readonly #pageBytes: number
  readonly #threads: ThreadPool<Extraction>

  constructor({ pageBytes, timeoutMs, threads }: ExtractionLimits) {
    this.#pageBytes = pageBytes
    this.#threads = new ThreadPool({
      entry: workerFile,
      count: threads,
      timeoutMs,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMiB },
      aheadBytes: 0,
      waitingBytes: maxWaitingBytes
    })
  }

  /** Whether a thread would hold up the end of the process. */
  get isBusy(): boolean {
    return this.#threads.isBusy
  }

  async extract(html: string, asker: Asker = nobody): Promise<ExtractedPage> {
    const bytes = Buffer.byteLength(html)
    if (bytes > this.#pageBytes) {
      throw new DoppelError('HTML_TOO_LARGE', `the page has ${bytes} bytes, the limit is ${this.#pageBytes}`)
    }
    refuseBinary(html)
    const work = { asker, weight: bytes, order: () => ({ message: html }) }
    const extraction = await this.#threads.run(work).catch(asPageFault)
    if ('fault' in extraction) throw new DoppelError('HTML_TOO_COMPLEX', extraction.fault)
    return extraction
  }

  close(patienceMs = 0): Promise<void> {
    return this.#threads.close(patienceMs)
  }
}

/** What a thread did not get through is a fault of the page. */
function asPageFault(error: unknown): never {
  if (!(error instanceof ThreadFault)) throw error
  const fault = error.kind === 'memory' ? `took more than ${maxHeapMiB} MiB of memory` : error.message
  throw new DoppelError('HTML_TOO_COMPLEX', `taking the page apart ${fault}`, { cause: error })
}
