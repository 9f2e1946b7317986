import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DoppelError } from '../errors.ts'
import type { ExtractedPage } from '../service/page-extractor.ts'
import type { Extraction } from './extraction-worker.ts'

/** Beside this file, as source or as build. */
const workerFile = new URL(`./extraction-worker${extname(import.meta.url)}`, import.meta.url)

/** Most memory that the objects of a thread may take, in MiB. */
const maxHeapMiB = 512

/**
 * A thread that takes one page apart at a time. It starts with the first page, and anew after one that had to be
 * ended; a thread that is idle keeps no process alive.
 */
export class ExtractionThread {
  readonly #timeoutMs: number
  #worker: Promise<Worker> | undefined
  #running = new AbortController()
  #isEnded = false

  /** @param timeoutMs most time for one page, from when the thread is ready */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs
  }

  /**
   * The caller waits for one page before it sends the next.
   *
   * @throws DoppelError HTML_TOO_COMPLEX when the page took too much time or memory, STORE_CLOSING once `end` was called
   */
  async extract(html: string): Promise<ExtractedPage> {
    if (this.#isEnded) throw closing()
    const running = new AbortController()
    this.#running = running
    let extraction: Extraction
    try {
      const worker = await this.#started(running.signal)
      extraction = await this.#ask(worker, html, running)
    } catch (error) {
      await this.#terminate()
      throw running.signal.aborted ? running.signal.reason : error
    }
    if ('fault' in extraction) throw new DoppelError('HTML_TOO_COMPLEX', extraction.fault)
    return extraction
  }

  /** Ends the thread, wherever it is. */
  async end(): Promise<void> {
    this.#isEnded = true
    this.#running.abort(closing())
    await this.#terminate()
  }

  #started(signal: AbortSignal): Promise<Worker> {
    this.#worker ??= startWorker(signal, () => {
      this.#worker = undefined
    })
    return this.#worker
  }

  async #ask(worker: Worker, html: string, running: AbortController): Promise<Extraction> {
    const giveUp = () => running.abort(tooComplex(`took more than ${this.#timeoutMs} ms`))
    const timer = setTimeout(giveUp, this.#timeoutMs)
    worker.ref()
    worker.postMessage(html)
    try {
      const [extraction] = (await once(worker, 'message', { signal: running.signal })) as [Extraction]
      worker.unref()
      return extraction
    } catch (error) {
      throw faultOf(error as NodeJS.ErrnoException)
    } finally {
      clearTimeout(timer)
    }
  }

  async #terminate(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.then(
      worker => worker.terminate(),
      () => {}
    )
  }
}

async function startWorker(signal: AbortSignal, onExit: () => void): Promise<Worker> {
  const worker = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMiB } })
  // One that fails while nobody waits for it must not end the process.
  worker.on('error', () => {})
  try {
    await once(worker, 'message', { signal })
  } catch (error) {
    await worker.terminate()
    throw error
  }
  worker.once('exit', onExit)
  worker.unref()
  return worker
}

/** What is said to whoever sends a page after the end. */
export function closing(): DoppelError {
  return new DoppelError('STORE_CLOSING', 'the service is shutting down')
}

/** What the thread died of, as a fault of the page. */
function faultOf({ code, message }: NodeJS.ErrnoException): DoppelError {
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return tooComplex(`took more than ${maxHeapMiB} MiB of memory`)
  return tooComplex(`failed: ${message}`)
}

function tooComplex(fault: string): DoppelError {
  return new DoppelError('HTML_TOO_COMPLEX', `taking the page apart ${fault}`)
}
