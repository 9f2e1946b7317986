import type { Readable } from 'node:stream'
import { byteStream, inflated } from './byte-stream.ts'
import { csv } from './csv.ts'
import { jsonLines } from './json-lines.ts'
import { parquet } from './parquet.ts'
import { InputFault, type InputRecord, type ReadOptions } from './record.ts'
import { textFile, textStream } from './text-file.ts'

/** What an input is. */
export type Format = 'jsonl' | 'csv' | 'tsv' | 'parquet' | 'text'

/** A file of an input. */
export interface InputFile {
  readonly name: string
  readonly path: string
  readonly format: Format
}

/** All formats, to be named by a person. */
export const formats: readonly Format[] = ['jsonl', 'csv', 'tsv', 'parquet', 'text']

const byExtension: Readonly<Record<string, Format>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
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
  switch (format) {
    case 'jsonl':
      return jsonLines(byteStream(path, onRead), options)
    case 'csv':
      return csv(byteStream(path, onRead), ',', options)
    case 'tsv':
      return csv(byteStream(path, onRead), '\t', options)
    case 'parquet':
      return parquet(path, options, onRead)
    case 'text':
      return textFile(file, options, onRead)
  }
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
  switch (format) {
    case 'jsonl':
      return jsonLines(chunks, options)
    case 'csv':
      return csv(chunks, ',', options)
    case 'tsv':
      return csv(chunks, '\t', options)
    case 'text':
      return textStream(chunks, name, options)
    case 'parquet':
      throw new InputFault('Parquet cannot be read from a stream')
  }
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer, void, void> {
  try {
    for await (const chunk of stream) yield Buffer.from(chunk)
  } catch (cause) {
    throw new InputFault(`it cannot be read: ${(cause as Error).message}`, undefined, { cause })
  }
}
