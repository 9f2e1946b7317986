import { type ExtractionLimits, ExtractionPool } from '../../extraction/extraction-pool.ts'
import { maxIdBytes, storableText } from '../../service/document-input.ts'
import type { PageExtractor } from '../../service/page-extractor.ts'
import type { Sketcher, SketchSettings } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import type { Input } from '../inputs/files.ts'
import type { InputFile } from '../inputs/format.ts'
import { type BrokenFile, InputReader, type PlacedRecord, type Position } from '../inputs/read.ts'
import { type ReadOptions, type RecordContent, RecordFault } from '../inputs/record.ts'
import { RunError } from '../run-error.ts'
import { type Batch, pack, type Rejection, type RepeatedId, type SketchedDocument } from './batch.ts'
import { keyOf } from './document-key.ts'
import { SeenIds } from './seen-ids.ts'

/** Most records of a batch, and text from which on it takes no more, in bytes. */
const maxRecords = 512
const fullBytes = 4 * 1024 * 1024

/** What is to be read and sketched. */
export interface Preparation {
  readonly inputs: readonly Input[]
  readonly options: ReadOptions
  readonly settings: SketchSettings
  /** Records before it were prepared by an earlier run; undefined for none. */
  readonly from: Position | undefined
  /** What pages of HTML may cost. */
  readonly extraction: ExtractionLimits
}

/** Reads and sketches inputs, batch by batch. @throws RunError where they are not those that an earlier run has read */
export async function* prepare(preparation: Preparation): AsyncGenerator<Batch, void, void> {
  const extractor = new ExtractionPool(preparation.extraction)
  try {
    yield* batches(preparation, extractor)
  } finally {
    await extractor.close()
  }
}

async function* batches(
  { inputs, options, settings, from }: Preparation,
  extractor: PageExtractor
): AsyncGenerator<Batch, void, void> {
  const reader = new InputReader(inputs, { ...options, contentOnly: true }, extractor)
  const sketcher = createSketcher(settings)
  const start = from?.records ?? 0
  const ids = new FileIds()
  let next = new NextBatch()
  for await (const entry of reader.read()) {
    if ('fault' in entry) next.reject(brokenFile(entry, reader.position.records))
    else if (entry.ordinal < start) {
      ids.skip(entry)
      if (entry.ordinal === start - 1) checkPosition(reader.position, from as Position)
    } else next.add(entry)
    if (!next.isFull) continue
    yield await next.prepared(sketcher, ids, reader)
    next = new NextBatch()
  }
  if (reader.position.records < start) throw new RunError('the inputs have fewer records than before')
  yield await next.prepared(sketcher, ids, reader)
}

/** A record whose content may be under way. */
interface PendingRecord {
  readonly placed: PlacedRecord
  readonly content: RecordContent | RecordFault | Promise<RecordContent | RecordFault>
}

/** Collects what will be a batch. */
class NextBatch {
  readonly #pending: PendingRecord[] = []
  readonly #rejections: Rejection[] = []
  readonly #documents: SketchedDocument[] = []
  readonly #repeatedIds: RepeatedId[] = []
  #bytes = 0

  get isFull(): boolean {
    return this.#pending.length >= maxRecords || this.#bytes >= fullBytes
  }

  add(placed: PlacedRecord): void {
    const content = contentOf(placed)
    this.#pending.push({ placed, content })
    this.#bytes += content instanceof Promise || content instanceof Error ? placed.record.size : content.text.length
  }

  reject(rejection: Rejection): void {
    this.#rejections.push(rejection)
  }

  async prepared(sketcher: Sketcher, ids: FileIds, { position, bytes }: InputReader): Promise<Batch> {
    for (const { placed, content } of this.#pending) {
      // To wait for what is there costs as much as to sketch a short text.
      const found = content instanceof Promise ? await content : content
      if (found instanceof Error) this.#reject(placed, found)
      else this.#sketch(placed, found, sketcher, ids)
    }
    const documents = pack(this.#documents)
    const rejections = this.#rejections.sort((a, b) => a.ordinal - b.ordinal)
    return { documents, rejections, repeatedIds: this.#repeatedIds, position, bytes }
  }

  #sketch(
    { ordinal, file, record }: PlacedRecord,
    { id, text }: RecordContent,
    sketcher: Sketcher,
    ids: FileIds
  ): void {
    const { line } = record
    const stored = storableText(text)
    this.#documents.push({
      key: keyOf({ ordinal, file: file.name, line, id }),
      sketch: sketcher.sketchText(stored),
      textBytes: Buffer.byteLength(stored)
    })
    const firstLine = ids.add(file, line, id)
    if (firstLine !== undefined) this.#repeatedIds.push({ file: file.name, line, id: id as string, firstLine })
  }

  #reject({ ordinal, file, record }: PlacedRecord, { message }: RecordFault): void {
    this.#rejections.push({ kind: 'record', ordinal, file: file.name, line: record.line, message })
  }
}

/** The ids of the file that is being read. */
class FileIds {
  readonly #seen = new SeenIds()
  #file: InputFile | undefined

  /** @returns the line where the id was before */
  add(file: InputFile, line: number, id: string | undefined): number | undefined {
    if (file !== this.#file) this.#seen.clear()
    this.#file = file
    return id === undefined ? undefined : this.#seen.add(id, line)
  }

  /** Notes the id of a record that an earlier run has read. */
  skip(placed: PlacedRecord): void {
    // A file that is one document has no id twice.
    if (placed.file.format === 'text') return
    const content = contentOf(placed) as RecordContent | RecordFault
    if (!(content instanceof Error)) this.add(placed.file, placed.record.line, content.id)
  }
}

/** The content of a record, or what is wrong with it. */
function contentOf({ record }: PlacedRecord): PendingRecord['content'] {
  try {
    const content = record.content()
    return content instanceof Promise ? content.then(checked).catch(faultOnly) : checked(content)
  } catch (error) {
    return faultOnly(error)
  }
}

function checked(content: RecordContent): RecordContent {
  if (content.id === undefined || Buffer.byteLength(content.id) <= maxIdBytes) return content
  throw new RecordFault(`its id is longer than ${maxIdBytes} bytes`)
}

function faultOnly(error: unknown): RecordFault {
  if (error instanceof RecordFault) return error
  throw error
}

function brokenFile({ file, fault }: BrokenFile, ordinal: number): Rejection {
  return { kind: 'file', ordinal, file: file.name, line: fault.line, message: fault.message }
}

function checkPosition(found: Position, expected: Position): void {
  if (found.fingerprint === expected.fingerprint) return
  throw new RunError('the inputs are not those of the run that was stopped')
}
