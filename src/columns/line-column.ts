import { ChunkedColumn } from './column.ts'

/** Numbers in a line, the 64 bytes that a processor reads at once. */
export const lineLength = 16

/**
 * Bytes left out at the beginning of a large array. The C library puts large blocks 16 bytes after the beginning
 * of a page, so with these the lines are those of the processor. Where it does not, a line is two of its lines.
 */
const padding = 48

/** log2 of the lines in a chunk of 2^20 bytes: large, so that few objects stand between a line's number and the line. */
const chunkShift = 14
const chunkMask = 2 ** chunkShift - 1
const chunkBytes = 2 ** 20

/**
 * Unsigned 32-bit numbers in lines of sixteen.
 *
 * Whoever works on a line gets the array that holds it, and looks up only once where it is.
 */
export class LineColumn extends ChunkedColumn<Uint32Array<ArrayBuffer>> {
  constructor() {
    super(new Uint32Array(lineLength), chunkBytes)
  }

  /** The array that holds a line; the column grows up to it. The array may be another one after the column grew. */
  holding(line: number): Uint32Array {
    const part = this.parts[line >>> chunkShift]
    return part !== undefined && offsetOf(line) < part.length ? part : this.#growTo(line)
  }

  #growTo(line: number): Uint32Array {
    return this.grow(line >>> chunkShift, offsetOf(line) << 2)
  }

  protected override allocate(byteLength: number): Uint32Array<ArrayBuffer> {
    if (byteLength < chunkBytes) return new Uint32Array(byteLength >>> 2)
    return new Uint32Array(new ArrayBuffer(byteLength + padding), padding, byteLength >>> 2)
  }
}

/** Where in its array a line begins. */
export function offsetOf(line: number): number {
  return (line & chunkMask) << 4
}
