import assert from 'node:assert/strict'
import type { Score } from '../../../src/cluster/score.ts'
import { DoppelError } from '../../../src/errors.ts'
import type { ClusterView } from '../../../src/store/clusters.ts'
import type { SettingsPatch } from '../../../src/store/collections.ts'
import type { IngestOptions } from '../../../src/store/document-store.ts'
import type { IncomingDocument, Ingested } from '../../../src/store/documents.ts'
import { truncation } from '../../../src/store/truncation.ts'
import { canonical } from '../../helpers/components.ts'
import { containment, Model, type ModelDocument, strengthOf } from '../../helpers/model.ts'
import { sharedCount } from '../../helpers/reference.ts'
import { allItems, type TestCollection } from '../../helpers/test-collection.ts'
import { textOf } from '../../helpers/texts.ts'
import { injectedFault, type OpenedStore } from './engine.ts'
import type { Operation, PlannedDocument } from './operation.ts'

const idOf = ({ incoming }: ModelDocument): string => incoming.id
const notFound = 'DOCUMENT_NOT_FOUND'

/** A collection and the model of it; every operation is done to both, and the answers must be equal. */
export class ModelledCollection {
  readonly #opened: OpenedStore
  readonly #model: Model
  #collection: TestCollection
  /** For each document the id of the cluster it was created into, if alone. */
  readonly #ownClusters = new Map<string, string>()

  constructor(opened: OpenedStore, collection: TestCollection) {
    this.#opened = opened
    this.#collection = collection
    this.#model = new Model(collection.settings, collection.sketcher)
  }

  /** A call that fails because of a fault must have done nothing, which the next ones show. */
  async run(operation: Operation): Promise<void> {
    this.#model.expire(this.#now)
    try {
      await this.#run(operation)
    } catch (error) {
      if (!isInjected(error)) throw error
    }
  }

