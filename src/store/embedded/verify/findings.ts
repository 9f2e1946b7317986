/** Faults that are told in words; the others are only counted. */
const mostTold = 100

/** What a verification finds, told as it goes on. */
export class Findings {
  readonly #faults: string[] = []
  readonly #notes: string[] = []
  #count = 0

  /** Something that must not be. */
  fault(message: string): void {
    this.#count++
    if (this.#faults.length < mostTold) this.#faults.push(message)
  }

  /** Something worth knowing that is no fault. */
  note(message: string): void {
    this.#notes.push(message)
  }

  /** The first of the faults. */
  get faults(): readonly string[] {
    return this.#faults
  }

  get faultCount(): number {
    return this.#count
  }

  get notes(): readonly string[] {
    return this.#notes
  }
}
