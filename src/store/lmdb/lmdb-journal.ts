import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DoppelError } from '../../errors.ts'
import type { Backup } from '../backups.ts'
import type { Change, ContentRow, DocumentRow, JournalRows, Touched } from '../embedded/journal.ts'
import type { SnapshotPlace } from '../embedded/snapshot-place.ts'
import type { Found, InspectedJournal, StoredRows } from '../embedded/stored-rows.ts'
import { Arena } from './arena.ts'
import { backUp } from './backup.ts'
import { dataFileOf } from './backup-manifest.ts'
import { decodeContent, encodeContent } from './content-row-codec.ts'
import { checkDataFile } from './data-file.ts'
import { type DirectoryLock, lockDirectory } from './directory-lock.ts'
import { decodeDocument, encodeDocument } from './document-row-codec.ts'
import { failureOf, requireSpace } from './failure.ts'
import { decodeLog, encodeLog, touchedBy } from './log-row-codec.ts'
import { checkPages } from './page-check.ts'
import { SnapshotFile } from './snapshot-file.ts'
import { identityOf, openTables, rowCount, secretOf, type Table, type Tables } from './tables.ts'
import { decodeCollection, decodeText, encodeCollection, encodeText } from './text-row-codec.ts'
import { warmFile } from './warm-file.ts'
import { WriteBatch } from './write-batch.ts'

/**
 * Keeps rows in LMDB, in a directory of its own. A commit is one LMDB transaction, written
 * while the event loop goes on, and on disk (fdatasync) when its promise resolves.
 */
export class LmdbJournal implements InspectedJournal {
  readonly snapshots: SnapshotPlace
  readonly #directory: string
  readonly #isReadOnly: boolean
  #arena = new Arena()
  #lock: DirectoryLock | undefined
  #tables: Tables | undefined
  #sequence = 0
  /** The earliest commit in the log. */
  #logStart = 1
  #trimTo = 0
  #copying: Promise<unknown> | undefined

