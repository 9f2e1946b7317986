import { emptySlot } from '../../signature/fast-similarity-sketch.ts'

/** Signatures that are kept at most: those of the documents that many have met of late are far fewer. */
const maxLines = 4096
const firstLines = 1

/**
 * Signatures of contents that were compared before, side by side, so that to compare one with many is not to
 * wait for the memory of many objects. A content's line is given by its slot; of contents with the same line, the latest stays.
 */
export class SignatureTable {
  readonly #slotCount: number
  /** By line, the number of the content whose signature it is; 0 for none. */
  #numbers = new Float64Array(firstLines)
  #slots: Uint32Array
  /** By line, 1 where the signature has empty slots. */
  #hasEmpty = new Uint8Array(firstLines)

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
    return this.#count(signature, this.#numbers[line] === number ? line : this.#put(slot, number, read(slot)))
  }

  /** @returns its line */
  #put(slot: number, number: number, signature: Uint32Array): number {
    while (slot >= this.#numbers.length && this.#numbers.length < maxLines) this.#grow()
    const line = slot & (this.#numbers.length - 1)
    this.#numbers[line] = number
    this.#slots.set(signature, line * this.#slotCount)
    this.#hasEmpty[line] = signature.includes(emptySlot) ? 1 : 0
    return line
  }

  /** Of four slots at a time and without a branch, since no processor foresees which slots are equal. */
  #count(signature: Uint32Array, line: number): number {
    const slots = this.#slots
    const count = this.#slotCount
    const start = line * count
    if (this.#hasEmpty[line] === 1) return equalSlots(signature, slots.subarray(start, start + count))
    let [even, odd] = [0, 0]
    let i = 0
    for (; i < count - 3; i += 4) {
      even += isNotZero((signature[i] as number) ^ (slots[start + i] as number))
      odd += isNotZero((signature[i + 1] as number) ^ (slots[start + i + 1] as number))
      even += isNotZero((signature[i + 2] as number) ^ (slots[start + i + 2] as number))
      odd += isNotZero((signature[i + 3] as number) ^ (slots[start + i + 3] as number))
    }
    for (; i < count; i++) even += isNotZero((signature[i] as number) ^ (slots[start + i] as number))
    return count - even - odd
  }

  /** Slots below the number of lines keep their lines. */
  #grow(): void {
    const numbers = new Float64Array(2 * this.#numbers.length)
    numbers.set(this.#numbers)
    this.#numbers = numbers
    const slots = new Uint32Array(2 * this.#slots.length)
    slots.set(this.#slots)
    this.#slots = slots
    const hasEmpty = new Uint8Array(2 * this.#hasEmpty.length)
    hasEmpty.set(this.#hasEmpty)
    this.#hasEmpty = hasEmpty
  }
}

/** 1 for a 32-bit number other than 0: that or its negative has the sign bit. */
function isNotZero(bits: number): number {
  return (bits | (0 - bits)) >>> 31
}

function equalSlots(left: Uint32Array, right: Uint32Array): number {
  return left.reduce((sum, slot, i) => sum + (slot === right[i] && slot !== emptySlot ? 1 : 0), 0)
}
