const quote = 0x22
const backslash = 0x5c
const comma = 0x2c

/** How much a text of JSON holds, told by its bytes. */
export interface JsonStructure {
  /** Values in all: what a parser would make, names apart; an empty array counts as two. */
  readonly values: number
  /** The deepest level of arrays and objects. */
  readonly deepest: number
  /** Brackets that are open at the end. */
  readonly open: number
}

/** What {@link pruneJson} leaves. */
export interface PrunedSize {
  /** Members of each array and object. */
  readonly members: number
  /** Levels of arrays and objects; those below are empty. */
  readonly levels: number
  /** Values in all, or a few more. */
  readonly values: number
}

/** Counts what JSON holds before anything is made of it: strings are skipped, all but brackets and commas is ignored. */
export function jsonStructure(bytes: Buffer): JsonStructure {
  let values = 1
  let deepest = 0
  let open = 0
  for (let offset = 0; offset < bytes.length; offset++) {
    // One bit tells `{` from `[`, and `}` from `]`.
    const byte = bytes[offset] as number
    if (byte === quote) offset = endOfString(bytes, offset)
    else if (byte === comma) values++
    else if ((byte | 0x20) === 0x7b) {
      values++
      deepest = Math.max(deepest, ++open)
    } else if ((byte | 0x20) === 0x7d) open--
  }
  return { values, deepest, open }
}

/**
 * Leaves out most of JSON that holds far too much: what is left has the same faults at its start, and costs little to
 * parse. It is JSON if the whole was.
 */
export function pruneJson(bytes: Buffer, size: PrunedSize): Buffer {
  const pruner = new Pruner(bytes, size)
  for (let offset = 0; offset < bytes.length; offset++) {
    const byte = bytes[offset] as number
    if (byte === quote) offset = endOfString(bytes, offset)
    else if (byte === comma) pruner.comma(offset)
    else if ((byte | 0x20) === 0x7b) pruner.open(offset)
    else if ((byte | 0x20) === 0x7d) pruner.close(offset)
  }
  return pruner.kept()
}

class Pruner {
  readonly #bytes: Buffer
  readonly #size: PrunedSize
  readonly #kept: Buffer[] = []
  /** Members before the one that is read, of each array and object that is open. */
  readonly #counts: number[] = []
  #keptFrom = 0
  #values = 0
  /** The level of the array or object whose rest is left out; 0 where all is kept. */
  #cutAt = 0

  constructor(bytes: Buffer, size: PrunedSize) {
    this.#bytes = bytes
    this.#size = size
  }

  comma(offset: number): void {
    const place = this.#counts.length - 1
    if (this.#cutAt !== 0 || place < 0) return
    const count = (this.#counts[place] as number) + 1
    this.#counts[place] = count
    if (count >= this.#size.members || this.#isFull()) this.#cut(offset)
  }

  open(offset: number): void {
    this.#counts.push(0)
    if (this.#cutAt !== 0) return
    if (this.#counts.length > this.#size.levels || this.#isFull()) this.#cut(offset + 1)
  }

  close(offset: number): void {
    if (this.#cutAt === this.#counts.length) {
      this.#cutAt = 0
      this.#keptFrom = offset
    }
    this.#counts.pop()
  }

  kept(): Buffer {
    if (this.#cutAt === 0) this.#kept.push(this.#bytes.subarray(this.#keptFrom))
    return Buffer.concat(this.#kept)
  }

  #isFull(): boolean {
    return ++this.#values >= this.#size.values
  }

  #cut(offset: number): void {
    this.#kept.push(this.#bytes.subarray(this.#keptFrom, offset))
    this.#cutAt = this.#counts.length
  }
}

/** Where the string that starts at an offset has its closing quote; the end of the bytes where it has none. */
function endOfString(bytes: Buffer, start: number): number {
  let end = bytes.indexOf(quote, start + 1)
  while (end !== -1 && isEscaped(bytes, end)) end = bytes.indexOf(quote, end + 1)
  return end === -1 ? bytes.length : end
}

function isEscaped(bytes: Buffer, offset: number): boolean {
  let before = offset - 1
  while (bytes[before] === backslash) before--
  return (offset - before) % 2 === 0
}
