import { open } from 'node:fs/promises'
import { freemem } from 'node:os'

const chunkBytes = 4 * 1024 * 1024

/**
 * Reads a file, so that the system has it in its cache: what LMDB finds there it does not have to wait for. It reads no
 * more than half of the free memory holds.
 *
 * @param isWanted is asked now and then; no ends it early
 */
export async function warmFile(
  path: string,
  isWanted: () => boolean,
  limitBytes = Math.min(freemem(), process.constrainedMemory() || freemem()) / 2
): Promise<void> {
  const file = await open(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes)
    for (let position = 0; position < limitBytes && isWanted(); position += chunkBytes) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes, position)
      if (bytesRead === 0) return
    }
  } finally {
    await file.close()
  }
}
