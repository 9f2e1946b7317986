/** A body up to here is never refused for the room it takes: as many as there are connections do no harm. */
const smallBytes = 64 * 1024

/** Something that holds the bytes of a body which has not arrived whole. */
export interface BodyHolder {
  /** Gives up its bytes. */
  refuse(): void
}

/**
 * The memory of all bodies and lines that have not arrived whole. Where it is not enough, the one that has not grown
 * for the longest time goes: who holds bytes and sends no more must not keep out those who send.
 */
export class BodyRoom {
  readonly #limitBytes: number
  #heldBytes = 0
  /** In the order in which they last grew. */
  readonly #holders = new Map<BodyHolder, number>()

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  get heldBytes(): number {
    return this.#heldBytes
  }

  /** Says how many bytes a body holds now; 0 when it has arrived, or is given up. */
  hold(holder: BodyHolder, bytes: number): void {
    this.#heldBytes += bytes - (this.#holders.get(holder) ?? 0)
    this.#holders.delete(holder)
    if (bytes > 0) this.#holders.set(holder, bytes)
    if (this.#heldBytes > this.#limitBytes) this.#makeRoom()
  }

  #makeRoom(): void {
    for (const [stalest, bytes] of this.#holders) {
      if (bytes <= smallBytes) continue
      this.hold(stalest, 0)
      stalest.refuse()
      if (this.#heldBytes <= this.#limitBytes) return
    }
  }
}
