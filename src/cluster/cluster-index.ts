import type { Overlap } from './overlap.ts'
import { decisive, type Score, scoreOf } from './score.ts'

/** A stored document as clustering sees it. */
export interface Member {
  /** Place in the order of first creation. */
  readonly created: number
}

/**
 * A distinct content: the node of the match graph. Exact copies are members of one
 * content, so that any number of them costs one node and one entry in the band index.
 */
export interface Content<M extends Member> {
  readonly number: number
  /** Size of the shingle set; undefined where only a signature is known. */
  readonly shingleCount: number | undefined
  /** Documents with this content, in order of creation. */
  readonly members: readonly M[]
  /** Matching contents: those whose score reaches the collection's threshold. */
  readonly matches: ReadonlyMap<Content<M>, Score & { readonly overlap: Overlap }>
}

/** A set of contents that matches hold together: a connected component, or a part of one at a higher threshold. */
export interface Cluster<M extends Member> {
  readonly contents: ReadonlySet<Content<M>>
  /** Number of documents. */
  readonly size: number
  /** The document created first. */
  readonly earliest: M
}

/**
 * The clusters of a collection: connected components of the verified matches,
 * kept while documents come and go.
 *
 * Joining moves the smaller component into the larger. Leaving searches the
 * component again, unless at most one match held the content.
 */
export class ClusterIndex<M extends Member> {
  readonly #slotCount: number
  readonly #components = new Set<Component<M>>()
  /** Components that lost members in a bulk removal and are to be searched again at its end. */
  #dirty: Set<Component<M>> | undefined

  /** @param slotCount slots of a signature */
  constructor(slotCount: number) {
    this.#slotCount = slotCount
  }

  /** All clusters, in no particular order. */
  get clusters(): Iterable<Cluster<M>> {
    return this.#components
  }

  /** Adds a content without members or matches. It becomes visible with its first member. */
  addContent(number: number, shingleCount: number | undefined): Content<M> {
    return new ContentNode<M>(number, shingleCount)
  }

  /** Adds a document to a content. */
  addMember(content: Content<M>, member: M): void {
    const node = content as ContentNode<M>
    insertByCreation(node.members, member)
    if (node.component === undefined) {
      this.#components.add(new Component([node]))
      for (const other of node.matches.keys()) this.#join(node, other)
    } else {
      node.component.count(member)
    }
  }

  /** Takes a document out of its content; a content without members leaves the graph with its matches. */
  removeMember(content: Content<M>, member: M): void {
    const node = content as ContentNode<M>
    node.members.splice(node.members.indexOf(member), 1)
    const component = node.component as Component<M>
    if (node.members.length === 0) this.#removeContent(node, component)
    else if (this.#dirty !== undefined) this.#dirty.add(component)
    else component.recount()
  }

  /**
   * Runs removals, and only then searches the components that they touched, each once: one by one,
   * the members of a large cluster would cost its square or more.
   *
   * @param removals calls nothing of this index but {@link removeMember}
   */
  removeInBulk(removals: () => void): void {
    const dirty = new Set<Component<M>>()
    this.#dirty = dirty
    try {
      removals()
    } finally {
      this.#dirty = undefined
      for (const component of dirty) this.#split(component)
    }
  }

  /** Records a match between two contents. */
  connect(left: Content<M>, right: Content<M>, overlap: Overlap): void {
    const match = { overlap, ...this.score(left, right, overlap) }
    ;(left as ContentNode<M>).matches.set(right as ContentNode<M>, match)
    ;(right as ContentNode<M>).matches.set(left as ContentNode<M>, match)
    this.#join(left as ContentNode<M>, right as ContentNode<M>)
  }

  /** The score of two contents with a known overlap. */
  score(left: Content<M>, right: Content<M>, overlap: Overlap): Score {
    return scoreOf(overlap, left.shingleCount ?? 0, right.shingleCount ?? 0, this.#slotCount)
  }

  /** The cluster that a content with members belongs to. */
  clusterOf(content: Content<M>): Cluster<M> {
    return (content as ContentNode<M>).component as Component<M>
  }

  #join(left: ContentNode<M>, right: ContentNode<M>): void {
    const a = left.component
    const b = right.component
    if (a === undefined || b === undefined || a === b) return
    const [into, from] = a.contents.size >= b.contents.size ? [a, b] : [b, a]
    this.#components.delete(from)
    into.absorb(from)
  }

  #removeContent(node: ContentNode<M>, component: Component<M>): void {
    const neighbours = [...node.matches.keys()]
    for (const other of neighbours) other.matches.delete(node)
    node.matches.clear()
    node.component = undefined
    component.contents.delete(node)
    if (this.#dirty !== undefined) this.#dirty.add(component)
    else if (neighbours.length <= 1 && component.contents.size > 0) component.recount()
    else this.#split(component)
  }

  #split(component: Component<M>): void {
    this.#components.delete(component)
    for (const part of partsOf(component.contents, 0)) this.#components.add(new Component(part))
  }
}

