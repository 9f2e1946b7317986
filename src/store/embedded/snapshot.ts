import { crc32 } from 'node:zlib'
import type { CollectionIndex } from './collection-index.ts'
import type { CollectionRow } from './journal.ts'
import type { SnapshotSource } from './snapshot-place.ts'

/** Begins every snapshot and names its layout. */
const magic = Buffer.from('doppel index 2\n\0')
const crcBytes = 4

/**
 * What a snapshot belongs to: the state of a journal after a commit.
 */
export interface SnapshotOrigin {
  readonly identity: string
  readonly sequence: number
}

interface Header extends SnapshotOrigin {
  readonly collections: readonly CollectionHeader[]
}

interface CollectionHeader {
  readonly row: CollectionRow
  readonly counters: readonly number[]
  /** For each column the bytes of its chunks, which are of one size. */
  readonly columns: readonly { readonly chunks: number; readonly bytes: number }[]
  /** The large clusters, which have orders of their own. */
  readonly large: readonly number[]
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
      row: index.row,
      counters: index.counters,
      columns: index.columns.map(({ chunks, byteLength }) => ({ chunks: chunks.length, bytes: byteLength })),
      large: index.clusters.figures.large,
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
 * @param make makes the empty index of a collection
 * @returns undefined when it is not wanted
 * @throws Error when the snapshot is not whole
 */
export async function readSnapshot(
  source: SnapshotSource,
  isWanted: (origin: SnapshotOrigin) => boolean,
  make: (row: CollectionRow) => CollectionIndex,
  onProgress: (share: number) => void
): Promise<{ origin: SnapshotOrigin; indexes: CollectionIndex[] } | undefined> {
  if (!magic.equals(await source.read(magic.length))) throw new Error('it has another layout')
  const length = Buffer.from(await source.read(4)).readUInt32LE()
  const header = JSON.parse(Buffer.from(await readChecked(source, length)).toString()) as Header
  if (!isWanted(header)) return undefined
  const indexes: CollectionIndex[] = []
  for (const collection of header.collections) {
    const index = make(collection.row)
    await readCollection(source, collection, index, onProgress)
    indexes.push(index)
  }
  return { origin: header, indexes }
}

async function readCollection(
  source: SnapshotSource,
  { columns, large, orders, counters }: CollectionHeader,
  index: CollectionIndex,
  onProgress: (share: number) => void
): Promise<void> {
  if (index.columns.length !== columns.length) throw new Error('it has other columns')
  for (const [place, column] of index.columns.entries()) {
    const { chunks, bytes } = columns[place] as CollectionHeader['columns'][number]
    await readChunks(source, column.reset(chunks, bytes / chunks))
    onProgress(source.share)
  }
  index.clusters.figures.expect(large)
  for (const [place, length] of orders.entries()) {
    // Copied, so that it is aligned.
    const slots = Uint8Array.from(await readChecked(source, length * 4))
    index.orders[place]?.load(new Uint32Array(slots.buffer))
  }
  index.restore(counters)
}

/** Reads a column chunk by chunk: all at once it may be more than one read can give. */
async function readChunks(source: SnapshotSource, chunks: readonly Uint8Array[]): Promise<void> {
  let crc = 0
  for (const chunk of chunks) {
    const bytes = await source.read(chunk.byteLength)
    crc = crc32(bytes, crc)
    chunk.set(bytes)
  }
  await expectChecksum(source, crc)
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
  await expectChecksum(source, crc32(bytes))
  return bytes
}

async function expectChecksum(source: SnapshotSource, crc: number): Promise<void> {
  const expected = Buffer.from(await source.read(crcBytes)).readUInt32LE()
  if (crc !== expected) throw new Error('a checksum is wrong')
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
