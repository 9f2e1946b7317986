import type { Readable } from 'node:stream'
import { byteStream, inflated, readWhole } from './byte-stream.ts'
import { csv } from './csv.ts'
import { json } from './json.ts'
import { parquet } from './parquet.ts'
import { InputFault, type InputRecord, type ReadOptions } from './record.ts'
import { textFile, textStream } from './text-file.ts'

/** What an input is. */
export type Format = 'jsonl' | 'json' | 'csv' | 'tsv' | 'parquet' | 'text'

/** A file of an input. */
export interface InputFile {
  readonly name: string
  readonly path: string
  readonly format: Format
}

/** All formats, to be named by a person. */
export const formats: readonly Format[] = ['jsonl', 'json', 'csv', 'tsv', 'parquet', 'text']

const byExtension: Readonly<Record<string, Format>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  jsonlines: 'jsonl',
  jl: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet',
  txt: 'text',
  text: 'text',
  md: 'text',
  html: 'text',
  htm: 'text',
  xhtml: 'text'
}

/** What a file is, by its name; undefined for a name that says nothing. */
export function formatOf(path: string): Format | undefined {
  const [, extension] = /[.]([a-z]+)(?:[.](?:gz|zst))?$/i.exec(path) ?? []
  const format = extension === undefined ? undefined : byExtension[extension.toLowerCase()]
  const isCompressed = /[.](gz|zst)$/i.test(path)
  return isCompressed && (format === 'parquet' || format === 'text') ? undefined : format
}

/** What a file is, by its name and what was said of those whose names do not tell. That JSON is one object a line they do not. */
export function formatFor(path: string, said: Format | undefined): Format | undefined {
  const named = formatOf(path)
  return named === 'json' && said === 'jsonl' ? said : (named ?? said)
}

/**
 * What a file of a folder is. `.json` may be anything there, such as settings, so that it is read only where it was said to be
 * documents.
 */
export function formatInFolder(path: string, said: Format | undefined): Format | undefined {
  if (formatOf(path) === 'json' && said !== 'json' && said !== 'jsonl') return undefined
  return formatFor(path, said)
}

/**
 * Reads the records of a file.
 *
 * @throws InputFault where it cannot be read any further
 */
export function recordsOf(
  file: InputFile,
  options: ReadOptions,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
  const { path, format } = file
  if (format === 'parquet') return parquet(path, options, onRead)
  if (format === 'text') return textFile(file, options, onRead)
  return recordsOfBytes(byteStream(path, onRead), format, options)
}

/**
 * Reads the records of what can be read only once, as they come.
 *
 * @param name what the id of a text is
 * @throws InputFault where it cannot be read any further
 */
export function recordsOfStream(
  stream: Readable,
  name: string,
  format: Format,
  options: ReadOptions
): AsyncGenerator<InputRecord, void, void> {
  const chunks = inflated(chunksOf(stream))
  if (format === 'parquet') throw new InputFault('Parquet cannot be read from a stream; name a file')
  if (format === 'text') return textStream(chunks, name, options)
  return recordsOfBytes(chunks, format, options)
}

function recordsOfBytes(
  chunks: AsyncIterable<Buffer>,
  format: Exclude<Format, 'parquet' | 'text'>,
  options: ReadOptions
): AsyncGenerator<InputRecord, void, void> {
  if (format === 'csv' || format === 'tsv') {
    return readWhole(chunks, whole => csv(whole, delimiterOf(format, options), options))
  }
  return readWhole(chunks, whole => json(whole, options, format === 'jsonl'))
}

/** What separates cells. */
export function delimiterOf(format: 'csv' | 'tsv', { delimiter }: Pick<ReadOptions, 'delimiter'>): string {
  return delimiter ?? (format === 'csv' ? ',' : '\t')
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer, void, void> {
  try {
    for await (const chunk of stream) yield Buffer.from(chunk)
  } catch (cause) {
    throw new InputFault(`it cannot be read: ${(cause as Error).message}`, undefined, { cause })
  }
}
