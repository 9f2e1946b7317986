import { type FileHandle, open, writeFile } from 'node:fs/promises'
import { crc32 } from 'node:zlib'

/** Bytes that are read at once, between two turns of others. */
const chunkBytes = 1024 * 1024

/** Waits until a file, or the entries of a directory, are on disk. Windows can neither open a directory nor needs it. */
export async function syncPath(path: string): Promise<void> {
  const handle = await openForSync(path)
  if (handle === undefined) return
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openForSync(path: string): Promise<FileHandle | undefined> {
  if (process.platform !== 'win32') return open(path, 'r')
  return open(path, 'r+').catch(() => undefined)
}

/** Writes a file that is on disk when the promise resolves; its entry in the directory is not. */
export async function writeDurably(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flush: true })
}

/** The CRC-32 and the size of a file. */
export async function checksumOf(path: string): Promise<{ readonly crc: number; readonly bytes: number }> {
  const file = await open(path, 'r')
  try {
    const chunk = Buffer.allocUnsafeSlow(chunkBytes)
    let crc = 0
    for (let bytes = 0; ; ) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, bytes)
      if (bytesRead === 0) return { crc, bytes }
      crc = crc32(chunk.subarray(0, bytesRead), crc)
      bytes += bytesRead
    }
  } finally {
    await file.close()
  }
}
