import { ClusterIndex, type Content } from '../../cluster/cluster-index.ts'
import type { Overlap } from '../../cluster/overlap.ts'
import { BandIndex } from '../../lsh/band-index.ts'
import type { Sketch, Sketcher } from '../../signature/sketch.ts'
import type { ContentFacts, Entry } from './entry.ts'
import { ExpiryQueue } from './expiry-queue.ts'
import type { CollectionRow } from './journal.ts'
import { OrderedEntries } from './ordered-entries.ts'

/** Added to the key of a content, once or more, where another content has the key. Keys do not contain it. */
const keySuffix = '+'

/**
 * One collection in memory: its documents, bands, matches and clusters. Every change
 * returns how to take it back.
 */
export class CollectionIndex {
  row: CollectionRow
  readonly sketcher: Sketcher
  readonly bands = new BandIndex<Content<Entry>>()
  readonly clusters: ClusterIndex<Entry>
  readonly ordered = new OrderedEntries()
  readonly #byId = new Map<string, Entry>()
  readonly #byKey = new Map<string, Content<Entry>>()
  readonly #facts = new Map<number, ContentFacts>()
  readonly #expiry = new ExpiryQueue<Entry>()
  /** Most characters that were ever added to a key because it was taken. */
  #longestSuffix = 0
  #revision = 0
  #textBytes = 0

  constructor(row: CollectionRow, sketcher: Sketcher) {
    this.row = row
    this.sketcher = sketcher
    this.clusters = new ClusterIndex(sketcher.slotCount)
  }

  /** Changes with every change of the collection. */
  get revision(): number {
    return this.#revision
  }

  /** Bytes of kept text. */
  get textBytes(): number {
    return this.#textBytes
  }

  /** Numbers of all contents. */
  get contentNumbers(): Iterable<number> {
    return this.#facts.keys()
  }

  document(id: string): Entry | undefined {
    return this.#byId.get(id)
  }

  /**
   * The stored content of a sketch, and the key that it has or would have. Keys may coincide: contents
   * with another signature or another number of shingles are different, and are told apart by a suffix.
   */
  lookUp({ contentKey, signature, shingles }: Sketch): { content?: Content<Entry>; key: string | undefined } {
    if (contentKey === undefined) return { key: undefined }
    let free: string | undefined
    let key = contentKey
    for (let probe = 0; probe <= this.#longestSuffix; probe++, key += keySuffix) {
      const content = this.#byKey.get(key)
      if (content === undefined) free ??= key
      else if (content.shingleCount === shingles?.length && isEqual(this.factsOf(content).signature, signature)) {
        return { content, key }
      }
    }
    return { key: free ?? key }
  }

  factsOf(content: Content<Entry>): ContentFacts {
    return this.#facts.get(content.number) as ContentFacts
  }

  /** Adds a content with its matches; its first document makes it visible. */
  addContent(
    number: number,
    shingleCount: number | undefined,
    facts: ContentFacts,
    matches: Iterable<readonly [Content<Entry>, Overlap]>
  ): Content<Entry> {
    const content = this.clusters.addContent(number, shingleCount)
    this.#restoreContent(content, facts, matches)
    return content
  }

  /** Adds a document, or a new version of one whose former version was removed. */
  insert(entry: Entry): () => void {
    this.clusters.addMember(entry.content, entry)
    this.#byId.set(entry.id, entry)
    this.ordered.set(entry)
    this.#textBytes += entry.textBytes
    this.queueExpiry(entry)
    this.#revision++
    return () => {
      this.remove(entry)
    }
  }

  /** Removes a document; its content goes with the last of its documents. */
  remove(entry: Entry): { isContentGone: boolean; undo: () => void } {
    const { content } = entry
    const facts = this.factsOf(content)
    const matches = [...content.matches].map(([other, { overlap }]) => [other, overlap] as const)
    this.clusters.removeMember(content, entry)
    this.#byId.delete(entry.id)
    this.ordered.delete(entry)
    this.#textBytes -= entry.textBytes
    this.#revision++
    const isContentGone = content.members.length === 0
    if (isContentGone) this.#forgetContent(content, facts)
    return {
      isContentGone,
      undo: () => {
        if (isContentGone) this.#restoreContent(content, facts, matches)
        this.insert(entry)
      }
    }
  }

  /** Tells that fields of a document or settings changed, which cached views must not outlive. */
  touch(): void {
    this.#revision++
  }

  /** When a document expires; undefined for never. */
  expiresAt(entry: Entry): number | undefined {
    const seconds = entry.retentionSeconds ?? this.row.settings.retentionSeconds
    return seconds === undefined ? undefined : entry.retainedFrom + seconds * 1000
  }

  /** Whether a document is due to expire. */
  hasExpired(now: number): boolean {
    return this.#expiry.isDue(now)
  }

  /** Takes the next document that has expired; it must be removed. */
  takeExpired(now: number): Entry | undefined {
    for (let entry = this.#expiry.takeDue(now); entry !== undefined; entry = this.#expiry.takeDue(now)) {
      if (this.#byId.get(entry.id) !== entry) continue
      const expiresAt = this.expiresAt(entry)
      if (expiresAt !== undefined && expiresAt <= now) return entry
      this.queueExpiry(entry)
    }
    return undefined
  }

  /** Queues a document whose time of expiry is new. */
  queueExpiry(entry: Entry): void {
    const expiresAt = this.expiresAt(entry)
    if (expiresAt === undefined) return
    this.#expiry.add(expiresAt, entry)
    // What was renewed or replaced stays in the queue until it is due, unless there is too much of it.
    if (this.#expiry.size > 2 * this.ordered.size + 64) this.requeueExpiry()
  }

  /** Queues all documents anew, after the collection's retention changed. */
  requeueExpiry(): void {
    this.#expiry.clear()
    for (const entry of this.ordered.after(0)) this.queueExpiry(entry)
  }

  #restoreContent(
    content: Content<Entry>,
    facts: ContentFacts,
    matches: Iterable<readonly [Content<Entry>, Overlap]>
  ): void {
    this.#facts.set(content.number, facts)
    if (facts.key !== undefined) {
      this.#byKey.set(facts.key, content)
      this.#longestSuffix = Math.max(this.#longestSuffix, facts.key.split(keySuffix).length - 1)
    }
    this.bands.add(content, facts.bandKeys)
    for (const [other, overlap] of matches) this.clusters.connect(content, other, overlap)
  }

  #forgetContent(content: Content<Entry>, facts: ContentFacts): void {
    this.#facts.delete(content.number)
    if (facts.key !== undefined) this.#byKey.delete(facts.key)
    this.bands.delete(content, facts.bandKeys)
  }
}

function isEqual(left: Uint32Array, right: Uint32Array): boolean {
  return left.length === right.length && left.every((value, i) => value === right[i])
}
