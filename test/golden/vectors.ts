import { createHash } from 'node:crypto'
import type { Sketch, Sketcher, SketchSettings } from '../../src/signature/sketch.ts'
import { madeTexts } from './made-texts.ts'
import { goldenTexts } from './texts.ts'

/** The vectors, as committed in vectors.json. */
export interface GoldenVectors {
  readonly about: string
  readonly texts: readonly { readonly name: string; readonly text: string; readonly times?: number }[]
  readonly vectors: readonly SettingsVectors[]
}

interface SettingsVectors extends SketchSettings {
  readonly scheme: string
  readonly banding: { readonly count: number; readonly rows: number }
  readonly documents: Readonly<Record<string, DocumentVector>>
  /** For each of the texts that made-texts.ts makes, a digest of all parts of its sketch. */
  readonly made: Readonly<Record<string, string>>
}

interface DocumentVector {
  readonly contentKey: string | null
  readonly slots: string
  readonly bandKeys: string
  readonly shingles: string
}

const about =
  'Vectors of the signature schemes. A text is repeated so many "times" where that is given. ' +
  'slots, bandKeys and shingles are arrays of unsigned 32-bit numbers: 8 hexadecimal digits each, ' +
  'or, where long, how many there are and the SHA-256 of them as little-endian bytes. contentKey and shingles are those under the open secret. Written by test/golden/write.ts.'

const settings: readonly SketchSettings[] = [
  make('doppel', 'word', 3, 128, 1, 0.6),
  make('doppel', 'word', 3, 128, 0xffffffff, 0.5),
  make('doppel', 'word', 1, 64, 1, 0.8),
  make('doppel', 'word', 3, 64, 1, 0.6),
  make('doppel', 'word', 16, 256, 1, 0.9),
  make('doppel', 'word', 3, 256, 0xdeadbeef, 0.7),
  make('doppel', 'character', 1, 64, 1, 0.3),
  make('doppel', 'character', 5, 128, 1, 1),
  make('doppel', 'character', 64, 256, 0xdeadbeef, 0.6),
  make('minhash', 'word', 3, 128, 1, 0.6),
  make('minhash', 'word', 1, 64, 42, 0.8),
  make('minhash', 'word', 16, 256, 1, 0.9),
  make('minhash', 'character', 5, 128, 42, 0.5)
]

/** Computes the vectors with the code as it is, by the kernel or by the reference. */
export function computeVectors(create: (settings: SketchSettings) => Sketcher): GoldenVectors {
  return { about, texts: goldenTexts, vectors: settings.map(settings => vectorsOf(settings, create(settings))) }
}

function vectorsOf(settings: SketchSettings, sketcher: Sketcher): SettingsVectors {
  const documents = goldenTexts.map(({ name, text, times }) => {
    const { contentKey, signature, bandKeys, shingles } = sketcher.sketchText(text.repeat(times ?? 1))
    const isShort = shingles !== undefined && shingles.length < 5
    const vector: DocumentVector = {
      contentKey: contentKey ?? null,
      slots: isShort && settings === firstSettings ? hex(signature) : digest(signature),
      bandKeys: isShort ? hex(bandKeys) : digest(bandKeys),
      shingles: (shingles?.length ?? 0) <= 20 ? hex(shingles as Uint32Array) : digest(shingles as Uint32Array)
    }
    return [name, vector] as const
  })
  return {
    scheme: sketcher.scheme,
    banding: sketcher.banding,
    ...settings,
    documents: Object.fromEntries(documents),
    made: Object.fromEntries(madeTexts.map(({ name, text }) => [name, digestOf(sketcher.sketchText(text))]))
  }
}

function digestOf({ contentKey, signature, bandKeys, shingles }: Sketch): string {
  const parts = [contentKey, ...[signature, bandKeys, shingles as Uint32Array].map(digest)]
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32)
}

const [firstSettings] = settings

function make(
  scheme: 'doppel' | 'minhash',
  unit: 'word' | 'character',
  size: number,
  slots: 64 | 128 | 256,
  seed: number,
  threshold: number
): SketchSettings {
  return { shingle: { unit, size }, signature: { scheme, slots, seed }, threshold }
}

function hex(values: Uint32Array): string {
  return Array.from(values, value => value.toString(16).padStart(8, '0')).join('')
}

function digest(values: Uint32Array): string {
  const bytes = new DataView(new ArrayBuffer(values.length * 4))
  for (const [at, value] of values.entries()) bytes.setUint32(at * 4, value, true)
  return `${values.length}:${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`
}
