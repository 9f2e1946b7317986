import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes of a block as lstat counts them. */
const blockBytes = 512

/** Does something in a new directory, which is removed afterwards. `TMPDIR` says where. */
export async function inTemporaryDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'doppel-bench-'))
  try {
    return await work(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Bytes that the files of a directory take on the disk, in whole blocks and without holes. */
export function diskBytes(directory: string): number {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
  return files
    .filter(file => file.isFile())
    .reduce((sum, file) => sum + blockBytes * lstatSync(join(file.parentPath, file.name)).blocks, 0)
}
