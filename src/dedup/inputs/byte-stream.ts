import { createReadStream } from 'node:fs'
import { gunzip } from './gunzip.ts'
import { InputFault, TrailingBytes } from './record.ts'
import { unzstd } from './zstd.ts'
import { zstdFrames } from './zstd-frames.ts'

/** Bytes of a file that are read at once. */
const chunkBytes = 1024 * 1024

/**
 * The bytes of a file, inflated where it begins like gzip or Zstandard, whatever its name.
 *
 * @param onRead is told how many bytes of the file itself were read, with each of its chunks
 * @throws InputFault where it cannot be read, or is compressed and damaged; what lies before is given out first
 */
export async function* byteStream(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer, void, void> {
  yield* inflated(chunksOf(path, onRead))
}

/** Bytes, inflated where they begin like gzip or Zstandard. @throws InputFault where they are compressed and damaged */
export async function* inflated(chunks: AsyncGenerator<Buffer, void, void>): AsyncGenerator<Buffer, void, void> {
  const { value: first, done } = await chunks.next()
  if (done) return
  const all = joined(first, chunks)
  if (first[0] === 0x1f && first[1] === 0x8b) {
    yield* gunzip(all, damaged('gzip'))
  } else if (first.length >= 4 && first.readUInt32LE() === 0xfd2fb528) {
    yield* wholeFrames(all)
  } else yield* all
}

async function* wholeFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let trailing: TrailingBytes | undefined
  const frames = async function* () {
    try {
      yield* zstdFrames(chunks)
    } catch (error) {
      if (!(error instanceof TrailingBytes)) throw error
      trailing = error
    }
  }
  yield* unzstd(frames(), damaged('Zstandard'))
  if (trailing !== undefined) throw trailing
}

/**
 * Reads records of bytes behind which others may lie: what stands before them is read to its end, and then they are told.
 *
 * @param read reads the records of the bytes
 * @throws InputFault what `read` and the bytes throw
 */
export async function* readWhole<Item>(
  chunks: AsyncIterable<Buffer>,
  read: (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Item, void, void>
): AsyncGenerator<Item, void, void> {
  let trailing: TrailingBytes | undefined
  const whole = async function* () {
    try {
      yield* chunks
    } catch (error) {
      if (!(error instanceof TrailingBytes)) throw error
      trailing = error
    }
  }
  yield* read(whole())
  if (trailing !== undefined) throw trailing
}

async function* chunksOf(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer, void, void> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      onRead((chunk as Buffer).length)
      yield chunk as Buffer
    }
  } catch (cause) {
    throw new InputFault(`it cannot be read: ${(cause as Error).message}`, undefined, { cause })
  }
}

async function* joined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  yield first
  yield* rest
}

function damaged(kind: string): (cause: Error) => InputFault {
  return cause =>
    new InputFault(`the ${kind} data are damaged or end too early: ${cause.message}`, undefined, { cause })
}
