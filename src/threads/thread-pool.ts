import { EventEmitter, once } from 'node:events'
import { DoppelError } from '../errors.ts'
import { FairQueue } from './fair-queue.ts'
import { PoolThread, type ThreadOptions } from './pool-thread.ts'
import type { Task, Work } from './work.ts'

/** The threads of a pool. */
export interface PoolOptions extends ThreadOptions {
  /**
   * Threads, at least one. One more starts when all of them are taken: it serves those connections alone that no
   * thread works for, so that none takes them all.
   */
  readonly count: number
  /** Most bytes that may be sent to a thread before it is free, so that it need not wait for more; 0 for none. */
  readonly aheadBytes: number
  /** Most bytes of work that may wait together; more is refused. */
  readonly waitingBytes: number
}

/** Most pieces of work that a thread is sent ahead. */
const maxAhead = 16

/** A task in the queue, with how it stops waiting. */
interface Queued<Reply> extends Task<Reply> {
  /** Called when it no longer waits. */
  stopWaiting(): void
}

/**
 * Threads that do work for many clients: with turns for all of them, an end to what takes too long, and without work
 * that nobody waits for.
 */
export class ThreadPool<Reply> {
  readonly #options: PoolOptions
  readonly #threads: readonly PoolThread<Reply>[]
  readonly #spare: PoolThread<Reply>
  readonly #queue = new FairQueue<Queued<Reply>>()
  #queuedBytes = 0
  readonly #events = new EventEmitter()
  #isClosed = false

  constructor(options: PoolOptions) {
    this.#options = options
    const listener = {
      onFree: () => this.#serve(),
      onReturned: (tasks: readonly Task<Reply>[]) => {
        for (const task of tasks.toReversed()) this.#wait(task, true)
        this.#serve()
      }
    }
    this.#threads = Array.from({ length: options.count }, () => new PoolThread<Reply>(options, listener))
    this.#spare = new PoolThread<Reply>(options, listener)
  }

  /** Pieces of work that wait for a thread. */
  get waiting(): number {
    return this.#queue.size
  }

  /** Whether a thread would hold up the end of the process: it works, or was told to end and has not. */
  get isBusy(): boolean {
    return this.#all.some(thread => !thread.isIdle || thread.isEnding)
  }

  /**
   * Has a piece of work done.
   *
   * @throws ThreadFault when a thread did not get through it; DoppelError STORE_BUSY when it waited for too long or
   * too much waits already, STORE_CLOSING after `close`; and the reason of its asker's signal
   */
  run(work: Work): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const { asker, weight } = work
      if (this.#isClosed) return reject(closing())
      if (asker.signal?.aborted) return reject(asker.signal.reason)
      if (this.#queuedBytes > 0 && this.#queuedBytes + weight > this.#options.waitingBytes) {
        return reject(new DoppelError('STORE_BUSY', 'too much is waiting for a thread'))
      }
      this.#wait({ asker, weight, order: () => work.order(), resolve, reject }, false)
      this.#serve()
    })
  }

  /**
   * Refuses what waits and what comes later, at once, and ends the threads.
   *
   * @param patienceMs how long they may go on with what they have, in milliseconds
   */
  async close(patienceMs = 0): Promise<void> {
    this.#isClosed = true
    for (const task of this.#queue.takeAll()) {
      task.stopWaiting()
      task.reject(closing())
    }
    if (patienceMs > 0 && !this.#isIdle) {
      await once(this.#events, 'idle', { signal: AbortSignal.timeout(patienceMs) }).catch(() => {})
    }
    await Promise.all(this.#all.map(thread => thread.end(closing())))
  }

  get #all(): readonly PoolThread<Reply>[] {
    return [...this.#threads, this.#spare]
  }

  get #isIdle(): boolean {
    return this.#all.every(thread => thread.isIdle)
  }

  #wait(task: Task<Reply>, isReturned: boolean): void {
    if (this.#isClosed) {
      task.reject(closing())
      return
    }
    const { signal, patienceMs } = task.asker
    const drop = (reason: Error) => {
      if (!this.#queue.remove(queued)) return
      queued.stopWaiting()
      task.reject(reason)
    }
    const onAbort = () => drop(signal?.reason as Error)
    const tooLong = () => drop(new DoppelError('STORE_BUSY', `no thread was free for ${patienceMs} ms`))
    let timer: NodeJS.Timeout | undefined
    const queued: Queued<Reply> = {
      ...task,
      stopWaiting: () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        this.#queuedBytes -= task.weight
      }
    }
    this.#queuedBytes += task.weight
    if (isReturned) this.#queue.putBack(queued)
    else this.#queue.add(queued)
    if (patienceMs !== undefined) timer = setTimeout(tooLong, patienceMs)
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted) onAbort()
  }

  /** Gives out what waits, as far as there are threads for it. */
  #serve(): void {
    while (this.#queue.size > 0) {
      const thread = this.#freest()
      const task = thread === undefined ? this.#forSpare() : this.#queue.take()
      if (task === undefined) return
      task.stopWaiting()
      const chosen = thread ?? this.#spare
      chosen.send(task)
    }
    if (this.#isIdle) this.#events.emit('idle')
  }

  /** A thread that has nothing to do, or so little that more can be sent ahead; the one with the least. */
  #freest(): PoolThread<Reply> | undefined {
    let freest: PoolThread<Reply> | undefined
    for (const thread of this.#threads) {
      if (this.#mayTake(thread) && (freest === undefined || thread.tasks.length < freest.tasks.length)) freest = thread
    }
    return freest
  }

  #mayTake(thread: PoolThread<Reply>): boolean {
    if (thread.isIdle) return true
    const { tasks } = thread
    const bytes = tasks.reduce((sum, { weight }) => sum + weight, 0)
    return bytes < this.#options.aheadBytes && tasks.length < maxAhead && !thread.isStalled
  }

  #forSpare(): Queued<Reply> | undefined {
    if (!this.#spare.isIdle) return undefined
    const served = new Set(this.#threads.flatMap(({ tasks }) => tasks.map(({ asker }) => asker.connection)))
    return this.#queue.take(connection => !served.has(connection))
  }
}

/** What is said to whoever comes after the end. */
function closing(): DoppelError {
  return new DoppelError('STORE_CLOSING', 'the service is shutting down')
}
