import { generatedText } from './generated-text.ts'
import { mix32, mixedWord } from './mixed-words.ts'

/** How many texts to make, and of which length. */
export interface NearCopySettings {
  readonly originals: number
  /** Copies of each original, the first with no change, each next with more of its words replaced. */
  readonly copies: number
  readonly words: number
  readonly seed: number
}

/** Share of the words that one more copy has replaced. */
const step = 0.02

/** Generated texts and copies of them with replaced words; the originals have little in common. */
export function nearCopies({ originals, copies, words, seed }: NearCopySettings): string[] {
  const texts: string[] = []
  for (let original = 0; original < originals; original++) {
    const source = generatedText(words, mix32(seed * originals + original)).split(' ')
    texts.push(source.join(' '))
    for (let copy = 0; copy < copies; copy++) texts.push(replaced(source, step * copy, texts.length))
  }
  return texts
}

function replaced(words: readonly string[], share: number, seed: number): string {
  return words
    .map((word, i) => (mix32(seed * words.length + i) / 2 ** 32 < share ? mixedWord(seed * words.length + i) : word))
    .join(' ')
}
