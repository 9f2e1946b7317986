import { createRequire } from 'node:module'
import { Minhash } from 'minhash'
import { type KernelHost, sharedKernel } from '../../src/kernel/kernel.ts'
import { bandingFor } from '../../src/lsh/banding.ts'
import { createReferenceSketcher } from '../../src/signature/reference-sketcher.ts'
import type { SketchSettings } from '../../src/signature/sketch.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { normalize } from '../../src/text/normalize.ts'
import { signsOf, tokenize } from '../../src/text/tokenize.ts'

/** One way to work on a text. What it returns is kept alive, so that no work can be left out. */
export interface Variant {
  readonly name: string
  readonly work: (text: string) => unknown
}

/** What all others are measured against. */
export const ours = 'doppel'
export const npmMinhash = 'npm minhash'

const settings: SketchSettings = {
  shingle: { unit: 'word', size: 3 },
  signature: { scheme: 'doppel', slots: 128, seed: 1 },
  threshold: 0.6
}

const host: KernelHost = { normalize: text => normalize(text).text, signsOf }

/** The variants that run in this process. */
export function ownVariants(): Variant[] {
  const sketcher = createSketcher(settings)
  const reference = createReferenceSketcher(settings)
  const compatible = createSketcher({ ...settings, signature: { ...settings.signature, scheme: 'minhash' } })
  return [
    { name: 'tokens (doppel)', work: text => sharedKernel().load(text, host) },
    { name: 'tokens and shingle hashes (doppel)', work: shingleHashes },
    { name: 'tokens (JavaScript)', work: tokenize },
    { name: ours, work: signatureAndBandKeys },
    { name: 'doppel, whole sketch', work: text => sketcher.sketchText(text) },
    { name: 'doppel, scheme minhash', work: text => compatible.sketchText(text) },
    { name: 'doppel, plain TypeScript', work: text => reference.sketchText(text) },
    { name: npmMinhash, work: packageSketch }
  ]
}

const banding = bandingFor(settings.threshold, settings.signature.slots)

function shingleHashes(text: string): number {
  const kernel = sharedKernel()
  return kernel.hashShingles(kernel.load(text, host), true, settings.shingle.size, settings.signature.seed)
}

/** Room for what is made, as someone who signs many documents would have. */
const made = new Uint32Array(1024 * (settings.signature.slots + banding.count))
let next = 0

function signatureAndBandKeys(text: string): unknown {
  const { shingle, signature } = settings
  const kernel = sharedKernel()
  const tokens = kernel.load(text, host)
  const hashes = kernel.hashShingles(tokens, true, shingle.size, signature.seed)
  const signed = kernel.sign(hashes, signature.slots, banding)
  made.set(signed, next)
  next = (next + signed.length) % made.length
  return made
}

const { LshIndex } = createRequire(import.meta.url)('minhash') as {
  LshIndex: new (config: { bandSize: number }) => { getHashbands(minhash: Minhash): string[] }
}
const packageIndex = new LshIndex({ bandSize: banding.rows })

// As the package's readme does it: one update a shingle.
function packageSketch(text: string): unknown {
  const tokens = tokenize(text)
  const minhash = new Minhash({ numPerm: settings.signature.slots, seed: settings.signature.seed })
  for (let i = 0; i + 2 < tokens.length; i++) minhash.update(`${tokens[i]} ${tokens[i + 1]} ${tokens[i + 2]}`)
  return packageIndex.getHashbands(minhash)
}
