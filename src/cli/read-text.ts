import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { isPage } from '../dedup/inputs/text-file.ts'
import { DoppelError } from '../errors.ts'
import { CommandError, type CommandStreams } from './command.ts'
import { pageExtractor } from './page-extractor.ts'

/**
 * Reads a whole text: UTF-8, or UTF-16 with a byte order mark, which is left out. Of a page of HTML it is the main text.
 *
 * @param path a file, or `-` for standard input
 * @throws CommandError with status 1 where it cannot be read, or is in another encoding
 */
export async function readText(path: string, streams: CommandStreams): Promise<string> {
  const name = path === '-' ? 'standard input' : path
  const bytes = await (path === '-' ? buffer(streams.in) : readFile(path)).catch(error => {
    throw new CommandError(`cannot read ${name}: ${reasonOf(error)}`, 1)
  })
  const text = decoded(bytes, name)
  return isPage(path) ? textOfPage(text, name) : text
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError(`${name} is not UTF-8; convert it first, e.g. with iconv -t UTF-8`, 1)
  }
}

async function textOfPage(html: string, name: string): Promise<string> {
  const extractor = await pageExtractor()
  try {
    return (await extractor.extract(html)).text
  } catch (error) {
    if (!(error instanceof DoppelError)) throw error
    throw new CommandError(`${name}: ${error.message}`, 1)
  } finally {
    await extractor.close()
  }
}

/** What the system says of a file, for a person. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  const known: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied'
  }
  return known[code ?? ''] ?? message
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
