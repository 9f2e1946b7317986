import { readFile, rm, stat } from 'node:fs/promises'
import { replaceFile } from '../durable-file.ts'

/** A file that got, or will get, the name of an output: as the system describes it, which a new name does not change. */
interface Published {
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
}

/**
 * Notes durably which files get the names of outputs, so that a run that is killed meanwhile knows its own.
 *
 * @param noteFile where it is noted
 * @param files each whole, on disk, and not yet under its name
 */
export async function notePublishing(
  noteFile: string,
  files: readonly { readonly path: string; readonly part: string }[]
): Promise<void> {
  const noted: Published[] = []
  for (const { path, part } of files) {
    const { size, mtimeMs } = await stat(part)
    noted.push({ path, size, mtimeMs })
  }
  await replaceFile(noteFile, JSON.stringify(noted))
}

/** Forgets what was noted: all outputs have their names. */
export async function forgetPublishing(noteFile: string): Promise<void> {
  await rm(noteFile, { force: true })
}

/** Whether an output that is there is one that an earlier run of the same state has published before it was killed. */
export async function isOwn(noteFile: string, path: string): Promise<boolean> {
  const text = await readFile(noteFile, 'utf8').catch(() => undefined)
  if (text === undefined) return false
  const known = (JSON.parse(text) as Published[]).find(noted => noted.path === path)
  const found = await stat(path).catch(() => undefined)
  return known !== undefined && found?.size === known.size && found.mtimeMs === known.mtimeMs
}
