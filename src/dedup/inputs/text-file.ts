import { readFile, stat } from 'node:fs/promises'
import { byteOrderMark } from './byte-order-mark.ts'
import { decoded } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

/**
 * Reads a file that is one document, of text or of HTML. Its id is its name; in the output it is an object with id, and text
 * or html. Of one that is too long nothing is read.
 *
 * @throws InputFault where it cannot be read
 */
export async function* textFile(
  { name, path }: { readonly name: string; readonly path: string },
  { maxRecordBytes }: ReadOptions,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
  const found = await contentOf(path, maxRecordBytes).catch(cause => {
    throw new InputFault(`it cannot be read: ${cause.message}`, undefined, { cause })
  })
  onRead(found.size)
  yield recordOf(name, found, maxRecordBytes)
}

/** The bytes of a file; undefined where they are more than the limit. */
interface FileContent {
  readonly size: number
  readonly bytes: Buffer | undefined
}

async function contentOf(path: string, maxBytes: number): Promise<FileContent> {
  const { size } = await stat(path)
  if (size > maxBytes) return { size, bytes: undefined }
  const bytes = await readFile(path)
  return { size: bytes.length, bytes }
}

/** Reads a stream that is one document, of text. @throws InputFault where it cannot be read, or is too long */
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
  yield recordOf(name, { size: length, bytes: Buffer.concat(parts) }, maxRecordBytes)
}

function recordOf(id: string, { size, bytes }: FileContent, maxRecordBytes: number): InputRecord {
  const isHtml = isPage(id)
  const characters = (): string => {
    if (bytes === undefined || bytes.length > maxRecordBytes) {
      throw new RecordFault(`it is longer than ${maxRecordBytes} bytes`)
    }
    return charactersOf(bytes)
  }
  const fields = () => (isHtml ? { id, html: characters() } : { id, text: characters() })
  return {
    line: 1,
    size,
    content: fields,
    fields,
    output: () => Buffer.from(JSON.stringify(fields()))
  }
}

/** Whether a file is HTML, by its name. */
export function isPage(path: string): boolean {
  return /[.](html?|xhtml)$/i.test(path)
}

/** Decodes UTF-8, or UTF-16 where a byte order mark says so. */
function charactersOf(bytes: Buffer): string {
  const mark = byteOrderMark(bytes)
  if (mark === undefined) return decoded(bytes)
  return mark === 'utf-8' ? decoded(bytes.subarray(3)) : new TextDecoder(mark).decode(bytes)
}
