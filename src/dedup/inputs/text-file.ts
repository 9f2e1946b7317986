import { readFile } from 'node:fs/promises'
import { byteOrderMark } from './byte-order-mark.ts'
import { decoded } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

/** Makes the text of a document of the bytes of its file. @throws RecordFault */
export type ToText = (path: string, bytes: Buffer) => string

/**
 * Reads a file that is one document. Its id is its path; in the output it is an object with id and text.
 *
 * @throws InputFault where it cannot be read
 */
export async function* textFile(
  path: string,
  { maxRecordBytes }: ReadOptions,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
  const bytes = await readFile(path).catch(cause => {
    throw new InputFault(`it cannot be read: ${cause.message}`, undefined, { cause })
  })
  onRead(bytes.length)
  yield recordOf(path, bytes, maxRecordBytes)
}

/** Reads a stream that is one document, as {@link textFile} reads a file. @throws InputFault where it is too long */
export async function* textStream(
  chunks: AsyncIterable<Buffer>,
  name: string,
  { maxRecordBytes }: ReadOptions
): AsyncGenerator<InputRecord, void, void> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of chunks) {
    length += part.length
    if (length > maxRecordBytes) throw new InputFault(`it is longer than ${maxRecordBytes} bytes`)
    parts.push(part)
  }
  yield recordOf(name, Buffer.concat(parts), maxRecordBytes)
}

function recordOf(path: string, bytes: Buffer, maxRecordBytes: number): InputRecord {
  return {
    line: 1,
    size: bytes.length,
    content() {
      if (bytes.length > maxRecordBytes) throw new RecordFault(`it is longer than ${maxRecordBytes} bytes`)
      return { id: path, text: toText(path, bytes) }
    },
    output: () => Buffer.from(JSON.stringify({ id: path, [isHtml(path) ? 'html' : 'text']: charactersOf(bytes) }))
  }
}

const toText: ToText = (path, bytes) => {
  if (!isHtml(path)) return charactersOf(bytes)
  throw new RecordFault('HTML is not supported yet')
}

function isHtml(path: string): boolean {
  return /[.](html?|xhtml)$/i.test(path)
}

/** Decodes UTF-8, or UTF-16 where a byte order mark says so. */
function charactersOf(bytes: Buffer): string {
  const mark = byteOrderMark(bytes)
  if (mark === undefined) return decoded(bytes)
  return mark === 'utf-8' ? decoded(bytes.subarray(3)) : new TextDecoder(mark).decode(bytes)
}
