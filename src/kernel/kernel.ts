import { kernelModule } from './kernel-module.ts'
import { makeUnicodePages, type UnicodePages } from './unicode-pages.ts'

/** What the module exports; see kernel/assembly/index.ts. Places are byte offsets into its memory. */
interface KernelExports {
  readonly memory: WebAssembly.Memory
  init(): void
  setScatter(low: number, high: number): void
  reserve(units: number): number
  stage1Place(): number
  stage2Place(): number
  permutationAPlace(): number
  permutationBPlace(): number
  mostSlots(): number
  signaturePlace(): number
  sequencePlace(): number
  keysPlace(): number
  hashesPlace(): number
  setPlace(): number
  tokenize(units: number): number
  tokenizeNormalised(units: number): number
  tokenizeWhole(units: number): void
  hashByKey(tokens: number, isWords: number, size: number): number
  hashShingles(tokens: number, isWords: number, size: number, seed: number): number
  collectSet(hashes: number): number
  sign(hashes: number, slots: number, bands: number, rows: number): void
  signAsPackage(tokens: number, isWords: number, size: number, slots: number, bands: number, rows: number): void
  signBands(slots: number, bands: number, rows: number): void
  reserveComparison(leftWords: number, rightWords: number): number
  rightPlace(): number
  countShared(leftCount: number, rightCount: number): number
  countEqualSlots(slots: number): number
}

/** Memory from which on an instance is given up after a document, since memory never shrinks, in bytes. */
const maxKeptBytes = 32 * 1024 * 1024

/**
 * An instance of the WebAssembly kernel. It keeps nothing from one document to the next:
 * each step works on what the step before left, and {@link Kernel.load} begins anew.
 */
export class Kernel {
  #exports: KernelExports
  #bytes: Buffer
  #words: Uint32Array
  #room = 0
  #text = 0
  #permutations: Permutations | undefined
  /** The secret's words that lie in its memory. */
  #keys: Uint32Array | undefined
  /** The view that was handed out last. */
  #signed: Uint32Array | undefined
  /** What lies in the place of the left side of a comparison. */
  #left: Uint32Array | undefined

  constructor() {
    this.#exports = instantiate()
    this.#bytes = Buffer.alloc(0)
    this.#words = new Uint32Array(0)
    this.#refresh()
  }

