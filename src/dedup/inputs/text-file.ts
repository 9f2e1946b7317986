import { readFile } from 'node:fs/promises'
import { DoppelError } from '../../errors.ts'
import type { PageExtractor } from '../../service/page-extractor.ts'
import { byteOrderMark } from './byte-order-mark.ts'
import { decoded } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

/**
 * Reads a file that is one document, of text or of HTML. Its id is its path; in the output it is an object with id, and text
 * or html.
 *
 * @param extractor takes the main text from pages; undefined where no content is asked for
 * @throws InputFault where it cannot be read
 */
export async function* textFile(
  path: string,
  { maxRecordBytes }: ReadOptions,
  extractor: PageExtractor | undefined,
  onRead: (bytes: number) => void
): AsyncGenerator<InputRecord, void, void> {
  const bytes = await readFile(path).catch(cause => {
    throw new InputFault(`it cannot be read: ${cause.message}`, undefined, { cause })
  })
  onRead(bytes.length)
  const isHtml = /[.](html?|xhtml)$/i.test(path)
  yield {
    line: 1,
    size: bytes.length,
    content() {
      if (bytes.length > maxRecordBytes) throw new RecordFault(`it is longer than ${maxRecordBytes} bytes`)
      const characters = charactersOf(bytes)
      if (!isHtml) return { id: path, text: characters }
      return textOfPage(characters, extractor as PageExtractor).then(text => ({ id: path, text }))
    },
    output: () => Buffer.from(JSON.stringify({ id: path, [isHtml ? 'html' : 'text']: charactersOf(bytes) }))
  }
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