  /** LMDB uses pages again that removals freed, and gives none back to the system. */
  get diskBytes(): number {
    return statSync(dataFileOf(this.#directory), { throwIfNoEntry: false })?.size ?? 0
  }

  /**
   * @param directory made when it does not exist
   * @param options.isReadOnly to look at it and change nothing; it must exist then
   */
  constructor(directory: string, { isReadOnly = false }: { readonly isReadOnly?: boolean } = {}) {
    this.#directory = directory
    this.#isReadOnly = isReadOnly
    this.snapshots = new SnapshotFile(join(directory, 'index.snapshot'))
  }

  async open(): Promise<JournalRows> {
    if (this.#isReadOnly) requireDataFile(this.#directory)
    this.#lock = await lockDirectory(this.#directory)
    try {
      if (isNothing(dataFileOf(this.#directory))) await this.#checkNew()
      checkDataFile(dataFileOf(this.#directory))
      // Whoever only looks has the time.
      if (this.#isReadOnly) await checkPages(dataFileOf(this.#directory))
      this.#tables = await openTables(this.#directory, { isReadOnly: this.#isReadOnly })
      return this.#rows(this.#tables)
    } catch (error) {
      await this.close()
      throw failureOf(error, this.#directory)
    }
  }

  async commit(changes: readonly Change[], nextNumber: number): Promise<void> {
    const tables = this.#open
    if (!tables.mayFail) requireSpace(this.#directory)
    const batch = new WriteBatch()
    for (const change of changes) add(batch, tables, change, this.#arena)
    const sequence = this.#sequence + 1
    batch.put(tables.log, sequence, encodeLog(sequence, { nextNumber, touched: touchedBy(changes) }, this.#arena))
    const trimTo = Math.min(this.#trimTo, this.#sequence)
    for (let number = this.#logStart; number <= trimTo; number++) batch.remove(tables.log, number)
    try {
      await batch.commit(tables.root)
      this.#arena.reuse()
      this.#sequence = sequence
      this.#logStart = Math.max(this.#logStart, trimTo + 1)
    } catch (error) {
      // Who knows what lmdb still reads.
      this.#arena = new Arena()
      this.#checkHealth(tables)
      throw failureOf(error, this.#directory)
    }
  }

  trimLog(upTo: number): void {
    this.#trimTo = Math.max(this.#trimTo, upTo)
  }

  get sequence(): number {
    return this.#sequence
  }

  readDocument(number: number): DocumentRow | undefined {
    const bytes = this.#read('documents', number)
    return bytes && decodeDocument(number, bytes)
  }

  readText(number: number): string | undefined {
    const bytes = this.#read('texts', number)
    return bytes && decodeText('texts', number, bytes)
  }

  readContent(number: number): ContentRow | undefined {
    const bytes = this.#read('contents', number)
    return bytes && decodeContent(number, bytes)
  }

  inspect(): StoredRows {
    const { collections, contents, documents, texts, log } = this.#open
    return {
      collections: inspected(collections, 'collections', decodeCollection),
      contents: inspected(contents, 'contents', decodeContent),
      documents: inspected(documents, 'documents', decodeDocument),
      texts: inspected(texts, 'texts', (number, bytes) => decodeText('texts', number, bytes)),
      log: inspected(log, 'log', decodeLog)
    }
  }

  /**
   * Copies everything committed into another directory, while writes go on.
   *
   * @param directory empty or absent
   * @throws DoppelError STORE_FULL, STORE_UNAVAILABLE; nothing is left of the copy then
   */
  async backUp(directory: string): Promise<Backup> {
    this.#warm()
    const backup = backUp(this.#open, directory)
    // A copy that fails is the caller's to tell of.
    this.#copying = backup.catch(() => {})
    return backup
  }

  async close(): Promise<void> {
    await this.#copying
    await this.#tables?.root.close()
    this.#tables = undefined
    await this.#lock?.release()
    this.#lock = undefined
  }

  get #open(): Tables {
    if (this.#tables === undefined) throw new DoppelError('STORE_UNAVAILABLE', 'the store is not open')
    return this.#tables
  }

  /** @throws DoppelError STORE_UNAVAILABLE where LMDB meets a damaged page */
  #read(table: 'documents' | 'texts' | 'contents', number: number): Buffer | undefined {
    const { rows } = this.#open[table]
    try {
      return rows.get(number)
    } catch (cause) {
      const reason = (cause as Error).message
      throw new DoppelError('STORE_UNAVAILABLE', `row ${number} of "${table}" cannot be read: ${reason}`, { cause })
    }
  }

  #rows(tables: Tables): JournalRows {
    const { collections, documents, contents, log } = tables
    this.#sequence = log.last
    const [first] = log.rows.getKeys({ limit: 1 })
    this.#logStart = first ?? log.last + 1
    // A damaged page may hide the latest commits, and with them what a snapshot lacks.
    checkCount(log, 'log', this.#sequence - this.#logStart + 1)
    const last = log.rows.get(log.last)
    const nextNumber = last === undefined ? 1 : decodeLog(log.last, last).nextNumber
    return {
      identity: identityOf(tables),
      secret: secretOf(tables),
      sequence: this.#sequence,
      nextNumber,
      collections: decoded(collections, 'collections', decodeCollection),
      contents: this.#readAll(decoded(contents, 'contents', decodeContent)),
      documents: decoded(documents, 'documents', decodeDocument),
      count: rowCount(contents) + rowCount(documents),
      changesSince: sequence =>
        sequence > this.#sequence || sequence < this.#logStart - 1 ? undefined : touchedSince(log, sequence)
    }
  }

  /** Rows that are read as the first of all that there are. */
  #readAll<Row>(rows: Iterable<Row>): Iterable<Row> {
    const warm = () => this.#warm()
    return {
      [Symbol.iterator]() {
        warm()
        return rows[Symbol.iterator]()
      }
    }
  }

  #warm(): void {
    const tables = this.#open
    // A file that cannot be read is found out by whoever needs its rows.
    warmFile(dataFileOf(this.#directory), () => this.#tables === tables).catch(() => {})
  }

  /** @throws DoppelError STORE_UNAVAILABLE where there was a data file: without it the directory would seem to be new */
  async #checkNew(): Promise<void> {
    const snapshot = await this.snapshots.open()
    if (snapshot === undefined) return
    await snapshot.close()
    const detail = `${dataFileOf(this.#directory)} is missing or empty, and beside it is an index of what it held`
    throw new DoppelError('STORE_UNAVAILABLE', detail)
  }

  /** Some failures leave LMDB unable to begin a transaction, in which case an asynchronous one would never end. */
  #checkHealth(tables: Tables): void {
    try {
      tables.root.transactionSync(() => {})
    } catch (cause) {
      this.#tables = undefined
      tables.root.close().catch(() => {})
      throw new DoppelError('STORE_UNAVAILABLE', 'the data directory failed and must be opened again', { cause })
    }
  }
}

function add(batch: WriteBatch, tables: Tables, change: Change, arena: Arena): void {
  const { collections, documents, texts, contents } = tables
  switch (change.kind) {
    case 'put-collection':
      batch.put(collections, change.row.number, encodeCollection(change.row, arena))
      break
    case 'drop-collection':
      batch.remove(collections, change.number)
      break
    case 'put-document':
      batch.put(documents, change.row.number, encodeDocument(change.row, arena))
      if (change.text !== undefined)
        batch.put(texts, change.row.number, encodeText('texts', change.row.number, change.text, arena))
      break
    case 'change-document':
      batch.put(documents, change.row.number, encodeDocument(change.row, arena))
      break
    case 'drop-document':
      batch.remove(documents, change.number)
      batch.remove(texts, change.number)
      break
    case 'put-content':
    case 'change-content':
      batch.put(contents, change.row.number, encodeContent(change.row, arena))
      break
    case 'drop-content':
      batch.remove(contents, change.number)
      break
  }
}

function decoded<Row>(table: Table, name: string, decode: (number: number, bytes: Buffer) => Row): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      let count = 0
      for (const { key, value } of table.rows.getRange({ snapshot: false })) {
        count++
        yield decode(key, value)
      }
      checkCount(table, name, count)
    }
  }
}

/** A damaged page may hide rows: LMDB knows how many there are. */
function checkCount(table: Table, name: string, count: number): void {
  const expected = rowCount(table)
  if (count === expected) return
  throw new DoppelError('STORE_UNAVAILABLE', `the store is damaged: "${name}" has ${expected} rows, ${count} are found`)
}

function* inspected<Row>(
  table: Table,
  name: string,
  decode: (number: number, bytes: Buffer) => Row
): Generator<Found<Row>> {
  let last = 0
  let count = 0
  try {
    for (const { key, value } of table.rows.getRange({ snapshot: false })) {
      last = key
      count++
      yield found(key, value, decode)
    }
    checkCount(table, name, count)
  } catch (error) {
    yield { number: last, fault: `the rows of "${name}" cannot be read beyond ${last}: ${(error as Error).message}` }
  }
}

function found<Row>(number: number, bytes: Buffer, decode: (number: number, bytes: Buffer) => Row): Found<Row> {
  try {
    return { number, row: decode(number, bytes) }
  } catch (error) {
    return { number, fault: (error as Error).message }
  }
}

/** Whether a file is missing or empty. */
function isNothing(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0
}

/** @throws DoppelError STORE_UNAVAILABLE where nothing was ever stored */
function requireDataFile(directory: string): void {
  if (existsSync(dataFileOf(directory))) return
  throw new DoppelError('STORE_UNAVAILABLE', `${directory} is not a data directory: it has no store/data.mdb`)
}

function* touchedSince({ rows }: Table, sequence: number): Generator<Touched> {
  for (const { key, value } of rows.getRange({ start: sequence + 1, snapshot: false })) {
    yield* decodeLog(key, value).touched
  }
}
