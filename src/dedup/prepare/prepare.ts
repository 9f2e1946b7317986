import { maxIdBytes, storableText } from '../../service/document-input.ts'
import type { Sketcher, SketchSettings } from '../../signature/sketch.ts'
import { createSketcher } from '../../signature/sketcher.ts'
import type { Input } from '../inputs/files.ts'
import { InputReader, type PlacedRecord, type Position } from '../inputs/read.ts'
import { type ReadOptions, RecordFault } from '../inputs/record.ts'
import { RunError } from '../run-error.ts'
import { type Batch, pack, type Rejection, type SketchedDocument } from './batch.ts'
import { keyOf } from './document-key.ts'

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
  let documents: SketchedDocument[] = []
  let rejections: Rejection[] = []
  let records = 0
  let bytes = 0
  const take = (): Batch => {
    const batch = { documents: pack(documents), rejections, position: reader.position, bytes: reader.bytes }
    documents = []
    rejections = []
    records = 0
    bytes = 0
    return batch
  }
  for await (const entry of reader.read()) {
    if ('fault' in entry) {
      const { file, fault } = entry
      const ordinal = reader.position.records
      rejections.push({ kind: 'file', ordinal, file: file.name, line: fault.line, message: fault.message })
      continue
    }
    if (entry.ordinal < start) {
      if (entry.ordinal === start - 1) checkPosition(reader.position, from as Position)
      continue
    }
    const sketched = sketch(entry, sketcher)
    if ('message' in sketched) rejections.push(sketched)
    else {
      documents.push(sketched)
      bytes += sketched.textBytes
    }
    if (++records === maxRecords || bytes >= fullBytes) yield take()
  }
  if (reader.position.records < start) throw new RunError('the inputs have fewer records than before')
  yield take()
}

function sketch({ ordinal, file, record }: PlacedRecord, sketcher: Sketcher): SketchedDocument | Rejection {
  try {
    const { id, text } = record.content()
    if (id !== undefined && Buffer.byteLength(id) > maxIdBytes) {
      throw new RecordFault(`its id is longer than ${maxIdBytes} bytes`)
    }
    const stored = storableText(text)
    return {
      key: keyOf({ ordinal, file: file.name, line: record.line, id }),
      sketch: sketcher.sketchText(stored),
      textBytes: Buffer.byteLength(stored)
    }
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error
    return { kind: 'record', ordinal, file: file.name, line: record.line, message: error.message }
  }
}

function checkPosition(found: Position, expected: Position): void {
  if (found.fingerprint !== expected.fingerprint) {
    throw new RunError('the inputs are not those of the run that was stopped')
  }
}
