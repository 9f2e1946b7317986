import type { Asker } from './asker.ts'

/** What a thread is sent. */
export interface Order {
  readonly message: unknown
  /** What is handed over with it. */
  readonly transfer?: readonly ArrayBuffer[]
}

/** A piece of work for a thread. */
export interface Work {
  readonly asker: Asker
  /** How much it is, in bytes. */
  readonly weight: number
  /** Makes what the thread is sent, when it is its turn; and anew where a thread was given up before it began with it. */
  order(): Order
}

/** Work with whoever waits for the reply. */
export interface Task<Reply> extends Work {
  resolve(reply: Reply): void
  reject(error: Error): void
}
