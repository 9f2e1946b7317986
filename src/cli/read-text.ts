import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { CommandError, type CommandStreams } from './command.ts'

/**
 * Reads a whole text: UTF-8, or UTF-16 with a byte order mark, which is left out.
 *
 * @param path a file, or `-` for standard input
 * @throws CommandError with status 1 where it cannot be read, or is in another encoding
 */
export async function readText(path: string, streams: CommandStreams): Promise<string> {
  const name = path === '-' ? 'standard input' : path
  const bytes = await (path === '-' ? buffer(streams.in) : readFile(path)).catch(error => {
    throw new CommandError(`cannot read ${name}: ${reasonOf(error)}`, 1)
  })
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    throw new CommandError(`${name} is not UTF-8; convert it first, e.g. with iconv -t UTF-8`, 1)
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
