import { crc32 } from 'node:zlib'
import type { CollectionIndex } from './collection-index.ts'

/** Begins every snapshot and names its layout. */
const magic = Buffer.from('doppel index 1\n\0')
const crcBytes = 4

/**
 * What a snapshot belongs to: the state of a journal after a commit.
 */
export interface SnapshotOrigin {
  readonly identity: string
  readonly sequence: number
}

/** Where a snapshot is read from. */
export interface SnapshotSource {
  /** @throws Error when there are fewer bytes */
  read(length: number): Promise<Uint8Array>
  /** How much has been read, 0 to 1. */
  readonly share: number
  close(): Promise<void>
}

/** Keeps at most one snapshot. */
export interface SnapshotPlace {
  /** Undefined when there is none. */
  open(): Promise<SnapshotSource | undefined>
  /**
   * Writes a snapshot in the place of the former one, all or nothing.
   *
   * @param parts taken one after another while others get a turn
   * @param isStale asked before each part; once it says so the rest is not taken
   * @returns whether the snapshot is there
   */
  write(parts: Iterable<Uint8Array>, isStale: () => boolean): Promise<boolean>
  remove(): Promise<void>
}

interface Header extends SnapshotOrigin {
  readonly collections: readonly CollectionHeader[]
}

interface CollectionHeader {
  readonly number: number
  readonly scheme: string
  readonly counters: readonly number[]
  /** For each column the bytes of its chunks, which are of one size. */
  readonly columns: readonly { readonly chunks: number; readonly bytes: number }[]
  /** Lengths of the orders. */
  readonly orders: readonly number[]
}

/**
 * Writes the indexes as bytes, little-endian as the columns are:
 *
 *     16 bytes that name the layout
 *     u32 length of the header, the header as JSON, its CRC-32
 *     for each collection: for each column its chunks and the CRC-32 of all, for each order its slots and their CRC-32
 *
 * The parts are views of the live columns: each must be used before the index changes.
 */
export function* snapshotParts(origin: SnapshotOrigin, indexes: readonly CollectionIndex[]): Generator<Uint8Array> {
  const orders = indexes.map(index => index.orders.map(order => order.toArray()))
  const header: Header = {
    ...origin,
    collections: indexes.map((index, place) => ({
      number: index.row.number,
      scheme: index.row.scheme,
      counters: index.counters,
      columns: index.columns.map(({ chunks, byteLength }) => ({ chunks: chunks.length, bytes: byteLength })),
      orders: (orders[place] as Uint32Array[]).map(({ length }) => length)
    }))
  }
  const json = Buffer.from(JSON.stringify(header))
  yield magic
  yield uint32(json.length)
  yield* checked([json])
  for (const [place, index] of indexes.entries()) {
    for (const { chunks } of index.columns) yield* checked(chunks)
    for (const order of orders[place] as Uint32Array[]) yield* checked([new Uint8Array(order.buffer)])
  }
}

/**
 * Reads a snapshot.
 *
 * @param isWanted whether the snapshot of an origin is of use
 * @param make makes the index of a collection; undefined leaves the collection out
 * @returns the indexes by the numbers of their collections; undefined when it is not wanted
 * @throws Error when the snapshot is not whole
 */
export async function readSnapshot(
  source: SnapshotSource,
  isWanted: (origin: SnapshotOrigin) => boolean,
  make: (collection: { readonly number: number; readonly scheme: string }) => CollectionIndex | undefined,
  onProgress: (share: number) => void
): Promise<{ origin: SnapshotOrigin; indexes: Map<number, CollectionIndex> } | undefined> {
  if (!magic.equals(await source.read(magic.length))) throw new Error('it has another layout')
  const length = Buffer.from(await source.read(4)).readUInt32LE()
  const header = JSON.parse(Buffer.from(await readChecked(source, length)).toString()) as Header
  if (!isWanted(header)) return undefined
  const indexes = new Map<number, CollectionIndex>()
  for (const collection of header.collections) {
    const index = make(collection)
    await readCollection(source, collection, index, onProgress)
    if (index !== undefined) indexes.set(collection.number, index)
  }
  return { origin: header, indexes }
}

async function readCollection(
  source: SnapshotSource,
  { columns, orders, counters }: CollectionHeader,
  index: CollectionIndex | undefined,
  onProgress: (share: number) => void
): Promise<void> {
  if (index !== undefined && index.columns.length !== columns.length) throw new Error('it has other columns')
  for (const [place, { chunks, bytes }] of columns.entries()) {
    const read = await readChecked(source, bytes)
    const size = bytes / chunks
    index?.columns[place]?.load(Array.from({ length: chunks }, (_, i) => read.subarray(i * size, (i + 1) * size)))
    onProgress(source.share)
  }
  for (const [place, length] of orders.entries()) {
    // Copied, so that it is aligned.
    const slots = Uint8Array.from(await readChecked(source, length * 4))
    index?.orders[place]?.load(new Uint32Array(slots.buffer))
  }
  index?.restore(counters)
}

function* checked(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  let crc = 0
  for (const part of parts) {
    crc = crc32(part, crc)
    yield part
  }
  yield uint32(crc)
}

async function readChecked(source: SnapshotSource, length: number): Promise<Uint8Array> {
  const bytes = await source.read(length)
  const expected = Buffer.from(await source.read(crcBytes)).readUInt32LE()
  if (crc32(bytes) !== expected) throw new Error('a checksum is wrong')
  return bytes
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
