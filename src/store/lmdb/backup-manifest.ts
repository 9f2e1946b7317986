import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DoppelError } from '../../errors.ts'
import type { Backup } from '../backups.ts'
import { checksumOf, syncPath, writeDurably } from './durable-files.ts'

/** The file that makes a folder a backup: it is written last. */
export const manifestName = 'backup.json'
/** Layout of the manifest; another one is refused. */
const layout = 1

/** What a backup says of itself. */
export interface BackupManifest extends Backup {
  readonly layout: number
  /** CRC-32 of the data file, in hexadecimal. */
  readonly crc32: string
}

/** Where LMDB keeps its pages, in a data directory and in a backup. */
export function dataFileOf(directory: string): string {
  return join(directory, 'store', 'data.mdb')
}

/** Declares a folder a whole backup. */
export async function writeManifest(directory: string, counts: Omit<Backup, 'bytes'>): Promise<Backup> {
  const { crc, bytes } = await checksumOf(dataFileOf(directory))
  const manifest: BackupManifest = { layout, bytes, ...counts, crc32: hex(crc) }
  await writeDurably(join(directory, manifestName), `${JSON.stringify(manifest)}\n`)
  await syncPath(directory)
  return { bytes, ...counts }
}

/** Undefined where there is none: the folder is not a backup, or its making was broken off. */
export async function readManifest(directory: string): Promise<BackupManifest | undefined> {
  let text: string
  try {
    text = await readFile(join(directory, manifestName), 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
  const manifest = parsed(text)
  if (manifest === undefined) throw broken(directory, `${manifestName} is damaged`)
  if (manifest.layout !== layout)
    throw broken(directory, `${manifestName} has layout ${manifest.layout}, not ${layout}`)
  return manifest
}

/**
 * Compares every byte of a backup's data with its manifest.
 *
 * @throws DoppelError STORE_UNAVAILABLE when it is not what was written
 */
export async function checkBackup(directory: string, { bytes, crc32 }: BackupManifest): Promise<void> {
  const { size } = await stat(dataFileOf(directory)).catch(() => ({ size: undefined }))
  if (size === undefined) throw broken(directory, 'it lacks its data file')
  if (size !== bytes) throw broken(directory, `its data file has ${size} bytes, not ${bytes}`)
  const { crc } = await checksumOf(dataFileOf(directory))
  if (hex(crc) !== crc32) {
    throw broken(directory, 'the checksum of its data file is wrong: it is damaged, or a service has run on it')
  }
}

function parsed(text: string): BackupManifest | undefined {
  try {
    const manifest = JSON.parse(text) as BackupManifest | null
    return typeof manifest?.layout === 'number' ? manifest : undefined
  } catch {
    return undefined
  }
}

function hex(crc: number): string {
  return crc.toString(16).padStart(8, '0')
}

function broken(directory: string, how: string): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `${directory} is not a whole backup: ${how}`)
}
