/**
 * What every engine must answer: the rules of the contract for one collection, in the
 * plainest form. Nothing is kept but a list of documents; every answer is computed
 * anew from their texts, with JavaScript Sets and a breadth-first search.
 */
import type { Score } from '../../src/cluster/score.ts'
import type { Sketcher } from '../../src/signature/sketch.ts'
import type { CollectionSettings } from '../../src/store/collections.ts'
import type { IncomingDocument, Match, Verdict } from '../../src/store/documents.ts'
import { elementsOf } from '../../src/text/shingle.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { components } from './components.ts'
import { jaccardOfSets, referenceBandKeys, referenceShingles, sharedCount } from './reference.ts'

/** A document's content as the rules see it. */
export interface ModelContent {
  /** The token sequence, written so that different ones differ; undefined for a signature. */
  readonly sequence: string | undefined
  /** Shingles as strings; undefined for a signature. */
  readonly shingles: ReadonlySet<string> | undefined
  readonly signature: Uint32Array
  readonly bandKeys: Uint32Array
  readonly isEmpty: boolean
}

/** A stored document. */
export interface ModelDocument {
  readonly incoming: IncomingDocument
  readonly content: ModelContent
  /** Place in the order of first creation. */
  readonly created: number
  /** Place of the current version in the order of all versions; fields alone make no new one. */
  readonly version: number
  readonly ingestedAt: number
  readonly updatedAt: number
  readonly retainedFrom: number
}

/** A match of two stored documents. */
export interface ModelMatch extends Score {
  readonly a: ModelDocument
  readonly b: ModelDocument
}

/** What an ingest must answer. The cluster is its members' ids. */
export interface ModelIngested {
  readonly status: 'created' | 'updated' | 'unchanged'
  readonly verdict: Verdict
  readonly members: readonly string[]
  readonly matches: readonly Match[]
  /** The id of the document that speaks for the cluster. */
  readonly representative: string | undefined
}

/** A larger cluster has the earliest for the most central. */
const maxCentralMembers = 1000

const emptySlot = 0xffffffff

/** The number that decides. */
export const strengthOf = ({ similarity, estimate }: Score): number => similarity ?? estimate

export class Model {
  settings: CollectionSettings
  readonly #sketcher: Sketcher
  readonly #contents = new Map<string, ModelContent>()
  readonly #scores = new Map<ModelContent, Map<ModelContent, Score | undefined>>()
  #documents: ModelDocument[] = []
  #counter = 0

  constructor(settings: CollectionSettings, sketcher: Sketcher) {
    this.settings = settings
    this.#sketcher = sketcher
  }

  /** Forgets all documents, but not the scores of texts. */
  clear(): void {
    this.#documents = []
  }

  /** Rule 9: what has expired is as good as deleted. */
  expire(now: number): void {
    this.#documents = this.#documents.filter(document => (this.expiresAt(document) ?? Number.POSITIVE_INFINITY) > now)
  }

  expiresAt({ incoming, retainedFrom }: ModelDocument): number | undefined {
    const seconds = incoming.fields.retentionSeconds ?? this.settings.retentionSeconds
    return seconds === undefined ? undefined : retainedFrom + seconds * 1000
  }

  /** In order of creation. */
  get documents(): readonly ModelDocument[] {
    return this.#documents.toSorted((a, b) => a.created - b.created)
  }

  document(id: string): ModelDocument | undefined {
    return this.#documents.find(({ incoming }) => incoming.id === id)
  }

  /** Rules 2 and 6. */
  ingest(incoming: IncomingDocument, now: number, options: { matchLimit: number; renew: boolean }): ModelIngested {
    const known = this.document(incoming.id)
    const isTextSame = known?.incoming.textDigest === incoming.textDigest
    const isSame = isTextSame && known?.incoming.fieldsDigest === incoming.fieldsDigest
    const version = isTextSame && known ? known.version : ++this.#counter
    const document: ModelDocument = {
      incoming,
      content: this.contentOf(incoming),
      created: known?.created ?? version,
      version,
      ingestedAt: known?.ingestedAt ?? now,
      updatedAt: isSame && known ? known.updatedAt : now,
      retainedFrom: isSame && known && !options.renew ? known.retainedFrom : now
    }
    this.remove(incoming.id)
    this.#documents.push(document)
    const earlier = this.#documents.filter(other => other.version < version)
    const cluster = this.clusterOf(document, this.settings.threshold)
    return {
      status: known === undefined ? 'created' : isSame ? 'unchanged' : 'updated',
      verdict: this.#verdict(document.content, earlier, this.settings.threshold),
      members: cluster.map(member => member.incoming.id),
      representative: this.representative(cluster, this.settings.threshold).incoming.id,
      matches: this.#matches(document.content, earlier, this.settings.threshold).slice(0, options.matchLimit)
    }
  }

