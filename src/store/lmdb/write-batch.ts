import { setTimeout } from 'node:timers/promises'
import type { RootDatabase } from 'lmdb'
import type { Table } from './tables.ts'

/** How long to wait for the reason of a failure, which comes after it, in milliseconds. */
const reasonTimeoutMs = 1000

/** The options of `put` are in lmdb's manual, in its types only those of `putSync` are. */
const append = { append: true } as unknown as number

/** What is to be written in one transaction, in order. */
export class WriteBatch {
  readonly #steps: { readonly table: Table; readonly number: number; readonly bytes: Buffer | undefined }[] = []

  /** @param bytes must not be changed any more */
  put(table: Table, number: number, bytes: Buffer): void {
    this.#steps.push({ table, number, bytes })
  }

  remove(table: Table, number: number): void {
    this.#steps.push({ table, number, bytes: undefined })
  }

  /**
   * Writes all or nothing on a thread of lmdb's own; it is on disk (fdatasync) when the
   * promise resolves. One batch at a time.
   */
  async commit(root: RootDatabase): Promise<void> {
    const appended: Promise<boolean>[] = []
    // Nothing in here may throw: lmdb would commit what came before.
    const committed = root.batch(() => {
      for (const { table, number, bytes } of this.#steps) {
        if (bytes === undefined) table.rows.remove(number)
        else if (number <= table.last) table.rows.put(number, bytes)
        else {
          // Fills pages to the end, and would not write a row that is not the last.
          table.last = number
          appended.push(table.rows.put(number, bytes, append))
        }
      }
    })
    try {
      // When the commit fails, each of them rejects.
      const [, ...isAppended] = await Promise.all([committed, ...appended])
      // What was read in this turn of the event loop keeps a view from before the commit.
      root.resetReadTxn()
      if (isAppended.includes(false)) throw new Error('a row was not in ascending order')
    } catch (error) {
      throw await reasonOf(error)
    }
  }
}

async function reasonOf(error: unknown): Promise<unknown> {
  const { commitError } = error as { commitError?: Promise<never> }
  if (commitError === undefined) return error
  const reason = commitError.catch((reason: unknown) => reason)
  return Promise.race([reason, setTimeout(reasonTimeoutMs, error)])
}
