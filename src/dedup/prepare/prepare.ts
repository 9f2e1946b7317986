import { type ExtractionLimits, ExtractionPool } from '../../extraction/extraction-pool.ts'
import { storableText } from '../../service/document-input.ts'
import type { PageExtractor } from '../../service/page-extractor.ts'
import type { Sketcher, SketchSettings } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import type { Input } from '../inputs/files.ts'
import type { InputFile } from '../inputs/format.ts'
import { textOfPage } from '../inputs/page-text.ts'
import { type BrokenFile, InputReader, type PlacedRecord, type Position } from '../inputs/read.ts'
import { type ReadOptions, type RecordContent, RecordFault } from '../inputs/record.ts'
import { RunError } from '../run-error.ts'
import { type Batch, pack, type Rejection, type RepeatedId, type SketchedDocument } from './batch.ts'
import { keyOf } from './document-key.ts'
import { SeenIds } from './seen-ids.ts'

/** Most records of a batch, and text from which on it takes no more, in bytes. */
const maxRecords = 512
const fullBytes = 4 * 1024 * 1024

/** Records that an earlier run has read, of which nothing is told one by one. */
const skippedAtOnce = 16_384

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
  const reader = new InputReader(inputs, options)
  const sketcher = createSketcher(settings)
  const start = from?.records ?? 0
  const ids = new FileIds()
  let next = new NextBatch(extractor)
  for await (const entry of reader.read()) {
    if ('fault' in entry) next.reject(brokenFile(entry, reader.position.records))
    else if (entry.ordinal < start) {
      ids.skip(entry)
      if (entry.ordinal === start - 1) checkPosition(reader.position, from as Position)
      // Tells how far the reading is, and lets it be stopped.
      if (entry.ordinal % skippedAtOnce === 0) yield emptyBatch(from as Position, reader.bytes)
    } else next.add(entry)
    if (!next.isFull) continue
    yield notBefore(from, await next.prepared(sketcher, ids, reader))
    next = new NextBatch(extractor)
  }
  if (reader.position.records < start) throw new RunError('the inputs have fewer records than before')
  yield await next.prepared(sketcher, ids, reader)
}

/** A record with its text, which may be under way. */
interface PendingRecord {
  readonly placed: PlacedRecord
  readonly id: string | undefined
  readonly text: string | Promise<string | RecordFault>
}

/** Collects what will be a batch. */
class NextBatch {
  readonly #extractor: PageExtractor
  readonly #pending: PendingRecord[] = []
  readonly #rejections: Rejection[] = []
  readonly #documents: SketchedDocument[] = []
  readonly #repeatedIds: RepeatedId[] = []
  readonly #notices: string[] = []
  #bytes = 0

  constructor(extractor: PageExtractor) {
    this.#extractor = extractor
  }

  get isFull(): boolean {
    return this.#pending.length + this.#rejections.length >= maxRecords || this.#bytes >= fullBytes
  }

  add(placed: PlacedRecord): void {
    const content = contentOf(placed)
    if (content instanceof RecordFault) {
      this.#reject(placed, content)
      return
    }
    const { id } = content
    if (placed.record.notice !== undefined) this.#notices.push(`${placed.file.name}: ${placed.record.notice}`)
    const [text, length] =
      'text' in content
        ? [content.text, content.text.length]
        : [textOfPage(content.html, this.#extractor).catch(faultOnly), content.html.length]
    this.#pending.push({ placed, id, text })
    this.#bytes += length
  }

  reject(rejection: Rejection): void {
    this.#rejections.push(rejection)
  }

  async prepared(sketcher: Sketcher, ids: FileIds, { position, bytes }: InputReader): Promise<Batch> {
    for (const { placed, id, text } of this.#pending) {
      const firstLine = ids.add(placed.file, placed.record.line, id)
      // To wait for what is there costs as much as to sketch a short text.
      const found = text instanceof Promise ? await text : text
      if (found instanceof RecordFault) this.#reject(placed, found)
      else {
        this.#sketch(placed, id, found, sketcher)
        if (firstLine !== undefined) this.#repeat(placed, id as string, firstLine)
      }
    }
    const documents = pack(this.#documents)
    const rejections = this.#rejections.sort((a, b) => a.ordinal - b.ordinal)
    return { documents, rejections, repeatedIds: this.#repeatedIds, notices: this.#notices, position, bytes }
  }

  #repeat({ file, record: { line } }: PlacedRecord, id: string, firstLine: number): void {
    this.#repeatedIds.push({ file: file.name, line, id, firstLine })
  }

  #sketch({ ordinal, file, record }: PlacedRecord, id: string | undefined, text: string, sketcher: Sketcher): void {
    const stored = storableText(text)
    this.#documents.push({
      key: keyOf({ ordinal, file: file.name, line: record.line, id: nameable(id) }),
      sketch: sketcher.sketchText(stored),
      textBytes: Buffer.byteLength(stored)
    })
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
    const content = contentOf(placed)
    if (!(content instanceof RecordFault)) this.add(placed.file, placed.record.line, content.id)
  }
}

/** Longest id that outputs name a document by; the store takes 64 KiB with the place. */
const maxNameBytes = 32 * 1024

function nameable(id: string | undefined): string | undefined {
  return id === undefined || Buffer.byteLength(id) > maxNameBytes ? undefined : id
}

/** The content of a record, or what is wrong with it. */
function contentOf({ record }: PlacedRecord): RecordContent | RecordFault {
  try {
    return record.content()
  } catch (error) {
    return faultOnly(error)
  }
}

function faultOnly(error: unknown): RecordFault {
  if (error instanceof RecordFault) return error
  throw error
}

/** A batch that does not lead back: broken files lie among the records that are passed over, too. */
function notBefore(from: Position | undefined, batch: Batch): Batch {
  return from !== undefined && batch.position.records < from.records ? { ...batch, position: from } : batch
}

function emptyBatch(position: Position, bytes: number): Batch {
  return { documents: pack([]), rejections: [], repeatedIds: [], notices: [], position, bytes }
}

function brokenFile({ file, fault }: BrokenFile, ordinal: number): Rejection {
  return { kind: 'file', ordinal, file: file.name, line: fault.line, message: fault.message }
}

function checkPosition(found: Position, expected: Position): void {
  if (found.fingerprint === expected.fingerprint) return
  throw new RunError('the inputs are not those of the run that was stopped')
}
