import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, open, type RootDatabase } from 'lmdb'
import { DoppelError } from '../../errors.ts'
import type { Change, CollectionRow, ContentRow, DocumentRow, Journal, JournalRows } from '../embedded/journal.ts'
import { decodeContent, encodeContent } from './content-row-codec.ts'
import { checkDataFile } from './data-file.ts'
import { type DirectoryLock, lockDirectory } from './directory-lock.ts'

/** Layout of the data directory; another one is refused. */
const formatVersion = 1
/** With less free space than this a failed write is taken for a full disk, in bytes. */
const fullDiskBytes = 16 * 1024 * 1024
/** Texts from this length on are compressed. */
const compressFromBytes = 512

/**
 * Keeps rows in LMDB, in a directory of its own. A commit is one LMDB transaction, and
 * is on disk (fdatasync) when it returns.
 */
export class LmdbJournal implements Journal {
  readonly #directory: string
  #lock: DirectoryLock | undefined
  #tables: Tables | undefined

  /** @param directory made when it does not exist */
  constructor(directory: string) {
    this.#directory = directory
  }

  async open(): Promise<JournalRows> {
    this.#lock = await lockDirectory(this.#directory)
    try {
      checkDataFile(join(this.#directory, 'store', 'data.mdb'))
      this.#tables = openTables(this.#directory)
      checkFormat(this.#tables)
    } catch (error) {
      await this.close()
      throw this.#wrapped(error)
    }
    const { meta, collections, contents, documents } = this.#tables
    return {
      nextNumber: (meta.get('nextNumber') as number | undefined) ?? 1,
      collections: values(collections),
      contents: contents.getRange({ snapshot: false }).map(({ key, value }) => decodeContent(key, value)),
      documents: values(documents),
      count: countOf(contents) + countOf(documents)
    }
  }

  async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    const tables = this.#open
    try {
      tables.root.transactionSync(() => {
        for (const change of changes) apply(tables, change)
        tables.meta.putSync('nextNumber', nextNumber)
      })
      await tables.root.flushed
    } catch (error) {
      throw this.#wrapped(error)
    }
  }

  readDocument(number: number): DocumentRow | undefined {
    return this.#open.documents.get(number)
  }

  readText(number: number): string | undefined {
    return this.#open.texts.get(number)
  }

  readContent(number: number): ContentRow | undefined {
    const bytes = this.#open.contents.get(number)
    return bytes && decodeContent(number, bytes)
  }

  async close(): Promise<void> {
    await this.#tables?.root.close()
    this.#tables = undefined
    await this.#lock?.release()
    this.#lock = undefined
  }

  get #open(): Tables {
    if (this.#tables === undefined) throw new DoppelError('STORE_UNAVAILABLE', 'the store is not open')
    return this.#tables
  }

  #wrapped(cause: unknown): DoppelError {
    if (cause instanceof DoppelError) return cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    // LMDB reports a full disk as an input/output error.
    if (freeBytes(this.#directory) < fullDiskBytes) {
      return new DoppelError('STORE_FULL', `the disk is full: ${reason}`, { cause })
    }
    return new DoppelError('STORE_UNAVAILABLE', `the data directory cannot be used: ${reason}`, { cause })
  }
}

interface Tables {
  readonly root: RootDatabase
  readonly meta: Database<unknown, string>
  readonly collections: Database<CollectionRow, number>
  readonly documents: Database<DocumentRow, number>
  readonly texts: Database<string, number>
  readonly contents: Database<Buffer, number>
}

function openTables(directory: string): Tables {
  // A dot in the path would otherwise make lmdb take it for a file.
  const root = open({ path: join(directory, 'store'), noSubdir: false, overlappingSync: false, maxDbs: 8 })
  const compression = { threshold: compressFromBytes }
  return {
    root,
    meta: root.openDB('meta', { encoding: 'json' }),
    collections: root.openDB('collections', { encoding: 'json' }),
    documents: root.openDB('documents', { encoding: 'json' }),
    texts: root.openDB('texts', { encoding: 'string', compression }),
    contents: root.openDB('contents', { encoding: 'binary' })
  }
}

function checkFormat({ root, meta }: Tables): void {
  const found = meta.get('format') as number | undefined
  if (found === formatVersion) return
  if (found !== undefined) {
    throw new DoppelError(
      'STORE_UNAVAILABLE',
      `the data directory has format ${found}; this version of doppel reads format ${formatVersion}`
    )
  }
  root.transactionSync(() => meta.putSync('format', formatVersion))
}

function apply({ collections, documents, texts, contents }: Tables, change: Change): void {
  switch (change.kind) {
    case 'put-collection':
      collections.putSync(change.row.number, change.row)
      break
    case 'drop-collection':
      collections.removeSync(change.number)
      break
    case 'put-document':
      documents.putSync(change.row.number, change.row)
      if (change.text !== undefined) texts.putSync(change.row.number, change.text)
      break
    case 'change-document':
      documents.putSync(change.row.number, change.row)
      break
    case 'drop-document':
      documents.removeSync(change.number)
      texts.removeSync(change.number)
      break
    case 'put-content':
    case 'change-content':
      contents.putSync(change.row.number, encodeContent(change.row))
      break
    case 'drop-content':
      contents.removeSync(change.number)
      break
  }
}

function values<Row>(table: Database<Row, number>): Iterable<Row> {
  return table.getRange({ snapshot: false }).map(({ value }) => value)
}

function countOf(table: Database<never, number> | Database<unknown, number>): number {
  return (table.getStats() as { entryCount: number }).entryCount
}

function freeBytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize
}
