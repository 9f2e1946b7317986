import { hasCorpus, readCorpus } from '../../test/helpers/corpora.ts'
import { generatedText } from './generated-text.ts'

/** Texts of one length. */
export interface TextGroup {
  /** As in the tables, such as `400 words`. */
  readonly name: string
  readonly texts: readonly string[]
}

/** Running text to cut documents from, and where it comes from. */
export interface RunningText {
  readonly source: string
  /** Separated by white space. */
  readonly words: readonly string[]
}

/** Real news where `CORPUS_DIR` has it, otherwise generated text of the same size. */
export function runningText(): RunningText {
  if (!hasCorpus('reuters_c50')) return { source: 'generated text', words: generatedText(1_000_000, 1).split(' ') }
  const texts = readCorpus('reuters_c50').map(({ text }) => text)
  return { source: 'news (reuters_c50)', words: texts.join(' ').split(/\s+/) }
}

/** Cuts running text into documents of so many words. */
export function cutInto({ words }: RunningText, length: number, most: number): string[] {
  const texts: string[] = []
  for (let start = 0; start + length <= words.length && texts.length < most; start += length) {
    // The copy makes a flat string of its own, as one that came from a socket.
    texts.push(Buffer.from(words.slice(start, start + length).join(' ')).toString())
  }
  return texts
}

/** The same text with the quotes and dashes of print, which make a string two bytes a character in V8. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s(])"/g, '$1\u201c')
    .replaceAll('"', '\u201d')
    .replaceAll("'", '\u2019')
    .replaceAll(' - ', ' \u2013 ')
}
