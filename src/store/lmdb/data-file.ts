import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { DoppelError } from '../../errors.ts'

/** Where the fields of a meta page are, in the layout of version 2 on 64-bit processors; in bytes. */
const magicAt = 24
const versionAt = 28
const pageSizeAt = 48
/** What is known of the tree of free pages, and of the main tree. */
const treesAt = [48, 96] as const
const rootsAt = [88, 136]
const lastPageAt = 144
const transactionAt = 152
const metaBytes = 168
const magic = 0xbeefc0de
/** The root of an empty tree. */
const noPage = 0xffff_ffff_ffff_ffffn

/**
 * Refuses a data file that is not LMDB's, or that ends before the roots of its trees. LMDB
 * maps the file and trusts it: such a file would end the process by a signal, without a word.
 *
 * @param path a file that is missing or empty is a new one
 * @throws DoppelError STORE_UNAVAILABLE
 */
export function checkDataFile(path: string): void {
  // The only 32-bit processor that lmdb is built for has another layout.
  const file = process.arch === 'arm' ? undefined : openIfExists(path)
  if (file === undefined) return
  try {
    const { size } = fstatSync(file)
    if (size === 0) return
    const first = readMeta(file, 0)
    const pageSize = first?.readUInt32LE(pageSizeAt) ?? 0
    const second = first && readMeta(file, pageSize)
    if (first === undefined || second === undefined) throw damaged(path, 'it does not begin as one')
    const newest = transactionOf(second) > transactionOf(first) ? second : first
    if (rootsOf(newest).some(page => (Number(page) + 1) * pageSize > size)) {
      throw damaged(path, `it has ${size} bytes and lacks its end`)
    }
  } finally {
    closeSync(file)
  }
}

/** The meta page that is in force. */
export interface Meta {
  readonly bytes: Buffer
  readonly treesAt: typeof treesAt
  readonly pageSize: number
  /** Number of pages that may be in use. */
  readonly pages: number
  readonly transaction: bigint
}

/** Undefined where the layout is not known, or there is nothing yet. */
export function newestMeta(path: string): Meta | undefined {
  const file = process.arch === 'arm' ? undefined : openIfExists(path)
  if (file === undefined) return undefined
  try {
    const first = readMeta(file, 0)
    const pageSize = first?.readUInt32LE(pageSizeAt) ?? 0
    const second = first && readMeta(file, pageSize)
    if (first === undefined || second === undefined || first.readUInt32LE(versionAt) !== 2) return undefined
    const bytes = transactionOf(second) > transactionOf(first) ? second : first
    const pages = Number(bytes.readBigUInt64LE(lastPageAt)) + 1
    if (pages * pageSize > fstatSync(file).size) throw damaged(path, 'it lacks its end')
    return { bytes, treesAt, pageSize, pages, transaction: transactionOf(bytes) }
  } finally {
    closeSync(file)
  }
}

function openIfExists(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function readMeta(file: number, position: number): Buffer | undefined {
  const bytes = Buffer.alloc(metaBytes)
  return readSync(file, bytes, 0, metaBytes, position) === metaBytes && bytes.readUInt32LE(magicAt) === magic
    ? bytes
    : undefined
}

function transactionOf(meta: Buffer): bigint {
  return meta.readBigUInt64LE(transactionAt)
}

function rootsOf(meta: Buffer): bigint[] {
  if (meta.readUInt32LE(versionAt) !== 2) return []
  return rootsAt.map(at => meta.readBigUInt64LE(at)).filter(page => page !== noPage)
}

function damaged(path: string, how: string): DoppelError {
  return new DoppelError('STORE_UNAVAILABLE', `${path} is not a whole data file: ${how}`)
}
