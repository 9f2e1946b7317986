import { crc32 } from 'node:zlib'
import type { CollectionIndex } from './collection-index.ts'
import type { CollectionRow } from './journal.ts'
import type { SnapshotSource } from './snapshot-place.ts'

/** Begins every snapshot and names its layout. */
const magic = Buffer.from('doppel index 2\n\0')
const crcBytes = 4
/** A collection with no more bytes is read at once. */
const atOnceBytes = 2 ** 20

/**
 * What a snapshot belongs to: the state of a journal after a commit.
 */
export interface SnapshotOrigin {
  readonly identity: string
  readonly sequence: number
}

interface Header extends SnapshotOrigin {
  /** How many follow. */
  readonly collections: number
}

interface CollectionHeader {
  readonly row: CollectionRow
  readonly counters: readonly number[]
  /** For each column the number of its chunks, and the bytes of each, which are of one size. */
  readonly columns: readonly (readonly [chunks: number, bytes: number])[]
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
 *     for each collection:
 *       u32 length of its header, that as JSON, its CRC-32
 *       for each column that has any its chunks and the CRC-32 of all, for each order that has any its slots and their CRC-32
 *
 * The parts are views of the live columns: each must be used before the index changes.
 */
export function* snapshotParts(origin: SnapshotOrigin, indexes: readonly CollectionIndex[]): Generator<Uint8Array> {
  yield magic
  yield* headerParts({ ...origin, collections: indexes.length } satisfies Header)
  for (const index of indexes) {
    const { columns, orders } = index
    yield* headerParts({
      row: index.row,
      counters: index.counters,
      columns: columns.map(({ chunks }) => [chunks.length, chunks[0]?.byteLength ?? 0]),
      large: index.clusters.figures.large,
      orders: orders.map(({ size }) => size)
    } satisfies CollectionHeader)
    for (const { chunks } of columns) if (chunks.length > 0) yield* checked(chunks)
    for (const order of orders) if (order.size > 0) yield* checked([new Uint8Array(order.toArray().buffer)])
  }
}

function* headerParts(header: Header | CollectionHeader): Generator<Uint8Array> {
  const json = Buffer.from(JSON.stringify(header))
  yield uint32(json.length)
  yield* checked([json])
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
  const header = await readHeader<Header>(source)
  if (!isWanted(header)) return undefined
  const indexes: CollectionIndex[] = []
  for (let count = 0; count < header.collections; count++) {
    const collection = await readHeader<CollectionHeader>(source)
    const index = make(collection.row)
    const bytes = bytesOf(collection)
    const isSmall = bytes <= atOnceBytes
    await readCollection(isSmall ? new Block(await source.read(bytes)) : source, collection, index, () => {
      onProgress(source.share)
    })
    onProgress(source.share)
    indexes.push(index)
  }
  return { origin: header, indexes }
}

async function readHeader<Kind extends Header | CollectionHeader>(source: SnapshotSource): Promise<Kind> {
  const length = Buffer.from(await source.read(4)).readUInt32LE()
  return JSON.parse(Buffer.from(await readChecked(source, length)).toString()) as Kind
}

/** Bytes of a collection behind its header. */
function bytesOf({ columns, orders }: CollectionHeader): number {
  let bytes = 0
  for (const [chunks, size] of columns) if (chunks > 0) bytes += chunks * size + crcBytes
  for (const length of orders) if (length > 0) bytes += 4 * length + crcBytes
  return bytes
}

/** The bytes of a small collection, which are read with one access to the file. */
class Block implements Pick<SnapshotSource, 'read'> {
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  async read(length: number): Promise<Uint8Array> {
    this.#position += length
    return this.#bytes.subarray(this.#position - length, this.#position)
  }
}

async function readCollection(
  source: Pick<SnapshotSource, 'read'>,
  { columns, large, orders, counters }: CollectionHeader,
  index: CollectionIndex,
  onColumn: () => void
): Promise<void> {
  if (index.columns.length !== columns.length) throw new Error('it has other columns')
  for (const [place, column] of index.columns.entries()) {
    const [chunks, bytes] = columns[place] as CollectionHeader['columns'][number]
    if (chunks > 0) await readChunks(source, column.reset(chunks, bytes))
    onColumn()
  }
  index.clusters.figures.expect(large)
  for (const [place, length] of orders.entries()) {
    if (length === 0) continue
    // Copied, so that it is aligned.
    const slots = Uint8Array.from(await readChecked(source, length * 4))
    index.orders[place]?.load(new Uint32Array(slots.buffer))
  }
  index.restore(counters)
}

/** Reads a column chunk by chunk: all at once it may be more than one read can give. */
async function readChunks(source: Pick<SnapshotSource, 'read'>, chunks: readonly Uint8Array[]): Promise<void> {
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

async function readChecked(source: Pick<SnapshotSource, 'read'>, length: number): Promise<Uint8Array> {
  const bytes = await source.read(length)
  await expectChecksum(source, crc32(bytes))
  return bytes
}

async function expectChecksum(source: Pick<SnapshotSource, 'read'>, crc: number): Promise<void> {
  const expected = Buffer.from(await source.read(crcBytes)).readUInt32LE()
  if (crc !== expected) throw new Error('a checksum is wrong')
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
