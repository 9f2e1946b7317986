import type { PageExtractor } from '../../service/page-extractor.ts'
import { byteStream } from './byte-stream.ts'
import { csv } from './csv.ts'
import { jsonLines } from './json-lines.ts'
import { parquet } from './parquet.ts'
import type { InputRecord, ReadOptions } from './record.ts'
import { textFile } from './text-file.ts'

/** What an input is. */
export type Format = 'jsonl' | 'csv' | 'tsv' | 'parquet' | 'text'

/** All of them, to be named by a person. */
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
 * @param extractor takes the main text from pages; undefined where no content is asked for
 * @throws InputFault where it cannot be read any further
 */
export function recordsOf(
  path: string,
  format: Format,
  options: ReadOptions,
  extractor: PageExtractor | undefined,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
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
      return textFile(path, options, extractor, onRead)
  }
}
