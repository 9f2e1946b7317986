import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { RepresentativePolicy } from '../cluster/representative.ts'
import { schemeName } from '../signature/sketch.ts'
import type { CollectionSettings } from '../store/collections.ts'
import { filesOf, type Input } from './inputs/files.ts'
import type { Format } from './inputs/format.ts'
import type { ReadOptions } from './inputs/record.ts'

/** Where the results go; undefined for those that nobody asked for, `-` for standard output. */
export interface Outputs {
  /** The deduplicated records. */
  readonly out: string | undefined
  /** The clusters of two or more. */
  readonly clusters: string | undefined
  /** The documents that `out` lacks, and which one speaks for each. */
  readonly duplicates: string | undefined
  /** The records that could not be read. */
  readonly rejected: string | undefined
}

/** A run as it was asked for. */
export interface Job {
  /** Files, folders, and `-` for standard input. */
  readonly inputs: readonly string[]
  /** Of inputs, and files of folders, whose names do not tell. */
  readonly format: Format | undefined
  readonly fields: Pick<ReadOptions, 'textField' | 'idField' | 'maxRecordBytes' | 'delimiter'>
  /** Whether records must have the field of the id, since it was named. */
  readonly isIdNamed: boolean
  readonly settings: Pick<CollectionSettings, 'shingle' | 'signature' | 'threshold'>
  readonly keep: RepresentativePolicy
  readonly outputs: Outputs
  /** Whether outputs that exist are replaced. */
  readonly overwrite: boolean
  /** Where the state is kept until the run is done. */
  readonly stateFolder: string
  /** Whether it is kept then, too. */
  readonly keepState: boolean
  /** Whether the state of an earlier run is thrown away. */
  readonly restart: boolean
}

/** What the inputs of a job are. */
export interface Inventory {
  readonly files: number
  readonly bytes: number
  /** Files of folders that are not read, since their names say no format. */
  readonly skipped: number
  /** Files that would be inputs if they were not outputs, as real paths. */
  readonly excluded: readonly string[]
  /** Whether every file is CSV of the same delimiter; then which. */
  readonly onlyFormat: Format | undefined
  /** Changes with any of the files. */
  readonly digest: string
}

/** Looks at all files of the inputs without reading them. What cannot be read of folders is told by whoever reads. @throws InputFault */
export async function takeInventory(inputs: readonly Input[]): Promise<Inventory> {
  const hash = createHash('sha256')
  const formats = new Set<Format>()
  let files = 0
  let bytes = 0
  let skipped = 0
  const excluded: string[] = []
  const listener = {
    onSkipped: () => skipped++,
    onExcluded: (path: string) => excluded.push(path)
  }
  for await (const file of filesOf(inputs, listener)) {
    if ('fault' in file) {
      hash.update(JSON.stringify([file.name]))
      continue
    }
    const { name, path, format } = file
    const { size, mtimeMs } = await stat(path)
    hash.update(JSON.stringify([name, format, size, mtimeMs]))
    formats.add(format)
    files++
    bytes += size
  }
  const [only] = formats
  const onlyFormat = formats.size === 1 ? only : undefined
  return { files, bytes, skipped, excluded, onlyFormat, digest: hash.digest('hex') }
}

/** Names all options that decide what is stored. */
export function optionsDigest({ fields, settings, format }: Job): string {
  return JSON.stringify([2, schemeName(settings), settings.threshold, fields, format])
}
