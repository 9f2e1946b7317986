/** Who a piece of work is done for. */
export interface Asker {
  /** Names the client: its key, or its address. Clients that wait have turns. */
  readonly client: string
  /** The connection that the work came on. Those of one client have turns too. */
  readonly connection: object
  /** Aborted when nobody waits for the answer any more; what waits for a thread then fails with its reason. */
  readonly signal?: AbortSignal | undefined
  /** Most time that the work waits for a thread, in milliseconds; beyond it fails with STORE_BUSY. */
  readonly patienceMs?: number | undefined
}

/** Work that nobody outside asked for: it waits as long as it must. */
export const nobody: Asker = { client: '', connection: {} }
