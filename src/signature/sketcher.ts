import { type Kernel, type KernelHost, type Permutations, sharedKernel } from '../kernel/kernel.ts'
import { normalize } from '../text/normalize.ts'
import { signsOf } from '../text/tokenize.ts'
import { packagePermutations } from './minhash-package.ts'
import { createReferenceSketcher } from './reference-sketcher.ts'
import type { Sketch, Sketcher, SketchSettings } from './sketch.ts'

/** Makes sketches by the WebAssembly kernel of this thread. */
export function createSketcher(settings: SketchSettings): Sketcher {
  const reference = createReferenceSketcher(settings)
  return settings.signature.slots > sharedKernel().mostSlots ? reference : new KernelSketcher(settings, reference)
}

class KernelSketcher implements Sketcher {
  readonly scheme: string
  readonly family: Sketcher['family']
  readonly slotCount: number
  readonly key: string
  readonly banding: Sketcher['banding']
  readonly keys: Uint32Array
  readonly #reference: Sketcher
  readonly #isWords: boolean
  readonly #size: number
  readonly #seed: number
  readonly #permutations: Permutations | undefined

  constructor({ shingle, signature }: SketchSettings, reference: Sketcher) {
    this.scheme = reference.scheme
    this.family = reference.family
    this.slotCount = reference.slotCount
    this.key = reference.key
    this.banding = reference.banding
    this.keys = reference.keys
    this.#reference = reference
    this.#isWords = shingle.unit === 'word'
    this.#size = shingle.size
    this.#seed = signature.seed
    this.#permutations =
      signature.scheme === 'minhash' ? packagePermutations(signature.slots, signature.seed) : undefined
  }

  sketchText(text: string): Sketch {
    return this.#run(text, (kernel, tokens) => this.#sketch(kernel, tokens)) ?? this.#reference.sketchText(text)
  }

  sketchSignature(slots: Uint32Array): Sketch {
    return this.#reference.sketchSignature(slots)
  }

  bandKeysOf(slots: Uint32Array): Uint32Array {
    return sharedKernel().bandKeys(slots, this.banding).slice()
  }

  shinglesOf(text: string): Uint32Array {
    const shingles = this.#run(text, (kernel, tokens) => kernel.collectSet(this.#hashByKey(kernel, tokens)).slice())
    return shingles ?? this.#reference.shinglesOf(text)
  }

  membersOf(text: string): Uint32Array {
    const members = this.#run(text, (kernel, tokens) => kernel.members(this.#hashByKey(kernel, tokens)))
    return members ?? this.#reference.membersOf(text)
  }

  /** Works on the tokens of a text; undefined when it is too long for the kernel. */
  #run<Result>(text: string, work: (kernel: Kernel, tokens: number) => Result): Result | undefined {
    const kernel = sharedKernel()
    const tokens = kernel.load(text, host)
    const result = tokens < 0 ? undefined : work(kernel, tokens)
    kernel.release()
    return result
  }

  #sketch(kernel: Kernel, tokens: number): Sketch {
    const set = kernel.collectSet(this.#hashByKey(kernel, tokens))
    const contentKey = tokens === 0 ? undefined : kernel.sequence()
    const banding = tokens === 0 ? noBands : this.banding
    const signed = this.slotCount + banding.count
    // One array for all: making array buffers costs more than filling them.
    const own = new Uint32Array(signed + set.length)
    own.set(set, signed)
    own.set(this.#sign(kernel, tokens, banding))
    return {
      contentKey,
      signature: own.subarray(0, this.slotCount),
      bandKeys: own.subarray(this.slotCount, signed),
      shingles: own.subarray(signed)
    }
  }

  #sign(kernel: Kernel, tokens: number, banding: Sketcher['banding']): Uint32Array {
    if (this.#permutations !== undefined) {
      return kernel.signAsPackage(tokens, this.#isWords, this.#size, this.slotCount, banding, this.#permutations)
    }
    const hashes = kernel.hashShingles(tokens, this.#isWords, this.#size, this.#seed)
    return kernel.sign(hashes, this.slotCount, banding)
  }

  #hashByKey(kernel: Kernel, tokens: number): number {
    return kernel.hashByKey(tokens, this.#isWords, this.#size, this.keys)
  }
}

const host: KernelHost = { normalize: text => normalize(text).text, signsOf }

/** An empty document is in no bucket. */
const noBands = { count: 0, rows: 1 }
