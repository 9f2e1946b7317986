import { InputFault } from './record.ts'

/** What the first bytes of a file say of its encoding. */
export type ByteOrderMark = 'utf-8' | 'utf-16le' | 'utf-16be' | undefined

/** Finds a byte order mark at the start of some bytes. */
export function byteOrderMark([a, b, c]: Buffer): ByteOrderMark {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** The first bytes of a file of lines without a byte order mark of UTF-8. @throws InputFault for another one */
export function withoutMark(first: Buffer): Buffer {
  const mark = byteOrderMark(first)
  if (mark === undefined) return first
  if (mark === 'utf-8') return first.subarray(3)
  throw new InputFault(`it is ${mark.toUpperCase()}: convert it first, e.g. with iconv -f UTF-16 -t UTF-8`)
}
