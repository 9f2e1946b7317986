import { emptySlot } from '../../signature/fast-similarity-sketch.ts'

/** Signatures that are kept at most: those of the documents that many have met of late are far fewer. */
const maxLines = 4096
const firstLines = 16

/**
 * Signatures of contents that were compared before, side by side, so that to compare one with many is not to
 * wait for the memory of many objects. A content's line is given by its slot; of contents with the same line, the latest stays.
 */
export class SignatureTable {
  readonly #slotCount: number
  /** By line, the number of the content whose signature it is; 0 for none. */
  #numbers = new Float64Array(firstLines)
  #slots: Uint32Array

  /** @param slotCount slots of a signature */
  constructor(slotCount: number) {
    this.#slotCount = slotCount
    this.#slots = new Uint32Array(firstLines * slotCount)
  }

  /**
   * Counts the slots in which a signature agrees with that of a content; empty ones never do.
   *
   * @param slot where the content is
   * @param number by which it is known, whatever its slot held before
   * @param read gives its signature when it is not at hand
   */
  countEqualSlots(signature: Uint32Array, slot: number, number: number, read: (slot: number) => Uint32Array): number {
    const line = slot & (this.#numbers.length - 1)
    if (this.#numbers[line] !== number) return this.#count(signature, this.#put(slot, number, read(slot)))
    return this.#count(signature, line * this.#slotCount)
  }

  /** @returns where the signature begins */
  #put(slot: number, number: number, signature: Uint32Array): number {
    while (slot >= this.#numbers.length && this.#numbers.length < maxLines) this.#grow()
    const line = slot & (this.#numbers.length - 1)
    this.#numbers[line] = number
    this.#slots.set(signature, line * this.#slotCount)
    return line * this.#slotCount
  }

  #count(signature: Uint32Array, start: number): number {
    const slots = this.#slots
    const count = this.#slotCount
    let equal = 0
    for (let i = 0; i < count; i++) {
      const slot = signature[i] as number
      if (slot === slots[start + i] && slot !== emptySlot) equal++
    }
    return equal
  }

  /** Slots below the number of lines keep their lines. */
  #grow(): void {
    const numbers = new Float64Array(2 * this.#numbers.length)
    numbers.set(this.#numbers)
    this.#numbers = numbers
    const slots = new Uint32Array(2 * this.#slots.length)
    slots.set(this.#slots)
    this.#slots = slots
  }
}
