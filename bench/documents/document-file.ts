import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import type { DocumentStream } from './document-stream.ts'

/** Characters that are written at once. */
const chunkLength = 1024 * 1024

/** Documents in a file, a line of NDJSON each: those from one byte to another. */
export interface DocumentRange {
  readonly path: string
  readonly documents: number
  /** Bytes of their texts in UTF-8. */
  readonly textBytes: number
  /** The first byte. */
  readonly start: number
  /** The byte behind the last. */
  readonly end: number
}

/**
 * Writes the next documents of a stream into a new file, so that a client need not make them while it sends them.
 * The file is on the disk when this returns: to write it back must not be a part of what is measured next.
 *
 * @param sizes documents of each range
 */
export function writeDocuments(path: string, stream: DocumentStream, sizes: readonly number[]): DocumentRange[] {
  const file = openSync(path, 'wx')
  const ranges: DocumentRange[] = []
  let start = 0
  try {
    for (const documents of sizes) {
      const { textBytes, bytes } = writeRange(file, stream, documents)
      ranges.push({ path, documents, textBytes, start, end: start + bytes })
      start += bytes
    }
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
  return ranges
}

function writeRange(file: number, stream: DocumentStream, documents: number): { textBytes: number; bytes: number } {
  let textBytes = 0
  let bytes = 0
  let chunk = ''
  for (const document of stream.take(documents)) {
    textBytes += document.textBytes
    chunk += document.line
    if (chunk.length < chunkLength) continue
    bytes += writeAll(file, chunk)
    chunk = ''
  }
  return { textBytes, bytes: bytes + writeAll(file, chunk) }
}

/** All of it: a write may take a part only. */
function writeAll(file: number, text: string): number {
  const bytes = Buffer.from(text)
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
  return bytes.length
}

/** The sizes of equal parts of a number of documents, of which the last may be smaller. */
export function partSizes(documents: number, part: number): number[] {
  return Array.from({ length: Math.ceil(documents / part) }, (_, i) => Math.min(part, documents - i * part))
}
