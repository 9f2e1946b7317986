import type { Asker } from './asker.ts'

/** What waits in a queue. */
export interface Waiting {
  readonly asker: Pick<Asker, 'client' | 'connection'>
}

/** Lists by key, of which the one that was served last is the last to be served again. */
type Turns<Key, List> = Map<Key, List>

/**
 * A queue in which nobody is served twice while others wait: clients have turns, and so have the connections of one
 * client. What came on one connection is served in its order.
 */
export class FairQueue<Item extends Waiting> {
  readonly #clients: Turns<string, Turns<object, Item[]>> = new Map()
  #size = 0

  /** Items that wait. */
  get size(): number {
    return this.#size
  }

  add(item: Item): void {
    this.#listOf(item).push(item)
    this.#size++
  }

  /** Puts an item back that was taken before: it is the next one of its connection. */
  putBack(item: Item): void {
    this.#listOf(item).unshift(item)
    this.#size++
  }

  /**
   * Takes the item whose turn it is.
   *
   * @param isWelcome tells which connections may be served now; all of them without it
   * @returns undefined where none waits
   */
  take(isWelcome: (connection: object) => boolean = () => true): Item | undefined {
    for (const [client, connections] of this.#clients) {
      for (const [connection, items] of connections) {
        if (!isWelcome(connection)) continue
        const item = items.shift() as Item
        rotate(connections, connection, items)
        this.#clients.delete(client)
        if (connections.size > 0) this.#clients.set(client, connections)
        this.#size--
        return item
      }
    }
    return undefined
  }

  /** Takes an item out of its turn; false where it does not wait. */
  remove(item: Item): boolean {
    const { client, connection } = item.asker
    const connections = this.#clients.get(client)
    const items = connections?.get(connection)
    const place = items?.indexOf(item) ?? -1
    if (connections === undefined || items === undefined || place === -1) return false
    items.splice(place, 1)
    if (items.length === 0) connections.delete(connection)
    if (connections.size === 0) this.#clients.delete(client)
    this.#size--
    return true
  }

  /** Takes everything, in no order. */
  takeAll(): Item[] {
    const all = [...this.#clients.values()].flatMap(connections => [...connections.values()].flat())
    this.#clients.clear()
    this.#size = 0
    return all
  }

  #listOf({ asker: { client, connection } }: Item): Item[] {
    let connections = this.#clients.get(client)
    if (connections === undefined) {
      connections = new Map()
      this.#clients.set(client, connections)
    }
    let items = connections.get(connection)
    if (items === undefined) {
      items = []
      connections.set(connection, items)
    }
    return items
  }
}

/** Makes a list the last of its turns, or forgets it where it is empty. */
function rotate<Key, Item>(turns: Turns<Key, Item[]>, key: Key, items: Item[]): void {
  turns.delete(key)
  if (items.length > 0) turns.set(key, items)
}
