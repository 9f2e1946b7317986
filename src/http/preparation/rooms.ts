/** Enough for the lines of a batch and for the documents made of them, in bytes; larger ones have buffers of their own. */
export const roomBytes = 1024 * 1024

/** Rooms that are kept for later batches. */
const maxFreeRooms = 32

/** Lines in a buffer. */
export interface FilledRoom {
  /** Shared, with room for the documents made of the lines; or to be handed over. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer
  /** To be called once nobody uses the buffer any more, neither here nor on a thread; never where that is not sure. */
  readonly giveBack: () => void
}

/**
 * Memory in which lines and documents cross from thread to thread, used again and again: a buffer for each batch would
 * have the collector of either thread run after every few thousand documents.
 */
export class Rooms {
  readonly #free: SharedArrayBuffer[] = []

  /**
   * Puts lines into a buffer, one behind the other.
   *
   * @param ends where each ends
   */
  fill(lines: readonly Buffer[], ends: readonly number[]): FilledRoom {
    const length = ends.at(-1) ?? 0
    let room = length > roomBytes ? undefined : (this.#free.pop() ?? new SharedArrayBuffer(roomBytes))
    const buffer = room ?? new ArrayBuffer(length)
    const bytes = new Uint8Array(buffer)
    for (const [i, line] of lines.entries()) bytes.set(line, (ends[i] as number) - line.length)
    const giveBack = () => {
      if (room !== undefined && this.#free.length < maxFreeRooms) this.#free.push(room)
      room = undefined
    }
    return { buffer, giveBack }
  }
}
