/** Items by the time at which they are due, as a binary heap. */
export class ExpiryQueue<Item> {
  readonly #heap: { readonly at: number; readonly item: Item }[] = []

  get size(): number {
    return this.#heap.length
  }

  /** Adds an item; it may be queued more than once. */
  add(at: number, item: Item): void {
    const heap = this.#heap
    let child = heap.length
    heap.push({ at, item })
    while (child > 0) {
      const parent = (child - 1) >>> 1
      if (this.#at(parent) <= at) break
      this.#swap(child, parent)
      child = parent
    }
  }

  /** Whether an item is due by a time. */
  isDue(now: number): boolean {
    return this.#heap.length > 0 && this.#at(0) <= now
  }

  /** Takes the next item that is due by a time. */
  takeDue(now: number): Item | undefined {
    if (!this.isDue(now)) return undefined
    const heap = this.#heap
    const { item } = heap[0] as { item: Item }
    const last = heap.pop() as { at: number; item: Item }
    if (heap.length > 0) {
      heap[0] = last
      this.#sink()
    }
    return item
  }

  clear(): void {
    this.#heap.length = 0
  }

  #sink(): void {
    let parent = 0
    for (;;) {
      let least = parent
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.#heap.length && this.#at(child) < this.#at(least)) least = child
      }
      if (least === parent) return
      this.#swap(parent, least)
      parent = least
    }
  }

  #at(position: number): number {
    return (this.#heap[position] as { at: number }).at
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap
    const held = heap[a] as { at: number; item: Item }
    heap[a] = heap[b] as { at: number; item: Item }
    heap[b] = held
  }
}
