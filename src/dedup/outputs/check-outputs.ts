import { stat } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { byteStream } from '../inputs/byte-stream.ts'
import { csvHeader } from '../inputs/csv.ts'
import { filesOf, type Input } from '../inputs/files.ts'
import { formatOf } from '../inputs/format.ts'
import type { Inventory, Job } from '../job.ts'
import { RunError } from '../run-error.ts'

/** @throws RunError where the outputs of a job would destroy something, or cannot be made */
export async function checkOutputs(job: Job): Promise<void> {
  const paths = Object.values(job.outputs).filter(path => path !== undefined)
  const places = paths.map(path => (path === '-' ? path : resolve(path)))
  const again = places.findIndex((place, i) => places.indexOf(place) < i)
  if (again !== -1) throw new RunError(`two outputs are the same: ${paths[again]}`)
  for (const path of paths) if (path !== '-') await checkOutput(path, job)
}

async function checkOutput(path: string, { inputs, overwrite }: Job): Promise<void> {
  if (/[.]zst$/i.test(path)) throw new RunError(`${path}: outputs can be gzip (.gz), and not Zstandard`)
  if (inputs.some(input => input !== '-' && relative(input, path) === '')) {
    throw new RunError(`${path} is an input, which is never written to`)
  }
  if ((await kindOf(dirname(path))) !== 'folder') throw new RunError(`there is no folder ${dirname(resolve(path))}`)
  const found = await kindOf(path)
  if (found === 'folder') throw new RunError(`${path} is a folder`)
  if (found !== undefined && !overwrite) throw new RunError(`${path} is there; --force writes over it`)
}

/**
 * The header that a CSV output begins with; undefined where the output is JSON.
 *
 * @throws RunError where the name of the output says CSV, and the inputs are not CSV with one header
 */
export async function outputHeader(
  out: string | undefined,
  inputs: readonly Input[],
  { onlyFormat }: Inventory
): Promise<Buffer | undefined> {
  const format = out === undefined ? undefined : formatOf(out)
  if (out === undefined || (format !== 'csv' && format !== 'tsv')) return undefined
  if (onlyFormat !== format) throw new RunError(`${out}: only ${format} files can be written as ${format}; use .jsonl`)
  let header: Buffer | undefined
  for await (const { name, path } of filesOf(inputs)) {
    const found = await csvHeader(
      byteStream(path, () => {}),
      format === 'csv' ? ',' : '\t'
    )
    header ??= found
    if (found !== undefined && header?.equals(found) !== true) {
      throw new RunError(`${name} has another header than the files before, so that ${out} cannot be CSV; use .jsonl`)
    }
  }
  return header
}

async function kindOf(path: string): Promise<'folder' | 'other' | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) return undefined
  return found.isDirectory() ? 'folder' : 'other'
}
