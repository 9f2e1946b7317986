import { setImmediate } from 'node:timers/promises'

/** How long one turn lasts, in milliseconds. */
const turnMs = 10
/** Items between two looks at the clock. */
const stride = 64

/**
 * Works on items one after another, in turns with everything else.
 *
 * @param isOver asked before every turn but the first; the rest is left out when it is
 */
export async function inTurns<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  isOver: () => boolean = () => false
): Promise<void> {
  let turnEnd = performance.now() + turnMs
  let count = 0
  for (const item of items) {
    work(item)
    if (++count % stride !== 0 || performance.now() < turnEnd) continue
    await setImmediate()
    if (isOver()) return
    turnEnd = performance.now() + turnMs
  }
}
