/** A set of numbers from 0 on, one bit each. */
export class BitSet {
  #words = new Uint32Array(1024)

  has(number: number): boolean {
    return (((this.#words[Math.floor(number / 32)] ?? 0) >>> (number % 32)) & 1) === 1
  }

  add(number: number): void {
    const at = Math.floor(number / 32)
    if (at >= this.#words.length) {
      const larger = new Uint32Array(Math.max(at + 1, this.#words.length * 2))
      larger.set(this.#words)
      this.#words = larger
    }
    this.#words[at] = (this.#words[at] as number) | (1 << (number % 32))
  }
}
