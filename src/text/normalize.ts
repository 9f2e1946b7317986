import { CharacterClass, characterClass, isNonstarter, isPlain } from './character-class.ts'

/** The normal form of a text, and by which form it was made. */
export interface NormalText {
  readonly text: string
  /** `NFC` where compatibility forms would make the text much longer. */
  readonly form: 'NFKC' | 'NFC'
}

/** Combining marks in a row of which normalisation sorts no more: the stream-safe format of UAX 15. */
const mostMarks = 30
/** Ends a run of marks, and vanishes later: combining grapheme joiner. */
const markBreak = '\u034f'
/** Characters that NFKC may add to any text. */
const mostAdded = 65_536
/** From this length on a piece ends where it can, in UTF-16 code units. */
const pieceUnits = 32_768

/**
 * NFKC of a text, in time and space linear in its length, the same on every Node.js:
 * a space stands for every code point of the class `blank`, and longer runs of combining marks than
 * {@link mostMarks} are cut, since normalisation sorts a run in quadratic time.
 *
 * NFKC makes up to 18 characters of one. A text in which it would make {@link mostAdded} more is taken in NFC
 * instead, unless these are less than half of what it has up to there.
 */
export function normalize(text: string): NormalText {
  let normal = ''
  let length = 0
  for (const piece of safePieces(text)) {
    normal += piece.normalize('NFKC')
    length += piece.length
    if (normal.length > length * 1.5 + mostAdded) return { text: normalizeTo('NFC', text), form: 'NFC' }
  }
  return { text: normal, form: 'NFKC' }
}

/** The normal form of a text or a part of it, in a form that was found before. */
export function normalizeTo(form: NormalText['form'], text: string): string {
  let normal = ''
  for (const piece of safePieces(text)) normal += piece.normalize(form)
  return normal
}

/** The text without what is unknown, its runs of marks cut, in pieces that normalisation does not join. */
function* safePieces(text: string): Generator<string> {
  let piece = ''
  // Up to here the text is in the piece.
  let taken = 0
  let marks = 0
  for (let at = 0; at < text.length; at++) {
    const start = at
    const codePoint = text.codePointAt(at) as number
    if (codePoint > 0xffff) at++
    if (isPlain(codePoint)) {
      marks = 0
      if (piece.length + start - taken < pieceUnits) continue
      yield piece + text.slice(taken, start)
      piece = ''
      taken = start
    } else if (characterClass(codePoint) === CharacterClass.blank) {
      marks = 0
      piece += `${text.slice(taken, start)} `
      taken = at + 1
    } else if (!isNonstarter(codePoint)) marks = 0
    else if (++marks > mostMarks) {
      piece += text.slice(taken, start) + markBreak
      taken = start
      marks = 1
    }
  }
  yield piece + text.slice(taken)
}
