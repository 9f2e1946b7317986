import { v7 as uuidv7 } from 'uuid'
import { DoppelError, type FieldError } from '../errors.ts'
import type { SketchSettings } from '../signature/sketch.ts'
import { type Backup, type Backups, NoBackups } from '../store/backups.ts'
import type { ClusterPage, ClusterQuery, SingleClusterView } from '../store/clusters.ts'
import {
  type CollectionRecord,
  type CollectionSettings,
  defaultSettings,
  type SettingsPatch
} from '../store/collections.ts'
import type { DocumentStore, ExportRequest, IngestOptions, Page, PageRequest } from '../store/document-store.ts'
import type {
  Checked,
  Comparison,
  ExportedDocument,
  IncomingDocument,
  Ingested,
  Matches,
  StoredDocument
} from '../store/documents.ts'
import type { CollectionStats } from '../store/stats.ts'
import type { SharedSpans } from '../text/spans.ts'
import { type CompareInput, type ComparisonSource, type Sides, sketchSides } from './comparison-source.ts'
import { type DocumentInput, idErrors, type NamedDocument } from './document-input.ts'
import { DocumentPreparer, type DocumentSource, type Prepared } from './document-preparer.ts'
import { IngestCounts } from './ingest-counts.ts'
import type { PageExtractor } from './page-extractor.ts'
import { noExtractor, readPages } from './page-reading.ts'
import { SpanFinder } from './span-finder.ts'

/** Settings as a client sends them: whatever is missing has its default. */
export type SettingsInput = {
  readonly [Key in keyof CollectionSettings]?: Partial<CollectionSettings[Key]> | CollectionSettings[Key]
}

/** How two documents compare, with the parts of each text that the two share. */
export type ComparisonWithSpans = Comparison & { readonly spans: SharedSpans }

/** A listing of clusters as a client asks for it; the threshold defaults to the collection's. */
export type ClusterRequest = Omit<ClusterQuery, 'threshold'> & { readonly threshold: number | undefined }

/** How a document is compared with what is stored. */
export interface CheckQuery {
  /** From the collection's threshold, the default, to 1. */
  readonly threshold: number | undefined
  readonly matchLimit: number
  /** Whether the answer has the text that was compared. */
  readonly showsText?: boolean
}

/** Documents prepared for the settings that their collection had. */
export interface PreparedBatch {
  readonly source: DocumentSource
  /** What the documents were sketched by. */
  readonly sketcherKey: string
  readonly documents: readonly Prepared[]
}

/** A backup that was made. */
export interface MadeBackup extends Backup {
  readonly name: string
  readonly durationMs: number
}

const noBackups = new NoBackups(new DoppelError('NOT_SUPPORTED', 'this store makes no backups'))

/** How often an ingest is tried when the collection's settings change under it. */
const maxAttempts = 3

/**
 * What doppel can do, whatever the transport and the engine: checks the input, turns texts
 * into sketches, and leaves the rest to the store.
 */
export class DedupService {
  readonly #store: DocumentStore
  readonly #backups: Backups
  readonly #extractor: PageExtractor
  readonly #preparer = new DocumentPreparer()
  readonly #spans = new SpanFinder()
  /** What became of the documents ingested so far, for the metrics. */
  readonly ingestCounts = new IngestCounts()

  /** Size of what is on disk, in bytes; 0 where nothing is. */
  get diskBytes(): number {
    return this.#store.diskBytes ?? 0
  }

  constructor(store: DocumentStore, backups: Backups = noBackups, extractor: PageExtractor = noExtractor) {
    this.#store = store
    this.#backups = backups
    this.#extractor = extractor
  }

  /** @throws DoppelError INVALID_SETTINGS, COLLECTION_NOT_EMPTY */
  async putCollection(name: string, input: SettingsInput): Promise<{ created: boolean; collection: CollectionRecord }> {
    return this.#store.putCollection(name, completeSettings(input))
  }

  patchCollection(name: string, patch: SettingsPatch): Promise<CollectionRecord> {
    return this.#store.patchCollection(name, patch)
  }

  deleteCollection(name: string): Promise<void> {
    return this.#store.deleteCollection(name)
  }