  /** Stores a new document, where its answer is not asked for. */
  add(incoming: IncomingDocument, now = 0): void {
    const version = ++this.#counter
    const times = { ingestedAt: now, updatedAt: now, retainedFrom: now }
    this.#documents.push({ incoming, content: this.contentOf(incoming), created: version, version, ...times })
  }

  remove(id: string): boolean {
    const before = this.#documents.length
    this.#documents = this.#documents.filter(({ incoming }) => incoming.id !== id)
    return this.#documents.length < before
  }

  /** What an ingest would say: a stored version of the same text keeps its place, another one is replaced. */
  check(incoming: IncomingDocument, threshold: number): Omit<ModelIngested, 'status'> {
    const content = this.contentOf(incoming)
    const known = this.document(incoming.id)
    const isStored = known?.incoming.textDigest === incoming.textDigest
    const others = this.#documents.filter(other => other !== known)
    const earlier = isStored ? others.filter(({ version }) => version < known.version) : others
    const matches = this.#matches(content, earlier, threshold)
    const best = matches[0] && this.document(matches[0].id)
    const cluster = best === undefined ? [] : this.clusterOf(best, threshold)
    return {
      verdict: this.#verdict(content, earlier, threshold),
      members: cluster.map(member => member.incoming.id),
      representative: best && this.representative(cluster, threshold).incoming.id,
      matches
    }
  }

  /** All matches of a stored document, best first. */
  matchesOf(document: ModelDocument, threshold: number): Match[] {
    const others = this.#documents.filter(other => other !== document)
    return this.#matches(document.content, others, threshold)
  }

  /** Rule 3: every pair of documents that match. */
  matches(threshold: number): ModelMatch[] {
    const documents = this.documents
    return documents.flatMap((a, at) =>
      documents.slice(at + 1).flatMap(b => {
        const score = this.score(a.content, b.content)
        return score !== undefined && strengthOf(score) >= threshold ? [{ a, b, ...score }] : []
      })
    )
  }

  /** Rules 3 to 5: the clusters, members in order of creation. */
  clusters(threshold: number): ModelDocument[][] {
    const parts = components(this.documents, (a, b) => {
      const score = this.score(a.content, b.content)
      return score !== undefined && strengthOf(score) >= threshold
    })
    return parts.map(part => part.sort((a, b) => a.created - b.created))
  }

  clusterOf(document: ModelDocument, threshold: number): ModelDocument[] {
    return this.clusters(threshold).find(cluster => cluster.includes(document)) as ModelDocument[]
  }

  /** Rule 5: the one that speaks for a cluster, whose members are in order of creation; of equals the first. */
  representative(members: readonly ModelDocument[], threshold: number): ModelDocument {
    const { representative: policy } = this.settings
    const [first] = members as [ModelDocument]
    if (policy === 'earliest' || (policy === 'central' && members.length > maxCentralMembers)) return first
    const worth =
      policy === 'longest' ? textBytes : (member: ModelDocument) => this.#centrality(member, members, threshold)
    const worths = members.map(worth)
    // Sums of fractions are equal but for rounding.
    return members[worths.findIndex(value => value > Math.max(...worths) - 1e-9)] as ModelDocument
  }

