export class SortedSlots {
  #a: number[] = []
  readonly #c: (a: number, b: number) => number
  constructor(c: (a: number, b: number) => number) { this.#c = c }
  get size(): number { return this.#a.length }
  get last(): number { return this.#a.at(-1) ?? 0 }
  add(s: number): void {
    let lo = 0, hi = this.#a.length
    while (lo < hi) { const m = (lo + hi) >>> 1; if (this.#c(this.#a[m]!, s) < 0) lo = m + 1; else hi = m }
    this.#a.splice(lo, 0, s)
  }
  delete(s: number): void { const i = this.#a.indexOf(s); if (i < 0) throw new Error('not there'); let lo = 0, hi = this.#a.length
    while (lo < hi) { const m = (lo + hi) >>> 1; if (this.#c(this.#a[m]!, s) < 0) lo = m + 1; else hi = m }
    if (lo !== i) throw new Error('order broken'); this.#a.splice(i, 1) }
  *after(p: (s: number) => boolean): Generator<number> { for (const s of this.#a) if (p(s)) yield s }
  *before(p: (s: number) => boolean): Generator<number> { for (let i = this.#a.length; i-- > 0;) if (!p(this.#a[i]!)) yield this.#a[i]! }
}
