import { opendir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Format, formatFor, formatInFolder, type InputFile } from './format.ts'
import { InputFault } from './record.ts'

/** How the name of a folder ends that holds the state of a run, unless it was named otherwise. */
export const stateSuffix = '.doppel-state'

/** Something that was given as an input. */
export interface Input {
  /** How messages and outputs name it. */
  readonly name: string
  /** Where it lies; elsewhere than the name says where it had to be copied. */
  readonly path: string
  /** What a file is whose name does not tell; in a folder, what all such files are. */
  readonly format: Format | undefined
  /** What is no input although it lies in the folder, as real paths. */
  readonly excluded?: ReadonlySet<string>
}

/** Something in a folder that cannot be read. */
export interface UnreadableEntry {
  readonly name: string
  readonly fault: InputFault
}

/** What is told of the entries of folders that are not read. */
export interface FolderListener {
  /** A file whose name says no format. */
  onSkipped?(path: string): void
  /** A file among {@link Input.excluded} that would be read otherwise, by its real path. */
  onExcluded?(path: string): void
}

/** What a walk through a folder needs to know. */
interface Walk extends FolderListener {
  readonly format: Format | undefined
  readonly excluded: ReadonlySet<string>
  /** The folders that it is in, as real paths. */
  readonly above: readonly string[]
}

/**
 * The files of inputs, folders with all that lies in them, in order of their names, but for hidden files and the states
 * of runs.
 *
 * @throws InputFault where an input cannot be read or its format is unknown
 */
export async function* filesOf(
  inputs: readonly Input[],
  listener: FolderListener = {}
): AsyncGenerator<InputFile | UnreadableEntry, void, void> {
  for (const { name, path, format, excluded = new Set<string>() } of inputs) {
    if ((await statOf(path)).isDirectory())
      yield* filesIn(await folderAt(path), { ...listener, format, excluded, above: [] })
    else {
      const known = formatFor(name, format)
      if (known === undefined) throw new InputFault(`${name}: the name does not say what it is; say it with --format`)
      yield { name, path, format: known }
    }
  }
}

interface Folder {
  readonly path: string
  readonly realPath: string
  readonly entries: readonly { readonly name: string; readonly isLink: boolean }[]
}

async function folderAt(path: string): Promise<Folder> {
  try {
    const entries: { name: string; isLink: boolean }[] = []
    for await (const entry of await opendir(path)) {
      if (!entry.name.startsWith('.') && !entry.name.endsWith(stateSuffix))
        entries.push({ name: entry.name, isLink: entry.isSymbolicLink() })
    }
    // By code units, so that the order is the same everywhere.
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    return { path, realPath: await realpath(path), entries }
  } catch (error) {
    throw unreadable(error)
  }
}

async function* filesIn(folder: Folder, walk: Walk): AsyncGenerator<InputFile | UnreadableEntry, void, void> {
  const within = { ...walk, above: [...walk.above, folder.realPath] }
  for (const { name, isLink } of folder.entries) {
    const path = join(folder.path, name)
    try {
      const realPath = isLink ? await realPathOf(path) : join(folder.realPath, name)
      if (!walk.excluded.has(realPath)) yield* filesAt(path, within)
      else if (formatInFolder(path, walk.format) !== undefined) walk.onExcluded?.(realPath)
    } catch (error) {
      if (!(error instanceof InputFault)) throw error
      yield { name: path, fault: error }
    }
  }
}

async function* filesAt(path: string, walk: Walk): AsyncGenerator<InputFile | UnreadableEntry, void, void> {
  const found = await statOf(path)
  const format = formatInFolder(path, walk.format)
  if (found.isDirectory()) {
    const folder = await folderAt(path)
    if (walk.above.includes(folder.realPath))
      throw new InputFault('it leads back to a folder that is being read already')
    yield* filesIn(folder, walk)
  } else if (format === undefined || !found.isFile()) walk.onSkipped?.(path)
  else yield { name: path, path, format }
}

async function realPathOf(link: string): Promise<string> {
  return realpath(link).catch(cause => {
    throw unreadable(cause)
  })
}

async function statOf(path: string) {
  return stat(path).catch(cause => {
    throw cause.code === 'ENOENT' ? new InputFault(`there is no ${path}`, undefined, { cause }) : unreadable(cause)
  })
}

function unreadable(cause: unknown): InputFault {
  return new InputFault(`it cannot be read: ${(cause as Error).message}`, undefined, { cause })
}
