/**
 * Connected components by breadth-first search.
 *
 * @param nodes all nodes, without repeats
 * @param areLinked whether two nodes are neighbours
 */
export function components<Node>(nodes: readonly Node[], areLinked: (a: Node, b: Node) => boolean): Node[][] {
  const waiting = new Set(nodes)
  const found: Node[][] = []
  for (const start of nodes) {
    if (!waiting.delete(start)) continue
    const component = [start]
    for (const node of component) {
      for (const other of [...waiting]) {
        if (!areLinked(node, other) && !areLinked(other, node)) continue
        waiting.delete(other)
        component.push(other)
      }
    }
    found.push(component)
  }
  return found
}

/** A partition in one order, whatever order its parts and their members came in. */
export function canonical<Node extends string | number>(parts: Iterable<Iterable<Node>>): Node[][] {
  const byOrder = (a: Node, b: Node) => (a < b ? -1 : a > b ? 1 : 0)
  const sorted = [...parts].map(part => [...part].sort(byOrder))
  return sorted.sort((a, b) => byOrder(a[0] as Node, b[0] as Node))
}
