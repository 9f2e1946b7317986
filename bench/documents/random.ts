import { mix32 } from '../corpus/mixed-words.ts'

/** Numbers that look random, the same ones for the same seed everywhere (SplitMix with 32 bits). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = mix32(seed)
  }

  /** An integer from 0 to one less than the limit. */
  below(limit: number): number {
    return Math.floor(this.#fraction() * limit)
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.#fraction() < probability
  }

  /** A number from a range, each factor as likely as any other. */
  scale(from: number, to: number): number {
    return from * (to / from) ** this.#fraction()
  }

  #fraction(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0
    return mix32(this.#state) / 2 ** 32
  }
}
