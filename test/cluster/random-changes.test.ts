import fc from 'fast-check'
import t from 'tap'
import type { FigureLimits } from '../../src/cluster/cluster-figures.ts'
import { ClusterIndex, type ContentMatch } from '../../src/cluster/cluster-index.ts'
import type { DocumentFacts } from '../../src/cluster/document-table.ts'
import { checkAllCuts, checkClusters, checkLarge, checkOrders } from '../helpers/clusters-like-naive.ts'
import { NaiveClusters, overlap, slotCount } from '../helpers/naive-clusters.ts'
import { holds } from '../helpers/property.ts'

const place = fc.nat({ max: 1000 })
const step = fc.record({
  kind: fc.constantFrom(
    ...(['content', 'content', 'content', 'bare', 'copy', 'connect', 'connect', 'disconnect'] as const),
    ...(['removeDocument', 'removeContent', 'truncate', 'update'] as const)
  ),
  x: place,
  y: place,
  matches: fc.array(fc.tuple(place, fc.integer({ min: 5, max: slotCount })), { maxLength: 4 }),
  equalSlots: fc.integer({ min: 5, max: slotCount }),
  created: fc.integer({ min: 1, max: 100_000 }),
  updatedAt: fc.integer({ min: 1, max: 5 }),
  textBytes: fc.integer({ min: 0, max: 3 }),
  isTruncated: fc.boolean()
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** An index and what it must be, changed alike. */
class Changes {
  readonly index: ClusterIndex
  readonly naive = new NaiveClusters()
  #number = 1

  constructor(limits?: FigureLimits) {
    this.index = new ClusterIndex(slotCount, limits)
  }

  /** Makes steps as one change. */
  applyAll(steps: readonly Step[]): void {
    this.index.change(() => {
      for (const step of steps) this.apply(step)
    })
  }

  apply(step: Step): void {
    const contents = [...this.naive.contents.keys()]
    if (contents.length === 0 || step.kind === 'content' || step.kind === 'bare') this.#addContent(step, contents)
    else this.#changeContent(step, contents[step.x % contents.length] as number, contents)
    const documents = [...this.naive.documents.keys()]
    if (documents.length > 0) this.#changeDocument(step, documents[step.x % documents.length] as number)
  }

  #changeContent(step: Step, content: number, contents: readonly number[]): void {
    const { kind, isTruncated, equalSlots } = step
    const other = contents[step.y % contents.length] as number
    if (kind === 'copy') {
      this.#addDocument(content, step)
    } else if (kind === 'connect' && content !== other && !this.naive.isConnected(content, other)) {
      this.index.connect(content, other, overlap(equalSlots))
      this.naive.connect(content, other, equalSlots)
    } else if (kind === 'disconnect') {
      this.#disconnect(content, step.y)
    } else if (kind === 'removeContent') {
      for (const document of this.naive.members(content)) this.#removeDocument(document)
      this.index.removeContent(content)
      this.naive.removeContent(content)
    } else if (kind === 'truncate') {
      this.index.setTruncated(content, isTruncated)
      this.naive.contents.set(content, { ...this.naive.contents.get(content)!, isTruncated })
    }
  }

  #changeDocument({ kind, updatedAt }: Step, document: number): void {
    if (kind === 'removeDocument') {
      this.#removeDocument(document)
    } else if (kind === 'update') {
      this.index.setUpdatedAt(document, updatedAt)
      this.naive.documents.set(document, { ...this.naive.documents.get(document)!, updatedAt })
    }
  }

  #addContent(step: Step, contents: readonly number[]): void {
    const matches = new Map<number, ContentMatch>()
    for (const [at, equalSlots] of contents.length === 0 ? [] : step.matches) {
      const other = contents[at % contents.length] as number
      matches.set(other, [other, overlap(equalSlots)])
    }
    const facts = { number: this.#number++, shingleCount: undefined, isTruncated: step.isTruncated }
    const content = this.index.addContent(facts, matches.values())
    this.naive.addContent(content, facts, [...matches.values()])
    if (step.kind !== 'bare') this.#addDocument(content, step)
  }

  #addDocument(content: number, { created, updatedAt, textBytes }: Step): void {
    if ([...this.naive.documents.values()].some(other => other.created === created)) return
    const number = this.#number++
    const times = { updatedAt, retainedFrom: 0, retentionSeconds: undefined }
    const facts: DocumentFacts = { number, created, content, textBytes, ...times }
    this.naive.documents.set(this.index.addDocument(facts), facts)
  }

  #removeDocument(document: number): void {
    this.index.removeDocument(document)
    this.naive.documents.delete(document)
  }

  #disconnect(left: number, place: number): void {
    const others = [...(this.naive.matches.get(left) as Map<number, number>).keys()]
    const other = others[place % others.length]
    if (other === undefined) return
    this.index.disconnect(left, other)
    this.naive.disconnect(left, other)
  }
}

const scopes = (longest: number) =>
  fc.array(fc.array(step, { minLength: 1, maxLength: longest }), { maxLength: 40, size: 'max' })

const allLimits: Readonly<Record<string, FigureLimits | undefined>> = {
  'all small': undefined,
  'those of three large': { largeSize: 2, fewLeaving: 1024, smallShare: 1 },
  'those of four large, and parts cut out at once': { largeSize: 3, fewLeaving: 0, smallShare: 0 }
}
const cases = [1, 7].flatMap(longest => Object.entries(allLimits).map(([name, limits]) => ({ longest, name, limits })))

for (const { longest, name, limits } of cases) {
  t.test(`clusters, counts and orders equal a search from scratch, ${longest} steps a change, ${name}`, async t => {
    await holds(
      t,
      fc.property(scopes(longest), scopes => {
        const changes = new Changes(limits)
        for (const steps of scopes) {
          if (longest === 1) changes.apply(steps[0] as Step)
          else changes.applyAll(steps)
          checkClusters(changes.index, changes.naive)
          checkLarge(changes.index, changes.naive, limits?.largeSize)
        }
        const { index, naive } = changes
        checkOrders({ orders: index.orders, clusterOf: content => index.clusterOf(content) }, naive)
      }),
      { numRuns: 50 }
    )
  })
}

t.test('cut at any threshold clusters are what a search from scratch finds, after every change', async t => {
  await holds(
    t,
    fc.property(scopes(3), scopes => {
      const changes = new Changes()
      for (const steps of scopes) {
        changes.applyAll(steps)
        checkAllCuts(changes.index, changes.naive)
      }
    }),
    { numRuns: 60 }
  )
})
