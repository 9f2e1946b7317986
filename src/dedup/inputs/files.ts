import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Format, formatOf } from './format.ts'
import { InputFault } from './record.ts'

/** Something that was given as an input. */
export interface Input {
  /** How messages and outputs name it. */
  readonly name: string
  /** Where it lies; elsewhere than the name says where it had to be copied. */
  readonly path: string
  /** What a file is whose name does not tell. */
  readonly format: Format | undefined
}

/** A file of an input. */
export interface InputFile {
  readonly name: string
  readonly path: string
  readonly format: Format
}

/**
 * The files of inputs, folders with all that lies in them, in order of their names, but for hidden files.
 *
 * @param onSkipped is told of each file of a folder whose name says no format
 * @throws InputFault where there is no such file or its format is unknown
 */
export async function* filesOf(
  inputs: readonly Input[],
  onSkipped: (path: string) => void = () => {}
): AsyncGenerator<InputFile, void, void> {
  for (const { name, path, format } of inputs) {
    if ((await statOf(path)).isDirectory()) yield* filesIn(path, onSkipped)
    else {
      const known = formatOf(name) ?? format
      if (known === undefined) throw new InputFault(`${name}: the name does not say what it is; say it with --format`)
      yield { name, path, format: known }
    }
  }
}

async function* filesIn(folder: string, onSkipped: (path: string) => void): AsyncGenerator<InputFile, void, void> {
  const names: string[] = []
  for await (const { name } of await opendir(folder)) if (!name.startsWith('.')) names.push(name)
  // By code units, so that the order is the same everywhere.
  for (const name of names.sort()) {
    const path = join(folder, name)
    const entry = await statOf(path)
    const format = formatOf(path)
    if (entry.isDirectory()) yield* filesIn(path, onSkipped)
    else if (format === undefined || !entry.isFile()) onSkipped(path)
    else yield { name: path, path, format }
  }
}

async function statOf(path: string) {
  return stat(path).catch(cause => {
    throw new InputFault(cause.code === 'ENOENT' ? `there is no ${path}` : cause.message, undefined, { cause })
  })
}
