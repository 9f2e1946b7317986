export class DueQueue {
  #a: [number, number][] = []
  get size(): number { return this.#a.length }
  add(at: number, s: number): void { this.#a.push([at, s]); this.#a.sort((a, b) => a[0] - b[0]) }
  isDue(now: number): boolean { return this.#a.length > 0 && this.#a[0]![0] <= now }
  takeDue(now: number): number { return this.isDue(now) ? this.#a.shift()![1] : 0 }
  clear(): void { this.#a = [] }
}
