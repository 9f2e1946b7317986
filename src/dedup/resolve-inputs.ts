import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Input } from './inputs/files.ts'
import { type Format, formatOf } from './inputs/format.ts'
import { RunError } from './run-error.ts'
import type { RunState } from './state.ts'

/**
 * Finds out where inputs lie. What can be read only once, such as standard input, is copied into the state: a run
 * reads its inputs twice.
 *
 * @throws RunError
 */
export async function resolveInputs(
  names: readonly string[],
  format: Format | undefined,
  state: RunState,
  standardInput: Readable,
  signal: AbortSignal
): Promise<Input[]> {
  const inputs: Input[] = []
  for (const [i, name] of names.entries()) {
    const source = name === '-' ? standardInput : await streamOf(name)
    if (source === undefined) inputs.push({ name, path: name, format })
    else {
      const path = state.inputFile(i)
      if (!state.isBegun) await copy(source, path, signal)
      const label = name === '-' ? 'stdin' : name
      inputs.push({ name: label, path, format: formatOf(label) ?? format ?? (await formatByContent(path)) })
    }
  }
  return inputs
}

/** A pipe or a device; undefined for what can be read again. */
async function streamOf(name: string): Promise<Readable | undefined> {
  const found = await stat(name).catch(() => {
    throw new RunError(`there is no ${name}`)
  })
  return found.isFile() || found.isDirectory() ? undefined : createReadStream(name)
}

async function copy(source: Readable, path: string, signal: AbortSignal): Promise<void> {
  const next = `${path}.next`
  try {
    await pipeline(source, createWriteStream(next), { signal })
    await rename(next, path)
  } catch (error) {
    if (signal.aborted) throw error
    throw new RunError(`the input cannot be copied to ${path}: ${(error as Error).message}`, { cause: error })
  }
}

async function formatByContent(path: string): Promise<Format> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1') === 'PAR1' ? 'parquet' : 'jsonl'
  } finally {
    await file.close()
  }
}
