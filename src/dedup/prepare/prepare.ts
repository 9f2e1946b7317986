import { maxIdBytes, storableText } from '../../service/document-input.ts'
import type { Sketcher, SketchSettings } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import type { Input, InputFile } from '../inputs/files.ts'
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
}

/** Reads and sketches inputs, batch by batch. @throws RunError where they are not those that an earlier run has read */
export async function* prepare({ inputs, options, settings, from }: Preparation): AsyncGenerator<Batch, void, void> {
  const reader = new InputReader(inputs, { ...options, contentOnly: true })
  const sketcher = createSketcher(settings)
  const start = from?.records ?? 0
  const ids = new FileIds()
  let next = new NextBatch()
  for await (const entry of reader.read()) {
    if ('fault' in entry) next.rejections.push(brokenFile(entry, reader.position.records))
    else if (entry.ordinal < start) {
      ids.skip(entry)
      if (entry.ordinal === start - 1) checkPosition(reader.position, from as Position)
    } else next.add(entry, sketcher, ids)
    if (!next.isFull) continue
    yield next.take(reader)
    next = new NextBatch()
  }
  if (reader.position.records < start) throw new RunError('the inputs have fewer records than before')
  yield next.take(reader)
}

/** Collects what will be a batch. */
class NextBatch {
  readonly rejections: Rejection[] = []
  readonly #documents: SketchedDocument[] = []
  readonly #repeatedIds: RepeatedId[] = []
  #records = 0
  #textBytes = 0

  get isFull(): boolean {
    return this.#records >= maxRecords || this.#textBytes >= fullBytes
  }

  add(placed: PlacedRecord, sketcher: Sketcher, ids: FileIds): void {
    const { ordinal, file, record } = placed
    const { line } = record
    this.#records++
    try {
      const content = contentOf(placed)
      const { id } = content
      const text = storableText(content.text)
      const textBytes = Buffer.byteLength(text)
      this.#documents.push({
        key: keyOf({ ordinal, file: file.name, line, id }),
        sketch: sketcher.sketchText(text),
        textBytes
      })
      this.#textBytes += textBytes
      const firstLine = ids.add(file, line, id)
      if (firstLine !== undefined) this.#repeatedIds.push({ file: file.name, line, id: id as string, firstLine })
    } catch (error) {
      if (!(error instanceof RecordFault)) throw error
      this.rejections.push({ kind: 'record', ordinal, file: file.name, line, message: error.message })
    }
  }

  take({ position, bytes }: InputReader): Batch {
    const { rejections } = this
    return { documents: pack(this.#documents), rejections, repeatedIds: this.#repeatedIds, position, bytes }
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
    try {
      this.add(placed.file, placed.record.line, contentOf(placed).id)
    } catch (error) {
      if (!(error instanceof RecordFault)) throw error
    }
  }
}

function contentOf({ record }: PlacedRecord): RecordContent {
  const content = record.content()
  if (content.id === undefined || Buffer.byteLength(content.id) <= maxIdBytes) return content
  throw new RecordFault(`its id is longer than ${maxIdBytes} bytes`)
}

function brokenFile({ file, fault }: BrokenFile, ordinal: number): Rejection {
  return { kind: 'file', ordinal, file: file.name, line: fault.line, message: fault.message }
}

function checkPosition(found: Position, expected: Position): void {
  if (found.fingerprint === expected.fingerprint) return
  throw new RunError('the inputs are not those of the run that was stopped')
}
