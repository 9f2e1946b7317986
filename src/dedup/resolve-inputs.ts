import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Input } from './inputs/files.ts'
import { type Format, formatFor } from './inputs/format.ts'
import type { RunContext } from './run-context.ts'
import { RunError } from './run-error.ts'
import type { RunState } from './state.ts'

/**
 * Finds out where inputs lie. What can be read only once, such as standard input, is copied into the state: a run
 * reads its inputs twice. A run that goes on compares it with the copy.
 *
 * @param excluded what is no input where it lies in a folder, as real paths
 * @throws RunError
 */
export async function resolveInputs(
  names: readonly string[],
  format: Format | undefined,
  state: RunState,
  { in: standardInput, signal }: Pick<RunContext, 'in' | 'signal'>,
  excluded: ReadonlySet<string>
): Promise<Input[]> {
  const inputs: Input[] = []
  for (const [i, name] of names.entries()) {
    const source = name === '-' ? standardInput : await streamOf(name)
    if (source === undefined) inputs.push({ name, path: name, format, excluded })
    else {
      const path = state.inputFile(i)
      const label = name === '-' ? 'stdin' : name
      if (state.isBegun) await compare(source, path, { label, state, signal })
      else await copy(source, path, signal)
      inputs.push({ name: label, path, format: formatFor(label, format) ?? (await formatByContent(path)) })
    }
  }
  return inputs
}

/** A pipe or a device; undefined for what can be read again. */
async function streamOf(name: string): Promise<Readable | undefined> {
  const found = await stat(name).catch(cause => {
    throw new RunError(cause.code === 'ENOENT' ? `there is no ${name}` : `an input cannot be read: ${cause.message}`, {
      cause
    })
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

async function compare(
  source: Readable,
  copied: string,
  { label, state, signal }: { readonly label: string; readonly state: RunState; readonly signal: AbortSignal }
): Promise<void> {
  if (existsSync(copied)) {
    const known = await digestOf(createReadStream(copied), signal)
    if ((await digestOf(source, signal)) === known) return
  }
  throw new RunError(
    `${state.folder} is the state of a run that read something else from ${label}; --restart throws it away, --state names another folder`
  )
}

async function digestOf(stream: Readable, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(
    stream,
    async chunks => {
      for await (const chunk of chunks) hash.update(chunk)
    },
    { signal }
  )
  return hash.digest('hex')
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
