import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { type Database, type DatabaseOptions, open, type RootDatabase } from 'lmdb'
import { DoppelError } from '../../errors.ts'
import { type Secret, secretBytes } from '../../text/secret.ts'
import { Arena } from './arena.ts'
import { decodeText, encodeText } from './text-row-codec.ts'
import { mendWriteErrorMessage } from './write-error-message.ts'

/** Layout of the data directory; another one is refused. What wrote format 3 made signatures of other schemes. */
const formatVersion = 4
/**
 * Rows of 1 to 4 kB that come in ascending order fill pages of this size best, and a page
 * is four of the usual size to the operating system.
 */
const pageBytes = 16_384

/** Rows by number. What a read gives is good until the next read. */
export interface Table {
  readonly rows: Database<Buffer, number>
  /** No row has, or ever had, a greater number. */
  last: number
}

export interface Tables {
  readonly root: RootDatabase
  readonly meta: Database<Buffer, string>
  readonly collections: Table
  readonly documents: Table
  readonly texts: Table
  readonly contents: Table
  /** One row a commit, by its sequence number. */
  readonly log: Table
  /** Whether LMDB survives a write that fails. */
  readonly mayFail: boolean
}

/**
 * Without it the system reads 128 KiB for each row that is not in its cache, and drops as much of what is. Missing in
 * the types of lmdb.
 */
const unreadAhead = { noReadAhead: true }

/**
 * Opens the tables of a data directory; makes them where there are none.
 *
 * @param options.isReadOnly to change nothing
 * @throws DoppelError STORE_UNAVAILABLE when they have another format, or are not there and may not be made
 */
export async function openTables(
  directory: string,
  { isReadOnly = false }: { readonly isReadOnly?: boolean } = {}
): Promise<Tables> {
  const mayFail = mendWriteErrorMessage()
  const root = open({
    ...unreadAhead,
    // A dot in the path would otherwise make lmdb take it for a file.
    path: join(directory, 'store'),
    noSubdir: false,
    overlappingSync: false,
    // Otherwise each commit has a promise that nobody holds, and that rejects with it.
    eventTurnBatching: false,
    maxDbs: 8,
    pageSize: pageBytes,
    readOnly: isReadOnly
  })
  try {
    const meta = openDatabase<string>(root, 'meta', { encoding: 'binary' })
    checkFormat(root, meta)
    const [collections, documents, texts, contents, log] = tableNames.map(name => openTable(root, name)) as [
      Table,
      Table,
      Table,
      Table,
      Table
    ]
    return { root, meta, collections, documents, texts, contents, log, mayFail }
  } catch (error) {
    await root.close()
    throw error
  }
}

/** Tells this data directory from all others. */
export function identityOf({ meta }: Tables): string {
  return decodeText('meta', 0, meta.get('identity') as Buffer)
}

/** What its shingle sets and tables are keyed by. */
export function secretOf({ meta }: Tables): Secret {
  const bytes = meta.get('secret')
  if (bytes === undefined) throw new DoppelError('STORE_UNAVAILABLE', 'the store is damaged: it has lost its secret')
  return decodeText('meta', 0, bytes)
}

/** Makes the directory another one than that it was copied from. */
export function renewIdentity(root: RootDatabase, meta: Tables['meta']): void {
  root.transactionSync(() => meta.putSync('identity', encodeText('meta', 0, randomUUID(), new Arena())))
}

const tableNames = ['collections', 'documents', 'texts', 'contents', 'log']

function openTable(root: RootDatabase, name: string): Table {
  // The encoder is in lmdb's manual, not in its types.
  const options: DatabaseOptions & { encoder: unknown } = { encoder: { encode: asItIs, decode: view } }
  const rows = openDatabase<number>(root, name, options)
  const [last = 0] = rows.getKeys({ reverse: true, limit: 1 })
  return { rows, last }
}

function openDatabase<Key extends string | number>(
  root: RootDatabase,
  name: string,
  options: DatabaseOptions
): Database<Buffer, Key> {
  const database = root.openDB<Buffer, Key>(name, options) as Database<Buffer, Key> | undefined
  if (database === undefined) throw new DoppelError('STORE_UNAVAILABLE', `the data file has no table "${name}"`)
  return database
}

function checkFormat(root: RootDatabase, meta: Tables['meta']): void {
  const found = meta.get('format')?.toString()
  if (found === `${formatVersion}`) return
  if (found !== undefined) {
    throw new DoppelError(
      'STORE_UNAVAILABLE',
      `the data directory has format ${found}; this version of doppel reads format ${formatVersion}: ` +
        'export the documents with the version that wrote it, and import them into a new directory'
    )
  }
  root.transactionSync(() => {
    meta.putSync('format', Buffer.from(`${formatVersion}`))
    renewIdentity(root, meta)
    meta.putSync('secret', encodeText('meta', 0, randomBytes(secretBytes).toString('hex'), new Arena()))
  })
}

/** Number of rows of a table. */
export function rowCount({ rows }: Table): number {
  return (rows.getStats() as { entryCount: number }).entryCount
}

function asItIs(bytes: Buffer): Buffer {
  return bytes
}

/** The bytes of a row without a copy: lmdb gives its own buffer for all rows, whose `length` is that of the row. */
function view({ buffer, byteOffset, length }: Buffer): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}
