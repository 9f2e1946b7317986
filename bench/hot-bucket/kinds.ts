import { generatedText } from '../corpus/generated-text.ts'
import { mix32, mixedWord } from '../corpus/mixed-words.ts'
import { documentOf, type GeneratedDocument } from '../documents/document-stream.ts'

/** Documents of one kind, by their place. */
export type Kind = (place: number) => GeneratedDocument

/** Words of a document, whatever its kind. */
const words = 400
/** Words that a near-copy has replaced. */
const changes = 4
const page = generatedText(words, 1).split(' ')

/** What a scraper meets: pages of their own, and many pages that share most of their shingles. */
export const kinds: Readonly<Record<string, Kind>> = {
  unique: place => documentOf(`d${place}`, generatedText(words, place + 2)),
  'near-copies of one page': place => documentOf(`d${place}`, nearCopy(place)),
  'exact copies of one page': place => documentOf(`d${place}`, page.join(' ')),
  'one frame of 340 words (similarity .73)': framed(340),
  'one frame of 260 words (similarity .48)': framed(260)
}

function nearCopy(place: number): string {
  const copy = [...page]
  for (let change = 0; change < changes; change++) {
    const number = place * changes + change
    copy[mix32(number) % words] = mixedWord(number)
  }
  return copy.join(' ')
}

/** Boilerplate around text of its own: frame / (2 * words - frame) of the shingles of two documents are the same. */
function framed(frame: number): Kind {
  return place => {
    const own = generatedText(words - frame, place + 2)
    return documentOf(
      `d${place}`,
      `${page.slice(0, frame >> 1).join(' ')} ${own} ${page.slice(frame >> 1, frame).join(' ')}`
    )
  }
}
