import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { FieldCheck } from '../dedup/inputs/field-check.ts'
import { MissingColumn } from '../dedup/inputs/fields.ts'
import { type Format, formatFor, type InputFile } from '../dedup/inputs/format.ts'
import { textOfPage } from '../dedup/inputs/page-text.ts'
import {
  InputFault,
  type InputRecord,
  type ReadOptions,
  type RecordContent,
  RecordFault
} from '../dedup/inputs/record.ts'
import type { PageExtractor } from '../service/page-extractor.ts'
import { CommandError, type CommandStreams, type OptionValues } from './command.ts'
import { delimiterValue } from './input-options.ts'
import { stringValue } from './option-values.ts'
import { pageExtractor } from './page-extractor.ts'

/** Longest document that is read, in bytes: the most that a service can be set to take. */
const maxRecordBytes = 268_435_456

/** A document of an input. */
export interface ReadDocument {
  /** File and line; a text on standard input has no line. */
  readonly place: string
  /** Undefined where it has none of its own. */
  readonly id: string | undefined
  /** Whether it came from standard input or a pipe: its place says nothing the next time. */
  readonly isStreamed: boolean
  /** Undefined where the document has `html` or a `signature` in its place, which only {@link ReadRequest.isWhole} lets through. */
  readonly text: string | undefined
  /** The other fields, if they were asked for. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** A document or file that cannot be read. */
export interface Fault {
  /** File, and line if there is one. */
  readonly place: string
  readonly message: string
}

/** Which documents to read. */
export interface ReadRequest {
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[]
  readonly values: OptionValues
  /** What standard input and pipes are where `--format` does not say. */
  readonly streamFormat: Format
  /** Whether all fields are wanted, and not the text alone. */
  readonly isWhole: boolean
  /** Is told what cannot be read; the rest is. */
  readonly onFault: (fault: Fault) => void
  /** Is told of each file of a folder whose name says no format. */
  readonly onSkipped: (path: string) => void
  /** Is told of a file what is no fault. */
  readonly onNotice: (message: string) => void
  /** Ends the waiting for standard input and pipes. */
  readonly signal?: AbortSignal
}

/** Something to read: a file of a known format, or what can be read only once. */
type Source = InputFile | { readonly name: string; readonly stream: Readable; readonly format: Format }

/** Something that was read: a document, or what cannot be read and which fields there are in its place. */
type Entry = ReadDocument | (Fault & { readonly missing?: MissingColumn | undefined })

/** How the documents of a call are read. */
interface Reading {
  readonly request: ReadRequest
  readonly options: ReadOptions
  readonly extractor: PageExtractor | undefined
  readonly check: FieldCheck
}

/** Entries that are held back at most: those that cannot be read say nothing of the fields. */
const mostHeld = 10_000

/**
 * Reads the documents of files, as they stand there one after another.
 *
 * @throws CommandError with status 1 where none of the first hundred has a field that was asked for, and where there
 *   is nothing to read at all
 */
export async function* readDocuments(
  request: ReadRequest,
  streams: CommandStreams
): AsyncGenerator<ReadDocument, void, void> {
  const { paths, values, isWhole, onFault } = request
  if (paths.filter(path => path === '-').length > 1) throw new CommandError('standard input can be read only once', 2)
  const textField = stringValue(values, 'text-field')
  const namedId = stringValue(values, 'id-field')
  const options: ReadOptions = {
    textField,
    idField: namedId ?? 'id',
    maxRecordBytes,
    keepCsv: false,
    contentOnly: !isWhole,
    delimiter: delimiterValue(values)
  }
  const inPlaceOfText = isWhole ? ['html', 'signature'] : ['html']
  const check = new FieldCheck({ textField, idField: namedId, inPlaceOfText })
  // A service takes pages as they are.
  const extractor = isWhole ? undefined : await pageExtractor()
  let entries = 0
  try {
    for await (const entry of checked(entriesOf({ request, options, extractor, check }, streams), check)) {
      entries++
      if ('message' in entry) onFault(entry)
      else yield entry
    }
  } finally {
    await extractor?.close()
  }
  if (entries === 0 && request.signal?.aborted !== true) {
    throw new CommandError(`there is no document in ${paths.join(', ')}; nothing was done`, 1)
  }
}

async function* entriesOf(reading: Reading, streams: CommandStreams): AsyncGenerator<Entry, void, void> {
  for (const path of reading.request.paths) yield* entriesAt(path, reading, streams)
}

/** Holds entries back until it is known that the fields are there. */
async function* checked(entries: AsyncIterable<Entry>, check: FieldCheck): AsyncGenerator<Entry, void, void> {
  const held: Entry[] = []
  for await (const entry of entries) {
    held.push(entry)
    if ('message' in entry && entry.missing !== undefined) check.see(entry.missing.columns, {}, entry.missing.hint)
    if (check.hasFailed) break
    if (check.isMet || held.length > mostHeld) yield* held.splice(0)
  }
  if (held.length > 0 && check.fault !== undefined) {
    throw new CommandError(`${check.fault}; nothing was done`, 1)
  }
  yield* held
}

async function* entriesAt(path: string, reading: Reading, streams: CommandStreams): AsyncGenerator<Entry, void, void> {
  try {
    for await (const source of sourcesOf(path, reading.request, streams)) {
      if ('message' in source) yield source
      else yield* entriesIn(source, reading)
    }
  } catch (error) {
    yield* faultOf(error, path, reading)
  }
}

async function* entriesIn(source: Source, reading: Reading): AsyncGenerator<Entry, void, void> {
  try {
    for await (const record of await recordsIn(source, reading.options)) {
      if (record.notice !== undefined) reading.request.onNotice(`${source.name}: ${record.notice}`)
      if (!reading.check.isMet) look(record, source, reading)
      yield await documentOf(record, source, reading)
    }
  } catch (error) {
    // The other files of a folder are read all the same.
    yield* faultOf(error, source.name, reading)
  }
}

/** Shows a record to the check of its fields. */
function look(record: InputRecord, { format }: Source, { check }: Reading): void {
  if (format === 'text') {
    check.meet()
    return
  }
  try {
    check.see(record.columns ?? [], record.fields())
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error
  }
}

function* faultOf(error: unknown, place: string, { request: { signal } }: Reading): Generator<Entry, void, void> {
  if (!(error instanceof InputFault)) throw error
  // A stream that was let go of is not at fault.
  if (signal?.aborted === true) return
  const missing = error instanceof MissingColumn ? error : undefined
  yield { place: error.line === undefined ? place : `${place}:${error.line}`, message: error.message, missing }
}

async function* sourcesOf(
  path: string,
  { values, streamFormat, onSkipped, signal }: ReadRequest,
  streams: CommandStreams
): AsyncGenerator<Source | Fault, void, void> {
  const format = stringValue(values, 'format') as Format | undefined
  const streamed = (name: string, stream: Readable, format: Format): Source => {
    signal?.addEventListener('abort', () => stream.destroy(), { once: true })
    return { name, stream, format }
  }
  if (path === '-') yield streamed('stdin', streams.in, format ?? streamFormat)
  else if (await isPipe(path)) {
    yield streamed(path, createReadStream(path), formatFor(path, format) ?? streamFormat)
  } else {
    const { filesOf } = await import('../dedup/inputs/files.ts')
    for await (const file of filesOf([{ name: path, path, format }], { onSkipped })) {
      if ('fault' in file) yield { place: file.name, message: file.fault.message }
      else yield file
    }
  }
}

async function isPipe(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

async function recordsIn(source: Source, options: ReadOptions): Promise<AsyncGenerator<InputRecord, void, void>> {
  const { recordsOf, recordsOfStream } = await import('../dedup/inputs/format.ts')
  return 'stream' in source
    ? recordsOfStream(source.stream, source.name, source.format, options)
    : recordsOf(source, options, () => {})
}

/** Of a file that is one document. */
const textFields = { textField: 'text', idField: 'id' }

async function documentOf(
  record: InputRecord,
  source: Source,
  { options, extractor }: Reading
): Promise<ReadDocument | Fault> {
  const isText = source.format === 'text'
  const { textField = 'text', idField, contentOnly } = isText ? { ...options, ...textFields } : options
  const isStreamed = 'stream' in source
  const place = isText && isStreamed ? source.name : `${source.name}:${record.line}`
  // The name of a stream, which stands for the id of a text, is none.
  const ownId = (id: string | undefined) => (isText && isStreamed ? undefined : id)
  try {
    const content = record.content()
    const document = { place, id: ownId(content.id), isStreamed, text: await textOf(content, extractor) }
    if (contentOnly) return { ...document, fields: {} }
    const { [textField]: _text, [idField]: _id, ...fields } = record.fields()
    return { ...document, fields }
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error
    const fields = contentOnly ? undefined : documentWithoutText(record)
    if (fields === undefined) return { place, message: error.message }
    const { [idField]: id, ...rest } = fields
    const isAbsent = id === undefined || id === null || id === ''
    return { place, id: ownId(isAbsent ? undefined : String(id)), isStreamed, text: undefined, fields: rest }
  }
}

/** The text of a document; undefined for a page that nobody takes it from. */
async function textOf(content: RecordContent, extractor: PageExtractor | undefined): Promise<string | undefined> {
  if ('text' in content) return content.text
  return extractor && (await textOfPage(content.html, extractor))
}

/** The fields of a document that has something else in the place of the text that was asked for. */
function documentWithoutText(record: InputRecord): Readonly<Record<string, unknown>> | undefined {
  try {
    const fields = record.fields()
    return 'html' in fields || 'signature' in fields ? fields : undefined
  } catch {
    // It is no record, as was said already.
    return undefined
  }
}
