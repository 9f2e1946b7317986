import fc from 'fast-check'
import { Random } from './random.ts'

/** A small vocabulary, so that chance brings the same shingles together. */
const vocabulary =
  'harbour master counted nine ships at dawn before fog swallowed seven of them while gulls wheeled over cold grey water'.split(
    ' '
  )

/** One change to a text, by place. */
export type Edit =
  | { readonly kind: 'replace' | 'insert'; readonly place: number; readonly word: number }
  | { readonly kind: 'delete' | 'swap'; readonly place: number }

/** A base text with so many words, and what is changed in it. */
export interface TextPlan {
  readonly base: number
  readonly words: number
  readonly edits: readonly Edit[]
  /** Other writing of the same tokens. */
  readonly style: 'plain' | 'capitals' | 'punctuated'
}

/** Writes the text of a plan. Plans of one base share their words, so a few edits make near-duplicates. */
export function textOf({ base, words, edits, style }: TextPlan): string {
  const random = new Random(base + 1)
  const text = Array.from({ length: words }, () => random.pick(vocabulary))
  for (const edit of edits) {
    const place = text.length === 0 ? 0 : edit.place % text.length
    if (edit.kind === 'replace') text[place] = wordAt(edit.word)
    else if (edit.kind === 'insert') text.splice(place, 0, wordAt(edit.word))
    else if (edit.kind === 'delete') text.splice(place, 1)
    else text.splice(place, 2, ...text.slice(place, place + 2).reverse())
  }
  if (style === 'capitals') return text.join(' ').toUpperCase()
  return style === 'punctuated' ? `“${text.join(', ')}.”` : text.join(' ')
}

function wordAt(number: number): string {
  return vocabulary[number % vocabulary.length] as string
}

const place = fc.nat({ max: 40 })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('replace' as const, 'insert' as const), place, word: place }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'swap' as const), place })
)

/** Few bases, few edits: copies, chains and pairs near the threshold are frequent. Some texts are short or empty. */
export const textPlans: fc.Arbitrary<TextPlan> = fc.record({
  base: fc.nat({ max: 3 }),
  words: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(14, 24) }, { weight: 1, arbitrary: fc.nat({ max: 4 }) }),
  edits: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 4, arbitrary: fc.array(edit, { minLength: 1, maxLength: 4 }) }
  ),
  style: fc.constantFrom('plain' as const, 'plain' as const, 'capitals' as const, 'punctuated' as const)
})

/** So many texts of a mixed set: chains of edits, exact copies, loners, short and empty ones. */
export function mixedTexts(seed: number, count: number): string[] {
  const random = new Random(seed)
  const kinds = ['replace', 'insert', 'delete', 'swap'] as const
  const texts: string[] = ['', '...', ' .. .', '😀', 'harbour', 'Harbour!', 'harbour master']
  while (texts.length < count) {
    const edits: Edit[] = []
    const [base, words] = [random.below(count), 12 + random.below(40)]
    const versions = random.pick([1, 1, 2, 3, 8])
    for (let version = 0; version < versions; version++) {
      texts.push(textOf({ base, words, edits, style: random.pick(['plain', 'punctuated']) }))
      if (random.next() < 0.8) edits.push({ kind: random.pick(kinds), place: random.below(99), word: random.below(99) })
    }
  }
  return texts.slice(0, count)
}
