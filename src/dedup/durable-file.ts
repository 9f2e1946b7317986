import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncPath, writeDurably } from '../store/lmdb/durable-files.ts'

/** Replaces a file by another content at once: whoever reads it finds the one or the other, also after a crash. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const next = `${path}.next`
  await writeDurably(next, content)
  await rename(next, path)
  await syncPath(dirname(path))
}
