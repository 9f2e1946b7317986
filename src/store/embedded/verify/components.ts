import { Uint32Column } from '../../../columns/column.ts'

/** Connected components by union-find: the plainest way there is, beside which the index is held. */
export class Components {
  readonly #parent = new Uint32Column()

  /** A member of the component of a slot, the same for all of them. */
  rootOf(slot: number): number {
    let root = slot
    for (let parent = this.#parent.get(root); parent !== 0; parent = this.#parent.get(root)) {
      const grandparent = this.#parent.get(parent)
      if (grandparent !== 0) this.#parent.set(root, grandparent)
      root = parent
    }
    return root
  }

  join(left: number, right: number): void {
    const [a, b] = [this.rootOf(left), this.rootOf(right)]
    if (a !== b) this.#parent.set(Math.max(a, b), Math.min(a, b))
  }
}
