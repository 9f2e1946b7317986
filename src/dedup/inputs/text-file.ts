import { readFile, stat } from 'node:fs/promises'
import { DoppelError } from '../../errors.ts'
import type { PageExtractor } from '../../service/page-extractor.ts'
import { byteOrderMark } from './byte-order-mark.ts'
import { decoded } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

/**
 * Reads a file that is one document, of text or of HTML. Its id is its name; in the output it is an object with id, and text
 * or html. Of one that is too long nothing is read.
 *
 * @param extractor takes the main text from pages; without one they have no content, only an output
 * @throws InputFault where it cannot be read
 */
export async function* textFile(
  { name, path }: { readonly name: string; readonly path: string },
  { maxRecordBytes }: ReadOptions,
  extractor: PageExtractor | undefined,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
  const found = await contentOf(path, maxRecordBytes).catch(cause => {
    throw new InputFault(`it cannot be read: ${cause.message}`, undefined, { cause })
  })
  onRead(found.size)
  yield recordOf(name, found, maxRecordBytes, extractor)
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
  yield recordOf(name, { size: length, bytes: Buffer.concat(parts) }, maxRecordBytes, undefined)
}

function recordOf(
  id: string,
  { size, bytes }: FileContent,
  maxRecordBytes: number,
  extractor: PageExtractor | undefined
): InputRecord {
  const isHtml = isPage(id)
  const characters = (): string => {
    if (bytes === undefined || bytes.length > maxRecordBytes) {
      throw new RecordFault(`it is longer than ${maxRecordBytes} bytes`)
    }
    return charactersOf(bytes)
  }
  return {
    line: 1,
    size,
    content() {
      if (!isHtml) return { id, text: characters() }
      const page = characters()
      if (extractor === undefined) throw new RecordFault('it is a page, and has no text of its own')
      return textOfPage(page, extractor).then(text => ({ id, text }))
    },
    output: () => Buffer.from(JSON.stringify({ id, [isHtml ? 'html' : 'text']: characters() }))
  }
}

/** Whether a file is HTML, by its name. */
export function isPage(path: string): boolean {
  return /[.](html?|xhtml)$/i.test(path)
}

async function textOfPage(html: string, extractor: PageExtractor): Promise<string> {
  try {
    return (await extractor.extract(html)).text
  } catch (error) {
    if (error instanceof DoppelError) throw new RecordFault(error.message, { cause: error })
    throw error
  }
}

/** Decodes UTF-8, or UTF-16 where a byte order mark says so. */
function charactersOf(bytes: Buffer): string {
  const mark = byteOrderMark(bytes)
  if (mark === undefined) return decoded(bytes)
  return mark === 'utf-8' ? decoded(bytes.subarray(3)) : new TextDecoder(mark).decode(bytes)
}