  /**
   * Takes a text and finds its tokens.
   *
   * @param host does what the kernel cannot do alone
   * @returns the number of tokens, 0 for a blank text; -1 when the text is too long for WebAssembly memory
   */
  load(text: string, host: KernelHost): number {
    if (!this.#write(text, text.length)) return -1
    let tokens = this.#exports.tokenize(text.length)
    if (tokens < 0) {
      const normal = host.normalize(text)
      // Folding makes at most two characters of one.
      if (!this.#write(normal, 2 * normal.length)) return -1
      tokens = this.#exports.tokenizeNormalised(normal.length)
    }
    return tokens === 0 ? this.#loadSigns(host.signsOf(text)) : tokens
  }

  #loadSigns(signs: string | undefined): number {
    if (signs === undefined) return 0
    if (!this.#write(signs, signs.length)) return -1
    this.#exports.tokenizeWhole(signs.length)
    return 1
  }

  /**
   * Hashes the shingles of the tokens by a secret, for the set and the sequence, which are to be taken before
   * {@link hashShingles}.
   *
   * @param keys as `keysOf` gives them; the same array for the same secret
   * @returns the number of shingles, repeats included
   */
  hashByKey(tokens: number, isWords: boolean, size: number, keys: Uint32Array): number {
    if (keys !== this.#keys) this.#words.set(keys, this.#exports.keysPlace() >>> 2)
    this.#keys = keys
    return this.#exports.hashByKey(tokens, Number(isWords), size)
  }

  /** Hashes the shingles of the tokens for a signature; returns their number, repeats included. */
  hashShingles(tokens: number, isWords: boolean, size: number, seed: number): number {
    return this.#exports.hashShingles(tokens, Number(isWords), size, seed)
  }

  /** The hash of the sequence of elements that {@link hashByKey} made, as 32 hexadecimal digits; there must be one. */
  sequence(): string {
    const at = this.#exports.sequencePlace()
    return this.#bytes.toString('hex', at, at + 16)
  }

  /** What each shingle is in the shingle set, in order, after {@link hashByKey}. */
  members(hashes: number): Uint32Array {
    const upper = (this.#exports.hashesPlace() >>> 2) + 1
    const members = new Uint32Array(hashes)
    for (let i = 0; i < hashes; i++) members[i] = this.#words[upper + 2 * i] as number
    return members
  }

  /**
   * Makes the shingle set, after {@link hashByKey}.
   *
   * @returns the kernel's own memory, to be copied before anything else is done with the text
   */
  collectSet(hashes: number): Uint32Array {
    const count = this.#exports.collectSet(hashes)
    const at = this.#exports.setPlace() >>> 2
    return this.#words.subarray(at, at + count)
  }

  /**
   * Makes the signature and its band keys.
   *
   * @returns the slots, and the band keys behind them: the kernel's own memory, to be copied before the next document
   */
  sign(hashes: number, slots: number, { count, rows }: KernelBanding): Uint32Array {
    this.#exports.sign(hashes, slots, count, rows)
    return this.#viewOfSigned(slots + count)
  }

  /** The same as the npm package `minhash` would; to be done after everything else with the text. */
  signAsPackage(
    tokens: number,
    isWords: boolean,
    size: number,
    slots: number,
    { count, rows }: KernelBanding,
    by: Permutations
  ): Uint32Array {
    this.#usePermutations(by)
    this.#exports.signAsPackage(tokens, Number(isWords), size, slots, count, rows)
    return this.#viewOfSigned(slots + count)
  }

  /**
   * Makes the band keys of a signature that is made already.
   *
   * @returns the kernel's own memory, to be copied before the next document
   */
  bandKeys(signature: Uint32Array, { count, rows }: KernelBanding): Uint32Array {
    const at = this.#exports.signaturePlace() >>> 2
    const end = at + signature.length
    this.#words.set(signature, at)
    this.#exports.signBands(signature.length, count, rows)
    return this.#words.subarray(end, end + count)
  }

  /** Slots of the longest signature that {@link signAsPackage} makes. */
  get mostSlots(): number {
    return this.#exports.mostSlots()
  }

  /** Bytes of memory that the instance holds. */
  get memoryBytes(): number {
    return this.#bytes.length
  }

  /** Gives memory back that an unusually long text took. To be called after each document. */
  release(): void {
    if (this.#bytes.length <= maxKeptBytes) return
    this.#exports = instantiate()
    this.#permutations = undefined
    this.#keys = undefined
    this.#left = undefined
    this.#room = 0
    this.#refresh()
  }

  /**
   * Counts the words in both of two ascending sets.
   *
   * @param left is copied only once when it is compared with many in a row, so it must not change meanwhile
   */
  countShared(left: Uint32Array, right: Uint32Array): number {
    this.#writeBoth(left, right)
    return this.#exports.countShared(left.length, right.length)
  }

  /**
   * Counts the slots in which two signatures of one length agree; empty slots never do.
   *
   * @param left as in {@link countShared}
   */
  countEqualSlots(left: Uint32Array, right: Uint32Array): number {
    this.#writeBoth(left, right)
    return this.#exports.countEqualSlots(left.length)
  }

  /** @param room units that the text may grow to */
  #write(text: string, room: number): boolean {
    if (room > this.#room || this.#room === 0) {
      this.#text = this.#exports.reserve(room) >>> 0
      if (this.#text === 0) return false
      this.#room = room
      this.#refresh()
    }
    this.#left = undefined
    this.#bytes.write(text, this.#text, 'utf16le')
    return true
  }

  #writeBoth(left: Uint32Array, right: Uint32Array): void {
    const place = this.#exports.reserveComparison(left.length, right.length) >>> 0
    if (place === 0) throw new RangeError('the sets are too large for WebAssembly memory')
    if (this.#exports.memory.buffer !== this.#words.buffer) this.#refresh()
    if (left !== this.#left) this.#words.set(left, place >>> 2)
    this.#left = left
    this.#words.set(right, this.#exports.rightPlace() >>> 2)
  }

  #usePermutations(permutations: Permutations): void {
    if (permutations === this.#permutations) return
    const { buffer } = this.#exports.memory
    new Float64Array(buffer, this.#exports.permutationAPlace(), permutations.a.length).set(permutations.a)
    new Float64Array(buffer, this.#exports.permutationBPlace(), permutations.b.length).set(permutations.b)
    this.#permutations = permutations
  }

  #viewOfSigned(count: number): Uint32Array {
    if (this.#signed?.length !== count) {
      this.#signed = new Uint32Array(this.#exports.memory.buffer, this.#exports.signaturePlace(), count)
    }
    return this.#signed
  }

  // Growing memory detaches the views on it.
  #refresh(): void {
    const { buffer } = this.#exports.memory
    this.#bytes = Buffer.from(buffer)
    this.#words = new Uint32Array(buffer)
    this.#signed = undefined
  }
}

/** What the kernel asks of JavaScript. */
export interface KernelHost {
  /** NFKC of a text. */
  normalize(text: string): string
  /** What a text without words is known by; undefined for a blank one. */
  signsOf(text: string): string | undefined
}

/** How many bands to hash, of how many rows. */
export interface KernelBanding {
  readonly count: number
  readonly rows: number
}

/** The permutations of the npm package `minhash`, as many of each as a signature has slots. */
export interface Permutations {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

/** The instance of this thread. */
export function sharedKernel(): Kernel {
  shared ??= new Kernel()
  return shared
}

let shared: Kernel | undefined
let module: WebAssembly.Module | undefined
let pages: UnicodePages | undefined

function randomWord(): number {
  return Math.floor(Math.random() * 2 ** 32)
}

function instantiate(): KernelExports {
  module ??= new WebAssembly.Module(Buffer.from(kernelModule, 'base64'))
  pages ??= makeUnicodePages()
  const kernel = new WebAssembly.Instance(module).exports as unknown as KernelExports
  kernel.init()
  kernel.setScatter(randomWord(), randomWord())
  const { buffer } = kernel.memory
  new Uint16Array(buffer, kernel.stage1Place(), pages.stage1.length).set(pages.stage1)
  new Uint32Array(buffer, kernel.stage2Place(), pages.stage2.length).set(pages.stage2)
  return kernel
}
