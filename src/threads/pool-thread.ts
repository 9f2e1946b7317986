import { type ResourceLimits, Worker } from 'node:worker_threads'
import { newProgress } from './progress.ts'
import { type FaultKind, ThreadFault } from './thread-fault.ts'
import type { Task } from './work.ts'

/** What a thread runs, and what it may cost. */
export interface ThreadOptions {
  /** Its module, which says `ready` once, and then one reply for each message, in order. */
  readonly entry: URL
  /** Most time for one step of a piece of work, in milliseconds, from when the thread is ready. */
  readonly timeoutMs: number
  readonly resourceLimits?: ResourceLimits
  readonly workerData?: unknown
}

/** What a thread tells its pool. */
export interface ThreadListener<Reply> {
  /** It has room for more. */
  onFree(): void
  /** Work that it was given and does not get to: to be given to another. */
  onReturned(tasks: readonly Task<Reply>[]): void
}

/** After so much time in one step that nobody waits for the thread is given up, in milliseconds: to start one takes time too. */
const abandonMs = 1000
/** After so much time in one step, what waits behind it goes to other threads, in milliseconds. */
const stallMs = 100

/**
 * A thread of a pool. It starts with its first piece of work, and anew after one that it did not get through: that
 * one fails, and what waited behind it is returned. A thread that is idle keeps no process alive.
 */
export class PoolThread<Reply> {
  readonly #options: ThreadOptions
  readonly #listener: ThreadListener<Reply>
  #worker: Worker | undefined
  /** What it was sent, in order; undefined what was taken from it since: its reply counts for nothing. */
  #sent: (Task<Reply> | undefined)[] = []
  #clock: NodeJS.Timeout | undefined
  #progress = newProgress()
  #seen = ''
  #movedAt = 0
  /** Replies that this thread gave, so that it is known which piece of work it is at. */
  #replies = 0
  #isReady = false
  /** Ends of threads that were told to end. */
  readonly #ending = new Set<Promise<unknown>>()

  constructor(options: ThreadOptions, listener: ThreadListener<Reply>) {
    this.#options = options
    this.#listener = listener
  }

  /** What it works on or will work on. */
  get tasks(): readonly Task<Reply>[] {
    return this.#sent.filter(task => task !== undefined)
  }

  get isIdle(): boolean {
    return this.#sent.length === 0
  }

  /** Whether it has been in one step for long. */
  get isStalled(): boolean {
    return !this.isIdle && performance.now() - this.#movedAt >= stallMs
  }

  /** Whether some thread of its was told to end and has not. */
  get isEnding(): boolean {
    return this.#ending.size > 0
  }

  send(task: Task<Reply>): void {
    if (this.#worker === undefined) this.#start()
    const { message, transfer } = task.order()
    this.#worker?.postMessage(message, transfer as ArrayBuffer[] | undefined)
    if (this.isIdle) this.#begin()
    this.#sent.push(task)
  }

  /** Ends it, wherever it is; what it was given fails. Resolves once all its threads have ended. */
  async end(reason: Error): Promise<void> {
    const tasks = this.tasks
    this.#giveUp()
    for (const task of tasks) task.reject(reason)
    await Promise.all(this.#ending)
  }

  #start(): void {
    const { entry, resourceLimits, workerData } = this.#options
    this.#progress = newProgress()
    this.#replies = 0
    this.#isReady = false
    const worker = new Worker(entry, {
      ...(resourceLimits && { resourceLimits }),
      workerData: { progress: this.#progress, ...(workerData as object | undefined) }
    })
    // What one that was given up had said may be heard later, when others wait.
    const ifOwn = (listen: () => void) => {
      if (worker === this.#worker) listen()
    }
    worker.once('message', () => ifOwn(() => this.#onReady(worker)))
    worker.on('error', (cause: NodeJS.ErrnoException) => ifOwn(() => this.#fail(...described(cause), cause)))
    worker.once('exit', () => ifOwn(() => this.#fail('defect', 'the thread ended')))
    this.#worker = worker
    worker.unref()
  }

  #onReady(worker: Worker): void {
    this.#isReady = true
    this.#movedAt = performance.now()
    worker.on('message', (reply: Reply) => {
      if (worker === this.#worker) this.#answer(reply)
    })
  }

  #begin(): void {
    this.#worker?.ref()
    this.#movedAt = performance.now()
    this.#clock ??= setInterval(() => this.#look(), Math.max(5, Math.min(stallMs, this.#options.timeoutMs / 4)))
  }

  #answer(reply: Reply): void {
    const task = this.#sent.shift()
    this.#replies++
    this.#movedAt = performance.now()
    if (this.isIdle) this.#rest()
    task?.resolve(reply)
    this.#listener.onFree()
  }

  #rest(): void {
    clearInterval(this.#clock)
    this.#clock = undefined
    this.#worker?.unref()
  }

  /** Looks how far the thread is: a step that takes long loses what waits behind it, one that takes too long ends it. */
  #look(): void {
    const now = performance.now()
    const progress = this.#progress.join()
    if (progress !== this.#seen || !this.#isReady) {
      this.#seen = progress
      this.#movedAt = now
    } else if (now - this.#movedAt >= this.#options.timeoutMs) {
      this.#fail('time', `took more than ${this.#options.timeoutMs} ms`)
    } else if (now - this.#movedAt >= abandonMs && this.#isAbandoned) {
      this.#fail('time', 'nobody waits for it')
    } else if (now - this.#movedAt >= stallMs && this.#sent.length > 1) {
      this.#listener.onReturned(this.#takeRest())
    }
  }

  /** Whether whoever asked for the first of what it was sent is gone, or has it from another thread. */
  get #isAbandoned(): boolean {
    const [first] = this.#sent
    return first === undefined || first.asker.signal?.aborted === true
  }

  /** The step that it is at, of the first of what it was sent. */
  get #step(): number | undefined {
    const [piece = 0, step = 0] = this.#progress
    return piece === this.#replies + 1 && step > 0 ? step - 1 : undefined
  }

  /** What waits behind the first. */
  #takeRest(): Task<Reply>[] {
    const [first, ...rest] = this.#sent
    this.#sent = [first, ...rest.map(() => undefined)]
    return rest.filter(task => task !== undefined)
  }

  /** The first piece of work fails, and the thread is given up. */
  #fail(kind: FaultKind, message: string, cause?: Error): void {
    const rest = this.#takeRest()
    const first = this.#sent[0]
    const step = this.#step
    this.#giveUp()
    if (first?.asker.signal?.aborted) first.reject(first.asker.signal.reason)
    else first?.reject(new ThreadFault(kind, message, { cause, step }))
    this.#listener.onReturned(rest)
  }

  #giveUp(): void {
    const worker = this.#worker
    this.#worker = undefined
    this.#sent = []
    clearInterval(this.#clock)
    this.#clock = undefined
    if (worker === undefined) return
    worker.unref()
    const ending = worker.terminate().finally(() => this.#ending.delete(ending))
    this.#ending.add(ending)
  }
}

function described({ code, message }: NodeJS.ErrnoException): [FaultKind, string] {
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? ['memory', 'took too much memory'] : ['defect', `failed: ${message}`]
}