  #centrality(member: ModelDocument, members: readonly ModelDocument[], threshold: number): number {
    const strengths = members.map(other => {
      const score = other === member ? undefined : this.score(member.content, other.content)
      return score !== undefined && strengthOf(score) >= threshold ? strengthOf(score) : 0
    })
    return strengths.reduce((sum, strength) => sum + strength, 0)
  }

  /** The ids of the members of each cluster. */
  partition(threshold: number): string[][] {
    return this.clusters(threshold).map(cluster => cluster.map(({ incoming }) => incoming.id))
  }

  /** How two contents compare, whether they match or not. */
  compare(left: ModelContent, right: ModelContent): Score {
    if (isSame(left, right)) return { similarity: left.shingles ? 1 : null, estimate: 1 }
    const similarity = left.shingles && right.shingles ? jaccardOfSets(left.shingles, right.shingles) : null
    const equal = left.signature.filter((slot, at) => slot === right.signature[at] && slot !== emptySlot).length
    return { similarity, estimate: equal / left.signature.length }
  }

  /** The score of two contents that match at the collection's threshold, else undefined. */
  score(left: ModelContent, right: ModelContent): Score | undefined {
    const known = this.#scores.get(left)
    if (known?.has(right)) return known.get(right)
    const score = this.#computeScore(left, right)
    this.#scores.set(left, (known ?? new Map()).set(right, score))
    return score
  }

  #computeScore(left: ModelContent, right: ModelContent): Score | undefined {
    if (left.isEmpty || right.isEmpty) return undefined
    const sharesBand = isSame(left, right) || left.bandKeys.some((key, band) => key === right.bandKeys[band])
    const score = this.compare(left, right)
    return sharesBand && strengthOf(score) >= this.settings.threshold ? score : undefined
  }

  /** Equal contents are one object, so that scores are computed once. */
  contentOf({ text, textDigest, sketch }: IncomingDocument): ModelContent {
    const known = this.#contents.get(textDigest)
    if (known !== undefined) return known
    const tokens = text === undefined ? undefined : tokenize(Buffer.from(text).toString())
    const { signature } = sketch
    const { count, rows } = this.#sketcher.banding
    const { shingle } = this.settings
    const content: ModelContent = {
      sequence: tokens && JSON.stringify(tokens),
      shingles: tokens && referenceShingles(elementsOf(tokens, shingle), shingle),
      signature,
      bandKeys: referenceBandKeys(signature, count, rows),
      isEmpty: tokens ? tokens.length === 0 : signature.every(slot => slot === emptySlot)
    }
    this.#contents.set(textDigest, content)
    return content
  }

  #verdict(content: ModelContent, earlier: readonly ModelDocument[], threshold: number): Verdict {
    const isExact = (other: ModelDocument) =>
      !content.isEmpty && content.sequence !== undefined && other.content.sequence === content.sequence
    if (earlier.some(isExact)) return 'exact-duplicate'
    return this.#matches(content, earlier, threshold).length > 0 ? 'near-duplicate' : 'unique'
  }

  /** Best first: by similarity, then by estimate, then in order of creation. */
  #matches(content: ModelContent, among: readonly ModelDocument[], threshold: number): Match[] {
    const found = among.flatMap(other => {
      const score = this.score(content, other.content)
      if (score === undefined || strengthOf(score) < threshold) return []
      return [
        {
          created: other.created,
          match: { id: other.incoming.id, ...score, containment: containment(content, other.content) }
        }
      ]
    })
    found.sort(
      (x, y) =>
        strengthOf(y.match) - strengthOf(x.match) || y.match.estimate - x.match.estimate || x.created - y.created
    )
    return found.map(({ match }) => match)
  }
}

/** Bytes of the text, kept or not; none where only a signature was sent. */
function textBytes({ incoming: { text } }: ModelDocument): number {
  return Buffer.byteLength(text ?? '')
}

/** The same token sequence, or the same signature; the empty content is like nothing. */
function isSame(left: ModelContent, right: ModelContent): boolean {
  if (left.isEmpty || left.sequence !== right.sequence) return false
  return left.sequence !== undefined || left.signature.every((slot, at) => slot === right.signature[at])
}

/** Rule 1 and the table of the contract: shared shingles over one's own. */
export function containment(own: ModelContent, other: ModelContent): number | null {
  if (!own.shingles || !other.shingles || own.shingles.size === 0) return null
  return sharedCount(own.shingles, other.shingles) / own.shingles.size
}