  async #run(operation: Operation): Promise<void> {
    switch (operation.kind) {
      case 'ingest':
        return this.#ingest(operation)
      case 'remove':
        return this.#remove(operation.id)
      case 'check':
        return this.#check(operation)
      case 'matches':
        return this.#matches(operation)
      case 'compare':
        return this.#compare(operation.left, operation.right)
      case 'clusters':
        return this.#clusters(operation)
      case 'documents':
        return this.#documents(operation.limit)
      case 'export':
        return this.#export(operation)
      case 'patch':
        return this.#patch(operation.patch)
      case 'advance':
        return this.#opened.clock.advance(operation.ms)
      case 'stats':
        return this.#stats()
      case 'fault':
        return this.#opened.engine.failNextCommit?.()
      case 'reopen':
        await this.#opened.reopen(operation.snapshot)
        this.#collection = this.#collection.in(this.#opened.store)
    }
  }

  /** Compares everything that can be asked. */
  async checkAll(): Promise<void> {
    // A fault that still waits hits this.
    await this.#collection.store.patchCollection(this.#collection.name, {}).catch(unlessInjected)
    this.#model.expire(this.#now)
    await this.#clusters({ threshold: 0, minSize: 1, order: '-size', limit: 100 })
    await this.run({ kind: 'reopen', snapshot: 'kept' })
    for (const threshold of [0, 0.5, 1]) await this.#clusters({ threshold, minSize: 1, order: 'size', limit: 2 })
    await this.#documents(3)
    for (const representatives of [false, true]) await this.#export({ representatives, limit: 4, fullPageBytes: 200 })
    await this.#stats()
    for (const document of this.#model.documents) await this.#matches({ id: idOf(document), threshold: 0, limit: 1000 })
  }

  get #now(): number {
    return this.#opened.clock.now
  }

  #thresholdAt(place: number): number {
    const { threshold } = this.#collection.settings
    return Math.min(1, threshold + (1 - threshold) * place)
  }

  #prepare({ id, plan, isSignature, noise, again, fields }: PlannedDocument): IncomingDocument {
    const stored = this.#model.document(id)?.incoming
    if (stored !== undefined && again === 'same') return stored
    if (stored?.text !== undefined && again === 'fields') {
      return this.#collection.prepare({ id, text: Buffer.from(stored.text).toString(), ...fields })
    }
    const text = textOf(plan)
    if (!isSignature) return this.#collection.prepare({ id, text, ...fields })
    const { signature } = this.#collection.sketcher.sketchText(text)
    const slots = Array.from(signature, (slot, at) => (at >= signature.length - noise ? (slot ^ 1) >>> 0 : slot))
    return this.#collection.prepare({ id, signature: { scheme: this.#collection.sketcher.family, slots }, ...fields })
  }

  async #ingest({ documents, matchLimit, renew, atOnce }: Operation & { kind: 'ingest' }): Promise<void> {
    const prepared = documents.map(document => this.#prepare(document))
    const options = { matchLimit, renew }
    const answers = atOnce
      ? await this.#ingestAtOnce(prepared, options)
      : await this.#collection.ingestAll(prepared, options)
    for (const [at, document] of prepared.entries()) {
      if (answers[at] === undefined) continue
      const { members, representative, ...expected } = this.#model.ingest(document, this.#now, options)
      const { cluster, ...answer } = answers[at]
      const isEmpty = this.#model.contentOf(document).isEmpty
      assert.deepEqual(answer, { id: document.id, ...expected, isEmpty, ...truncation({}) })
      assert.deepEqual([cluster.size, cluster.representative], [members.length, representative])
      if (members.length === 1) this.#ownClusters.set(document.id, cluster.id)
      else if (answer.status === 'created') this.#ownClusters.delete(document.id)
    }
  }

  /** One call each; some of them while what came before is being committed. */
  async #ingestAtOnce(
    documents: readonly IncomingDocument[],
    options: IngestOptions
  ): Promise<(Ingested | undefined)[]> {
    const calls: Promise<readonly (Ingested | undefined)[]>[] = []
    for (const [at, document] of documents.entries()) {
      calls.push(this.#collection.ingestAll([document], options).catch(unlessInjected))
      if (at % 2 === 1) await new Promise(setImmediate)
    }
    return (await Promise.all(calls)).flat()
  }

  async #remove(id: string): Promise<void> {
    const removal = this.#collection.remove(id)
    if (this.#model.document(id) === undefined) return rejects(removal, notFound)
    await removal
    this.#model.remove(id)
    this.#ownClusters.delete(id)
  }

  async #check({ document, threshold: place, matchLimit }: Operation & { kind: 'check' }): Promise<void> {
    const prepared = this.#prepare(document)
    const threshold = this.#thresholdAt(place)
    const { store, name } = this.#collection
    const { cluster, ...answer } = await store.check(name, prepared, { threshold, matchLimit })
    const { members, representative, matches, ...expected } = this.#model.check(prepared, threshold)
    const isEmpty = this.#model.contentOf(prepared).isEmpty
    assert.deepEqual(answer, { ...expected, isEmpty, matches: matches.slice(0, matchLimit), ...truncation({}) })
    assert.deepEqual([cluster?.size ?? 0, cluster?.representative], [members.length, representative])
  }

  async #matches({ id, threshold: place, limit }: Omit<Operation & { kind: 'matches' }, 'kind'>): Promise<void> {
    const threshold = this.#thresholdAt(place)
    const document = this.#model.document(id)
    const answer = this.#collection.store.matchesOf(this.#collection.name, id, { threshold, limit })
    if (document === undefined) return rejects(answer, notFound)
    const matches = this.#model.matchesOf(document, threshold)
    assert.deepEqual(await answer, {
      matches: matches.slice(0, limit),
      ...truncation({ page: matches.length > limit })
    })
  }

  async #compare(left: string, right: string): Promise<void> {
    const [a, b] = [this.#model.document(left)?.content, this.#model.document(right)?.content]
    const answer = this.#collection.store.compare(this.#collection.name, { id: left }, { id: right })
    if (a === undefined || b === undefined) return rejects(answer, notFound)
    if (left === right) {
      assert.deepEqual([(await answer).similarity, (await answer).estimate], [a.shingles ? 1 : null, 1])
      return
    }
    const shared = a.shingles && b.shingles ? sharedCount(a.shingles, b.shingles) : null
    const union = a.shingles && b.shingles && shared !== null ? a.shingles.size + b.shingles.size - shared : null
    const shares = union === null || union === 0 ? null : { left: containment(a, b), right: containment(b, a) }
    assert.deepEqual(await answer, { ...this.#model.compare(a, b), containment: shares, shared, union })
  }

  async #clusters({ threshold: place, ...query }: Omit<Operation & { kind: 'clusters' }, 'kind'>): Promise<void> {
    const threshold = this.#thresholdAt(place)
    const expected = this.#model.clusters(threshold).filter(({ length }) => length >= query.minSize)
    const listed = await this.#collection.clusters({ threshold, ...query })
    const spokenFor = new Map(expected.map(members => [this.#representative(members, threshold), members]))
    assert.deepEqual(canonical([listed.map(({ representative }) => representative)]), canonical([spokenFor.keys()]))
    for (const view of listed) await this.#checkCluster(view, spokenFor.get(view.representative)!, threshold)
    const values = listed.map(({ size, updatedAt }) => (query.order === '-updatedAt' ? updatedAt : size))
    assert.deepEqual(
      values,
      values.toSorted((a, b) => (query.order === 'size' ? a - b : b - a))
    )
    await this.#checkOwnClusters()
  }

  async #checkCluster(view: ClusterView, members: readonly ModelDocument[], threshold: number): Promise<void> {
    const matches = this.#model.matches(threshold).filter(({ a }) => members.includes(a))
    matches.sort(
      (x, y) =>
        strengthOf(y) - strengthOf(x) ||
        y.estimate - x.estimate ||
        x.a.created - y.a.created ||
        x.b.created - y.b.created
    )
    const [first] = members as [ModelDocument]
    const representative = this.#model.representative(members, threshold)
    const { id, similarity, nextCursor, ...rest } = view
    assert.deepEqual(rest, {
      size: members.length,
      representative: idOf(representative),
      createdAt: first.ingestedAt,
      updatedAt: Math.max(...members.map(({ updatedAt }) => updatedAt)),
      members: members.slice(0, 10).map(member => ({
        id: idOf(member),
        ...this.#between(representative, member),
        ...(member.incoming.fields.title !== undefined && { title: member.incoming.fields.title }),
        ingestedAt: member.ingestedAt
      })),
      pairs: matches
        .slice(0, 20)
        .map(({ a, b, similarity, estimate }) => ({ a: idOf(a), b: idOf(b), similarity, estimate })),
      ...truncation({ page: matches.length > 20 })
    })
    checkSummary(
      similarity,
      matches.flatMap(match => match.similarity ?? [])
    )
    const single = await this.#collection.store.getCluster(this.#collection.name, id, {
      threshold,
      cursor: undefined,
      limit: 10
    })
    const { toRepresentative, ...same } = single
    assert.deepEqual(same, view)
    checkSummary(
      toRepresentative,
      members.flatMap(member =>
        member === representative ? [] : (this.#between(representative, member).similarity ?? [])
      )
    )
  }

  /** A document against itself is 1, even an empty one. */
  #between(representative: ModelDocument, member: ModelDocument): Score {
    if (representative === member) return { similarity: member.content.shingles ? 1 : null, estimate: 1 }
    return this.#model.compare(representative.content, member.content)
  }

  #representative(members: readonly ModelDocument[], threshold: number): string {
    return idOf(this.#model.representative(members, threshold))
  }

  /** Rule 5: the id of any stored member's own singleton finds the cluster that now holds it. */
  async #checkOwnClusters(): Promise<void> {
    const { threshold } = this.#collection.settings
    for (const [id, clusterId] of this.#ownClusters) {
      const document = this.#model.document(id)
      const request = { threshold, cursor: undefined, limit: 1 }
      const answer = this.#collection.store.getCluster(this.#collection.name, clusterId, request)
      if (document === undefined) await rejects(answer, 'CLUSTER_NOT_FOUND')
      else {
        const members = this.#model.clusterOf(document, threshold)
        assert.equal((await answer).representative, this.#representative(members, threshold))
      }
    }
  }

  async #documents(limit: number): Promise<void> {
    const listed = await this.#collection.documents(limit)
    const shown = listed.map(({ cluster: { id, ...cluster }, ...document }) => ({ ...document, cluster }))
    assert.deepEqual(
      shown,
      this.#stored().map(({ view }) => ({ ...view, text: undefined }))
    )
    for (const { incoming } of this.#model.documents.slice(0, 2)) {
      const text = this.#collection.settings.storeText ? sentText(incoming) : undefined
      assert.equal((await this.#collection.get(incoming.id)).text, text)
    }
  }

  async #export(request: Omit<Operation & { kind: 'export' }, 'kind'>): Promise<void> {
    const { store, name, settings } = this.#collection
    const { representatives } = request
    const answer = allItems(cursor => store.exportDocuments(name, { ...request, cursor }))
    if (!settings.storeText) return rejects(answer, 'TEXT_NOT_KEPT')
    const expected = this.#stored()
      .filter(({ document, representative }) => !representatives || document === representative)
      .map(({ document, representative, view }) => ({ ...view, ...this.#between(representative, document) }))
    const shown = (await answer).map(({ cluster: { id, ...cluster }, ...document }) => ({ ...document, cluster }))
    assert.deepEqual(shown, expected)
  }

  /** All documents as they must be shown, but for the id of the cluster, each with the one that speaks for its cluster. */
  #stored() {
    const { threshold } = this.#collection.settings
    const clusters = this.#model.clusters(threshold)
    return this.#model.documents.map(document => {
      const members = clusters.find(cluster => cluster.includes(document)) as ModelDocument[]
      const representative = this.#model.representative(members, threshold)
      const { incoming, ingestedAt, updatedAt } = document
      const cluster = { size: members.length, representative: idOf(representative) }
      const times = { ingestedAt, updatedAt, expiresAt: this.#model.expiresAt(document) }
      const view = {
        ...incoming.fields,
        id: incoming.id,
        text: sentText(incoming),
        ...times,
        isEmpty: document.content.isEmpty,
        cluster
      }
      return { document, representative, view }
    })
  }

  async #patch(patch: SettingsPatch): Promise<void> {
    await this.#collection.store.patchCollection(this.#collection.name, patch)
    const { representative, retentionSeconds } = patch
    this.#model.settings = {
      ...this.#model.settings,
      ...(representative !== undefined && { representative }),
      ...(retentionSeconds !== undefined && { retentionSeconds: retentionSeconds ?? undefined })
    }
    this.#model.expire(this.#now)
  }

  async #stats(): Promise<void> {
    const { threshold, storeText } = this.#collection.settings
    const stats = await this.#collection.store.stats(this.#collection.name)
    const sizes = this.#model.clusters(threshold).map(({ length }) => length)
    const documents = this.#model.documents
    const texts = documents.map(({ incoming }) => (storeText ? Buffer.byteLength(incoming.text ?? '') : 0))
    const counts = {
      documents: documents.length,
      clusters: sizes.filter(size => size > 1).length,
      duplicates: documents.length - sizes.length
    }
    assert.deepEqual((await this.#collection.store.getCollection(this.#collection.name)).counts, counts)
    const { clusterSizes, matchSimilarities, ingestPerSecond, ...rest } = stats
    assert.deepEqual(rest, { ...counts, bytes: texts.reduce((sum, bytes) => sum + bytes, 0), truncatedDocuments: 0 })
    checkHistogram(clusterSizes, sizes)
    checkHistogram(matchSimilarities, this.#model.matches(threshold).map(strengthOf))
  }
}

function isInjected(error: unknown): boolean {
  return error instanceof DoppelError && error.message === injectedFault
}

/** @returns the place of an answer in a list of answers */
function unlessInjected(error: unknown): [undefined] {
  if (!isInjected(error)) throw error
  return [undefined]
}

/** Waits for a failure that the model expects; an injected one may come before it. */
async function rejects(promise: Promise<unknown>, code: string): Promise<void> {
  const outcome = await promise.then(
    () => 'no failure',
    error => {
      if (isInjected(error) || !(error instanceof DoppelError)) throw error
      return error.code
    }
  )
  assert.equal(outcome, code)
}

function checkSummary(summary: { min: number; mean: number; max?: number } | null, values: readonly number[]): void {
  if (values.length === 0) {
    assert.equal(summary, null)
    return
  }
  assert.equal(summary?.min, Math.min(...values))
  if (summary?.max !== undefined) assert.equal(summary.max, Math.max(...values))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  assert.ok(Math.abs((summary?.mean ?? 0) - mean) < 1e-9)
}

function checkHistogram(bins: readonly { from: number; to: number; count: number }[], values: readonly number[]): void {
  const last = bins.length - 1
  const expected = bins.map(
    ({ from, to }, at) => values.filter(value => value >= from && (value < to || (at === last && value === to))).length
  )
  assert.deepEqual(
    bins.map(({ count }) => count),
    expected
  )
  assert.equal(
    expected.reduce((sum, count) => sum + count, 0),
    values.length
  )
}

/** The text as it is shown; undefined where only a signature was sent. */
function sentText({ text }: IncomingDocument): string | undefined {
  return text && Buffer.from(text).toString()
}
