import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { byteStream } from '../inputs/byte-stream.ts'
import { csvHeader, rowBytes } from '../inputs/csv.ts'
import type { CsvRow } from '../inputs/csv-splitter.ts'
import { filesOf, type Input } from '../inputs/files.ts'
import { delimiterOf, formatOf, type InputFile } from '../inputs/format.ts'
import { InputFault } from '../inputs/record.ts'
import type { Inventory, Job, Outputs } from '../job.ts'
import { RunError } from '../run-error.ts'
import { publishedFile } from '../state.ts'
import { checkJsonName, checkOutputName } from './output-names.ts'
import { isOwn } from './published.ts'

/** @throws RunError where the outputs of a job would destroy something, or cannot be made */
export async function checkOutputs(job: Job): Promise<void> {
  const all = Object.values(job.outputs)
  if (all.filter(path => path === '-').length > 1) throw new RunError('two outputs are the same: -')
  const places = new Set<string>()
  const { out, ...others } = job.outputs
  for (const path of filesAmong({ out })) checkOutputName(path)
  for (const path of filesAmong(others)) checkJsonName(path)
  for (const path of filesAmong(job.outputs)) {
    await checkOutput(path, job)
    const place = await realPlace(path)
    if (places.has(place)) throw new RunError(`two outputs are the same: ${path}`)
    places.add(place)
  }
}

/** Where the outputs and the state of a job really lie. In a folder of inputs they are none. */
export async function ownPlaces({ outputs, stateFolder }: Job): Promise<ReadonlySet<string>> {
  return new Set(await Promise.all([stateFolder, ...filesAmong(outputs)].map(realPlace)))
}

/**
 * @param found outputs that are there, in folders of inputs, as real paths
 * @throws RunError where one of them may be an input: it was not written by this run before it was stopped
 */
export async function checkFound(found: readonly string[], { outputs, stateFolder }: Job): Promise<void> {
  for (const path of filesAmong(outputs)) {
    if (!found.includes(await realPlace(path)) || (await isOwn(publishedFile(stateFolder), resolve(path)))) continue
    throw new RunError(
      `${path} lies in a folder that is read, and may be an input, which is never written to; remove it, or name another place`
    )
  }
}

async function checkOutput(path: string, { inputs, overwrite, stateFolder }: Job): Promise<void> {
  if ((await kindOf(dirname(path))) !== 'folder') throw new RunError(`there is no folder ${dirname(resolve(path))}`)
  const place = await realPlace(path)
  for (const input of inputs) {
    if (input !== '-' && (await realPlace(input).catch(() => undefined)) === place) {
      throw new RunError(`${path} is an input, which is never written to`)
    }
  }
  const found = await kindOf(path)
  if (found === 'folder') throw new RunError(`${path} is a folder`)
  if (found === undefined || overwrite || (await isOwn(publishedFile(stateFolder), resolve(path)))) return
  throw new RunError(`${path} is there; --force writes over it`)
}

/**
 * The header that a CSV output begins with; undefined where the output is JSON.
 *
 * @throws RunError where the name of the output says CSV, and the inputs are not CSV with one header
 */
export async function outputHeader(
  { outputs: { out }, fields }: Pick<Job, 'outputs' | 'fields'>,
  inputs: readonly Input[],
  { onlyFormat }: Inventory
): Promise<Buffer | undefined> {
  const format = out === undefined ? undefined : formatOf(out)
  if (out === undefined || (format !== 'csv' && format !== 'tsv')) return undefined
  if (onlyFormat !== format) throw new RunError(`${out}: only ${format} files can be written as ${format}; use .jsonl`)
  let header: CsvRow | undefined
  for await (const file of filesOf(inputs)) {
    // It is told when the inputs are read.
    if ('fault' in file) continue
    const found = await headerOf(file, delimiterOf(format, fields))
    header ??= found
    if (found?.bytes !== undefined && header?.bytes?.equals(found.bytes) !== true) {
      throw new RunError(
        `${file.name} has another header than the files before, so that ${out} cannot be CSV; use .jsonl`
      )
    }
  }
  return header && rowBytes(header)
}

async function headerOf({ name, path }: InputFile, delimiter: string): Promise<CsvRow | undefined> {
  try {
    return await csvHeader(
      byteStream(path, () => {}),
      delimiter
    )
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    throw new RunError(`${name}: ${error.message}`, { cause: error })
  }
}

function filesAmong(outputs: Partial<Outputs>): string[] {
  return Object.values(outputs)
    .filter(path => path !== undefined)
    .filter(path => path !== '-')
}

/** The real path of what may not be there, in a folder that is. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return join(await realpath(dirname(path)), basename(path))
  }
}

async function kindOf(path: string): Promise<'folder' | 'other' | undefined> {
  const found = await stat(path).catch(error => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (found === undefined) return undefined
  return found.isDirectory() ? 'folder' : 'other'
}
