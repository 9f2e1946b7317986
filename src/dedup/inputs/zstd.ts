import type { Transform } from 'node:stream'
import zlib from 'node:zlib'
import { Decompress } from 'fzstd'
import { decompress } from '../../bytes/decompress.ts'

/** Compressed bytes that are inflated at once. */
const pieceBytes = 64 * 1024

/** Since Node.js 22.15; the types are those of Node.js 20. */
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform }

/**
 * Inflates Zstandard: by Node.js where it can, else in JavaScript, which knows windows up to 32 MiB and does not
 * compare checksums.
 *
 * @param fault what to throw where the data are corrupt or end too early; what lies before is given out first
 */
export function unzstd(
  chunks: AsyncIterable<Buffer>,
  fault: (cause: Error) => Error,
  create: (() => Transform) | undefined = createZstdDecompress
): AsyncGenerator<Buffer, void, void> {
  return create === undefined ? inflate(chunks, fault) : decompress(chunks, { create, fault })
}

async function* inflate(
  chunks: AsyncIterable<Buffer>,
  fault: (cause: Error) => Error
): AsyncGenerator<Buffer, void, void> {
  let inflated: Buffer[] = []
  const stream = new Decompress(bytes => inflated.push(Buffer.from(bytes)))
  const push = function* (piece: Buffer, isLast: boolean): Generator<Buffer, void, void> {
    let cause: Error | undefined
    try {
      stream.push(piece, isLast)
    } catch (error) {
      cause = error as Error
    }
    const given = inflated
    inflated = []
    yield* given
    if (cause !== undefined) throw fault(cause)
  }
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += pieceBytes) {
      yield* push(chunk.subarray(start, start + pieceBytes), false)
    }
  }
  yield* push(Buffer.alloc(0), true)
}
