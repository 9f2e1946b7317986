/** A growable array of numbers whose bytes can be saved and loaded. */
export interface Column {
  /** Bytes allocated. */
  readonly byteLength: number
  /** Its contents, in the byte order of the machine. The bytes are the column's own: copy or write them before it changes. */
  readonly chunks: readonly Uint8Array[]
  /**
   * Replaces the contents by chunks of zeros, to be filled with what the {@link chunks} of another column of the
   * same class held. A large column can so be read piece by piece, and is never in memory twice.
   *
   * @param byteLength of each chunk
   * @throws RangeError for sizes that no column of the class has
   */
  reset(count: number, byteLength: number): readonly Uint8Array[]
  /**
   * Replaces the contents by a copy of chunks that another column of the same class gave.
   *
   * @throws RangeError for chunks of other sizes
   */
  load(chunks: readonly Uint8Array[]): void
}

/** Bytes of a chunk where a subclass does not say otherwise: few enough that the system clears one in microseconds. */
const usualChunkBytes = 2 ** 16
const firstChunkBytes = 2 ** 6

/** log2 of the numbers in a chunk, and what cuts the position inside the chunk out of an index. */
const uint32Shift = 14
const uint32Mask = 2 ** uint32Shift - 1
const float64Shift = 13
const float64Mask = 2 ** float64Shift - 1

/** What a column begins with. */
const noUint32 = new Uint32Array(0)
const noFloat64 = new Float64Array(0)

type Numbers = Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/**
 * What the columns share. All chunks have the same size, so that growing never copies; only
 * the first starts with nothing and doubles up to that size, so that a thousand small columns cost little.
 *
 * The subclasses repeat `get` and `set`, so that each sees one kind of array only.
 */
export abstract class ChunkedColumn<Chunk extends Numbers> implements Column {
  /** At least one; an index lies in the part that its upper bits name. */
  protected readonly parts: Chunk[]

  readonly #chunkBytes: number

  /** @param chunkBytes a power of two */
  protected constructor(first: Chunk, chunkBytes: number = usualChunkBytes) {
    this.parts = [first]
    this.#chunkBytes = chunkBytes
  }

  protected abstract allocate(byteLength: number): Chunk

  get byteLength(): number {
    return this.parts.length === 1 ? this.#first.byteLength : this.parts.length * this.#chunkBytes
  }

  get chunks(): readonly Uint8Array[] {
    return this.byteLength === 0 ? [] : this.parts.map(bytesOf)
  }

  reset(count: number, byteLength: number): readonly Uint8Array[] {
    if (count > 0 && byteLength !== this.#chunkBytes && !isSmall(count, byteLength, this.#chunkBytes)) {
      throw new RangeError(
        `a column has chunks of ${this.#chunkBytes} bytes, or a single one of ${firstChunkBytes} times 2^n`
      )
    }
    this.parts.length = 0
    for (let chunk = 0; chunk < count; chunk++) this.parts.push(this.allocate(byteLength))
    const chunks = this.chunks
    if (count === 0) this.parts.push(this.allocate(0))
    return chunks
  }

  load(chunks: readonly Uint8Array[]): void {
    const byteLength = chunks[0]?.byteLength ?? 0
    if (chunks.some(chunk => chunk.byteLength !== byteLength)) throw new RangeError('the chunks differ in size')
    for (const [place, chunk] of this.reset(chunks.length, byteLength).entries()) chunk.set(chunks[place] as Uint8Array)
  }

  /** Makes room for a position in a chunk. */
  protected grow(chunk: number, byteOffset: number): Chunk {
    const chunkBytes = this.#chunkBytes
    let byteLength = Math.max(this.#first.byteLength, firstChunkBytes)
    while (byteLength < chunkBytes && (chunk > 0 || byteLength <= byteOffset)) byteLength *= 2
    if (byteLength > this.#first.byteLength) {
      const first = this.allocate(byteLength)
      first.set(this.#first)
      this.parts[0] = first
    }
    while (this.parts.length <= chunk) this.parts.push(this.allocate(chunkBytes))
    return this.parts[chunk] as Chunk
  }

  get #first(): Chunk {
    return this.parts[0] as Chunk
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function isSmall(count: number, byteLength: number, chunkBytes: number): boolean {
  const isPowerOfTwo = (byteLength & (byteLength - 1)) === 0
  return count === 1 && isPowerOfTwo && byteLength >= firstChunkBytes && byteLength < chunkBytes
}

/** Unsigned 32-bit numbers at indexes from 0 to 2^31 - 1. */
export class Uint32Column extends ChunkedColumn<Uint32Array<ArrayBuffer>> {
  constructor() {
    super(noUint32)
  }

  /** The number at an index, 0 where none was written. */
  get(index: number): number {
    const part = this.parts[index >>> uint32Shift]
    const position = index & uint32Mask
    return part !== undefined && position < part.length ? (part[position] as number) : 0
  }

  /** Writes a number; the column grows up to its index. */
  set(index: number, value: number): void {
    const chunk = index >>> uint32Shift
    const position = index & uint32Mask
    let part = this.parts[chunk]
    if (part === undefined || position >= part.length) part = this.grow(chunk, position << 2)
    part[position] = value
  }

  protected override allocate(byteLength: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(byteLength >>> 2)
  }
}

/** Double-precision numbers at indexes from 0 to 2^31 - 1. */
export class Float64Column extends ChunkedColumn<Float64Array<ArrayBuffer>> {
  constructor() {
    super(noFloat64)
  }

  /** The number at an index, 0 where none was written. */
  get(index: number): number {
    const part = this.parts[index >>> float64Shift]
    const position = index & float64Mask
    return part !== undefined && position < part.length ? (part[position] as number) : 0
  }

  /** Writes a number; the column grows up to its index. */
  set(index: number, value: number): void {
    const chunk = index >>> float64Shift
    const position = index & float64Mask
    let part = this.parts[chunk]
    if (part === undefined || position >= part.length) part = this.grow(chunk, position << 3)
    part[position] = value
  }

  protected override allocate(byteLength: number): Float64Array<ArrayBuffer> {
    return new Float64Array(byteLength >>> 3)
  }
}