  getCollection(name: string): Promise<CollectionRecord> {
    return this.#store.getCollection(name)
  }

  listCollections(page: PageRequest): Promise<Page<CollectionRecord>> {
    return this.#store.listCollections(page)
  }

  /**
   * Ingests one document, before what waits of batches.
   *
   * @param pathId the id in the address; one in the body must be equal
   * @throws DoppelError INVALID_DOCUMENT, SIGNATURE_MISMATCH, NOT_SUPPORTED, COLLECTION_NOT_FOUND
   */
  async ingest(
    collection: string,
    input: DocumentInput,
    options: IngestOptions & { readonly pathId?: string }
  ): Promise<Ingested> {
    return this.ingestFrom(collection, this.#sourceOf([input], options.pathId), options)
  }

  /** The same with a document that is yet to be prepared. */
  async ingestFrom(collection: string, source: DocumentSource, options: IngestOptions): Promise<Ingested> {
    const batch = await this.prepare(collection, source)
    const [result] = await this.ingestPrepared(collection, batch, { ...options, overtakes: true })
    if (result instanceof Error) throw result
    return result as Ingested
  }

  /**
   * Ingests documents as if one after another.
   *
   * @returns one answer a document, in order: a bad document fails alone
   * @throws DoppelError COLLECTION_NOT_FOUND, and what concerns the store as a whole
   */
  async ingestMany(
    collection: string,
    inputs: readonly DocumentInput[],
    options: IngestOptions
  ): Promise<(Ingested | Error)[]> {
    const batch = await this.prepare(collection, this.#sourceOf(inputs))
    return this.ingestPrepared(collection, batch, options)
  }

  /**
   * Prepares documents for a collection as it is now.
   *
   * @throws DoppelError COLLECTION_NOT_FOUND
   */
  async prepare(collection: string, source: DocumentSource): Promise<PreparedBatch> {
    const settings = await this.#sketchSettings(collection)
    const documents = await source.prepare(settings)
    const prepare = (input: NamedDocument) =>
      source.prepareText?.(input, settings) ?? this.#preparer.prepareText(input, settings)
    const { key } = this.#preparer.sketcherFor(settings)
    const read = await readPages(documents, this.#extractor, prepare, source.asker)
    return { source, sketcherKey: key, documents: read }
  }

  /**
   * Ingests what {@link prepare} gave, as if one document after another. Batches are handed to the store in the
   * order of the calls; one that must be prepared again, since the settings changed, is handed over again later.
   *
   * @param before what such a batch waits for first: the batch that comes before it; it must not reject
   * @returns and throws what {@link ingestMany} does
   */
  async ingestPrepared(
    collection: string,
    batch: PreparedBatch,
    options: IngestOptions,
    before?: Promise<unknown>
  ): Promise<(Ingested | Error)[]> {
    for (let { documents } = batch, attempt = 1; ; attempt++) {
      const valid = documents.filter(document => !(document instanceof Error)) as IncomingDocument[]
      const stored = valid.length === 0 ? [] : await this.#store.ingest(collection, valid, options)
      if (attempt < maxAttempts && stored.some(isOutdated)) {
        await before
        documents = (await this.prepare(collection, batch.source)).documents
        continue
      }
      const answers = stored.values()
      const results = documents.map(document =>
        document instanceof Error ? document : withExtraction(answers.next().value as Ingested | Error, document)
      )
      for (const result of results) this.ingestCounts.add(result)
      return results
    }
  }

  /**
   * Answers what an ingest of the document would, and stores nothing.
   */
  async check(collection: string, input: DocumentInput, query: CheckQuery): Promise<Checked> {
    return this.checkFrom(collection, this.#sourceOf([input]), query)
  }

  /** The same with a document that is yet to be prepared. */
  async checkFrom(collection: string, source: DocumentSource, query: CheckQuery): Promise<Checked> {
    const batch = await this.prepare(collection, source)
    const [result] = await this.checkPrepared(collection, batch, query)
    if (result instanceof Error) throw result
    return result as Checked
  }

  /**
   * Checks what {@link prepare} gave, each document against what is stored.
   *
   * @returns one answer a document, in order
   * @throws DoppelError INVALID_REQUEST for the threshold, COLLECTION_NOT_FOUND
   */
  async checkPrepared(collection: string, batch: PreparedBatch, query: CheckQuery): Promise<(Checked | Error)[]> {
    for (let { documents } = batch, attempt = 1; ; attempt++) {
      const threshold = await this.#threshold(collection, query.threshold)
      const found = await Promise.all(
        documents.map(async document => {
          if (document instanceof Error) return document
          const text = query.showsText ? textOf(document) : undefined
          const checked = await this.#store
            .check(collection, document, { threshold, matchLimit: query.matchLimit })
            .catch(asOutcome)
          return withExtraction(
            checked instanceof Error || text === undefined ? checked : { ...checked, text },
            document
          )
        })
      )
      if (attempt === maxAttempts || !found.some(isOutdated)) return found
      documents = (await this.prepare(collection, batch.source)).documents
    }
  }

  remove(collection: string, id: string): Promise<void> {
    return this.#store.remove(collection, checkedId(id))
  }

  getDocument(collection: string, id: string): Promise<StoredDocument> {
    return this.#store.getDocument(collection, checkedId(id))
  }

  listDocuments(collection: string, page: PageRequest): Promise<Page<StoredDocument>> {
    return this.#store.listDocuments(collection, page)
  }

  /**
   * One page of an export; the port says what holds from page to page.
   *
   * @throws DoppelError COLLECTION_NOT_FOUND, TEXT_NOT_KEPT, and where what has expired cannot be removed STORE_BUSY
   */
  exportDocuments(collection: string, request: ExportRequest): Promise<Page<ExportedDocument>> {
    return this.#store.exportDocuments(collection, request)
  }

  /** @param query its threshold runs from the collection's, the default, to 1 */
  async matchesOf(
    collection: string,
    id: string,
    query: { readonly threshold: number | undefined; readonly limit: number }
  ): Promise<Matches> {
    const threshold = await this.#threshold(collection, query.threshold)
    return this.#store.matchesOf(collection, checkedId(id), { threshold, limit: query.limit })
  }

  async compare(collection: string, left: CompareInput, right: CompareInput): Promise<Comparison> {
    return this.compareFrom(collection, this.#sidesFrom(left, right))
  }

  /** The same with sides that are yet to be prepared. */
  async compareFrom(collection: string, source: ComparisonSource): Promise<Comparison> {
    const { left, right } = await this.#sidesOf(source, await this.#sketchSettings(collection))
    return this.#store.compare(collection, left, right)
  }

  /**
   * Compares, and finds the parts of each text that the two share, in UTF-16 code units of the text as it was sent.
   *
   * @throws DoppelError TEXT_NOT_KEPT where the text of a side is not stored
   */
  async compareWithSpans(collection: string, left: CompareInput, right: CompareInput): Promise<ComparisonWithSpans> {
    return this.compareWithSpansFrom(collection, this.#sidesFrom(left, right))
  }

  /** The same with sides that are yet to be prepared. */
  async compareWithSpansFrom(collection: string, source: ComparisonSource): Promise<ComparisonWithSpans> {
    for (let attempt = 1; ; attempt++) {
      const settings = await this.#sketchSettings(collection)
      const { key } = this.#preparer.sketcherFor(settings)
      const { left, right } = await this.#sidesOf(source, settings)
      try {
        const compared = await this.#store.compareTexts(collection, left, right, key)
        return { ...compared.comparison, spans: await source.findSpans(compared, settings) }
      } catch (error) {
        if (attempt === maxAttempts || !isOutdated(error)) throw error
      }
    }
  }

  async #sidesOf(source: ComparisonSource, settings: SketchSettings): Promise<Sides> {
    const sides = await source.prepare(settings)
    for (const side of [sides.left, sides.right]) if ('id' in side) checkedId(side.id)
    return sides
  }

  #sidesFrom(left: CompareInput, right: CompareInput): ComparisonSource {
    const sketcherFor = (settings: SketchSettings) => this.#preparer.sketcherFor(settings)
    return {
      prepare: async settings => sketchSides(left, right, sketcherFor(settings)),
      findSpans: (texts, settings) => this.#spans.find(texts, sketcherFor(settings), settings.shingle)
    }
  }

  async listClusters(collection: string, request: ClusterRequest): Promise<ClusterPage> {
    const threshold = await this.#threshold(collection, request.threshold)
    return this.#store.listClusters(collection, { ...request, threshold })
  }

  async getCluster(
    collection: string,
    id: string,
    request: PageRequest & { readonly threshold: number | undefined }
  ): Promise<SingleClusterView> {
    const threshold = await this.#threshold(collection, request.threshold)
    return this.#store.getCluster(collection, id, { ...request, threshold })
  }

  stats(collection: string): Promise<CollectionStats> {
    return this.#store.stats(collection)
  }

  /**
   * Copies everything that is stored, while all else goes on.
   *
   * @param name the time of day without one
   * @throws DoppelError BACKUP_EXISTS, BACKUP_RUNNING, BACKUP_OFF, NOT_SUPPORTED, STORE_FULL
   */
  async backUp(name: string = timeAsName()): Promise<MadeBackup> {
    const startedAt = performance.now()
    const backup = await this.#backups.make(name)
    return { name, ...backup, durationMs: Math.round(performance.now() - startedAt) }
  }

  async #threshold(collection: string, asked: number | undefined): Promise<number> {
    const { threshold } = await this.#store.settingsOf(collection)
    if (asked === undefined) return threshold
    if (asked >= threshold && asked <= 1) return asked
    throw invalidRequest(
      'threshold',
      `must be from ${threshold} to 1: matches below the collection's threshold of ${threshold} are not kept`
    )
  }

  async #sketchSettings(collection: string): Promise<SketchSettings> {
    const { shingle, signature, threshold } = await this.#store.settingsOf(collection)
    return { shingle, signature, threshold, secret: this.#store.secret }
  }

  /** @param pathId the id in the address of the one document */
  #sourceOf(inputs: readonly DocumentInput[], pathId?: string): DocumentSource {
    // Prepared again, a document must have the same id.
    const named = inputs.map(input => ({ ...input, id: input.id ?? pathId ?? uuidv7() }))
    return {
      prepare: async settings => named.map(input => this.#preparer.prepare(input, settings, pathId))
    }
  }
}

function completeSettings(input: SettingsInput): CollectionSettings {
  const settings = {
    ...defaultSettings,
    ...input,
    shingle: { ...defaultSettings.shingle, ...input.shingle },
    signature: { ...defaultSettings.signature, ...input.signature }
  } as CollectionSettings
  const { unit, size } = settings.shingle
  const maxSize = unit === 'word' ? 16 : 64
  if (size < 1 || size > maxSize) {
    const message = `must be from 1 to ${maxSize} for ${unit} shingles`
    throw new DoppelError('INVALID_SETTINGS', `shingle.size ${message}`, {
      errors: [{ path: '/shingle/size', message }]
    })
  }
  return settings
}

function checkedId(id: string): string {
  const errors: FieldError[] = idErrors(id, 'id')
  if (errors.length > 0) {
    throw new DoppelError('INVALID_REQUEST', `the document id ${errors[0]?.message}`, { errors })
  }
  return id
}

/** E.g. `2026-11-22t08-15-30-250z`. */
function timeAsName(): string {
  return new Date().toISOString().replace(/[:.]/g, '-').toLowerCase()
}

function invalidRequest(path: string, message: string): DoppelError {
  return new DoppelError('INVALID_REQUEST', `${path} ${message}`, { errors: [{ path, message }] })
}

function isOutdated(result: unknown): boolean {
  return result instanceof DoppelError && result.code === 'COLLECTION_CHANGED'
}

function asOutcome(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** An answer that says how the text of a page was found. */
function withExtraction<Answer extends Ingested | Checked>(
  answer: Answer | Error,
  { fields: { extraction } }: IncomingDocument
): Answer | Error {
  return extraction === undefined || answer instanceof Error ? answer : { ...answer, extraction }
}

/** The text of a document, which is to be read before the store has answered. */
function textOf({ text }: IncomingDocument): string | undefined {
  return text && Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString()
}