/**
 * Cuts a cluster at a higher threshold: only matches that reach it hold contents together.
 *
 * @param threshold 0 to 1
 */
export function cutCluster<M extends Member>(cluster: Cluster<M>, threshold: number): Cluster<M>[] {
  return [...partsOf(cluster.contents, threshold)].map(part => summarise(new Set(part)))
}

/** The part of a cluster that holds a content when the cluster is cut at a threshold. */
export function cutAround<M extends Member>(content: Content<M>, threshold: number): Cluster<M> {
  return summarise(reach(content, threshold))
}

class ContentNode<M extends Member> implements Content<M> {
  readonly members: M[] = []
  readonly matches = new Map<ContentNode<M>, Score & { readonly overlap: Overlap }>()
  component: Component<M> | undefined
  readonly number: number
  readonly shingleCount: number | undefined

  constructor(number: number, shingleCount: number | undefined) {
    this.number = number
    this.shingleCount = shingleCount
  }
}

class Component<M extends Member> implements Cluster<M> {
  readonly contents = new Set<ContentNode<M>>()
  size = 0
  earliest!: M

  constructor(contents: Iterable<Content<M>>) {
    for (const content of contents) {
      this.contents.add(content as ContentNode<M>)
      ;(content as ContentNode<M>).component = this
    }
    this.recount()
  }

  count(member: M): void {
    this.size++
    if (member.created < this.earliest.created) this.earliest = member
  }

  recount(): void {
    const { size, earliest } = tally(this.contents)
    this.size = size
    this.earliest = earliest
  }

  absorb(other: Component<M>): void {
    for (const content of other.contents) {
      content.component = this
      this.contents.add(content)
    }
    this.size += other.size
    if (other.earliest.created < this.earliest.created) this.earliest = other.earliest
  }
}

function summarise<M extends Member>(contents: ReadonlySet<Content<M>>): Cluster<M> {
  return { contents, ...tally(contents) }
}

function tally<M extends Member>(contents: Iterable<Content<M>>): { size: number; earliest: M } {
  let size = 0
  let earliest: M | undefined
  for (const { members } of contents) {
    size += members.length
    const first = members[0] as M
    if (earliest === undefined || first.created < earliest.created) earliest = first
  }
  return { size, earliest: earliest as M }
}

function* partsOf<M extends Member>(contents: Iterable<Content<M>>, threshold: number): Generator<Set<Content<M>>> {
  const seen = new Set<Content<M>>()
  for (const content of contents) {
    if (seen.has(content)) continue
    const part = reach(content, threshold)
    for (const reached of part) seen.add(reached)
    yield part
  }
}

function reach<M extends Member>(start: Content<M>, threshold: number): Set<Content<M>> {
  const reached = new Set([start])
  for (const content of reached) {
    for (const [other, score] of content.matches) {
      if (decisive(score) >= threshold && other.members.length > 0) reached.add(other)
    }
  }
  return reached
}

function insertByCreation<M extends Member>(members: M[], member: M): void {
  let position = members.length
  while (position > 0 && (members[position - 1] as M).created > member.created) position--
  members.splice(position, 0, member)
}
