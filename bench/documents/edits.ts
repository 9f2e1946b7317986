import type { Random } from './random.ts'
import type { SentenceBase } from './sentences.ts'

/** Makes a copy of a document with a share of it changed. */
export type Edit = (sentences: readonly string[], share: number, random: Random, base: SentenceBase) => string

/** What happens to copies of a text on its way from page to page. */
export const edits: Readonly<Record<string, Edit>> = {
  'words replaced': (sentences, share, random, base) =>
    words(sentences)
      .map(word => (random.chance(share) ? anyWord(random, base) : word))
      .join(' '),
  'words dropped': (sentences, share, random) =>
    words(sentences)
      .filter(() => !random.chance(share))
      .join(' '),
  'sentences dropped': (sentences, share, random) => {
    const [first = '', ...rest] = sentences
    return [first, ...rest.filter(() => !random.chance(share))].join(' ')
  },
  'sentences replaced': (sentences, share, random, base) =>
    sentences.map(sentence => (random.chance(share) ? anySentence(random, base) : sentence)).join(' '),
  'in a frame': (sentences, share, random, base) => {
    const frame = Array.from({ length: Math.ceil(sentences.length * share) }, () => base.sentences[random.below(300)])
    return [...frame, ...sentences].join(' ')
  },
  'cut off': (sentences, share) => sentences.slice(0, Math.ceil(sentences.length * (1 - share))).join(' '),
  reordered: (sentences, share, random) => {
    const moved = [...sentences]
    for (let move = 0; move < sentences.length * share; move++) {
      const [sentence] = moved.splice(random.below(moved.length), 1)
      moved.splice(random.below(moved.length + 1), 0, sentence as string)
    }
    return moved.join(' ')
  },
  'other digits': (sentences, _share, random) => sentences.join(' ').replace(/\d/g, () => String(random.below(10))),
  'other format': sentences =>
    sentences
      .join('\r\n\r\n')
      .toUpperCase()
      .replaceAll('"', '\u201c')
      .replace(/[.,;:]/g, ' ')
}

function words(sentences: readonly string[]): string[] {
  return sentences.join(' ').split(' ')
}

function anySentence(random: Random, { sentences }: SentenceBase): string {
  return sentences[random.below(sentences.length)]!
}

function anyWord(random: Random, base: SentenceBase): string {
  const [word = ''] = anySentence(random, base).split(' ', 1)
  return word
}
