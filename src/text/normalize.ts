import { CharacterClass, characterClass, isNonstarter, joinsBefore } from './character-class.ts'

/** The normal form of a text, and by which form it was made. */
export interface NormalText {
  readonly text: string
  /** `NFC` where compatibility forms would make the text too long. */
  readonly form: 'NFKC' | 'NFC'
}

/** Combining marks in a row of which normalisation sorts no more: the stream-safe format of UAX 15. */
const mostMarks = 30
/** Ends a run of marks, and vanishes later: combining grapheme joiner. */
const markBreak = '\u034f'
/** From this length on a piece ends where it can, in UTF-16 code units. */
const pieceUnits = 32_768

/**
 * NFKC of a text, in time and space linear in its length, the same on every Node.js:
 * a space stands for every code point of the class `blank`, and longer runs of combining marks than
 * {@link mostMarks} are cut, since normalisation sorts a run in quadratic time.
 *
 * NFKC makes up to 18 characters of one. A long text that it would make half as long again is taken in NFC instead.
 */
export function normalize(text: string): NormalText {
  const limit = text.length * 1.5 + 4096
  let normal = ''
  for (const piece of safePieces(text)) {
    normal += piece.normalize('NFKC')
    if (normal.length > limit) return { text: normalizeTo('NFC', text), form: 'NFC' }
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
    const codePoint = text.codePointAt(at) as number
    const start = at
    if (codePoint > 0xffff) at++
    if (isNonstarter(codePoint)) {
      if (++marks > mostMarks) {
        piece += text.slice(taken, start) + markBreak
        taken = start
        marks = 1
      }
      continue
    }
    marks = 0
    if (characterClass(codePoint) === CharacterClass.blank) {
      piece += `${text.slice(taken, start)} `
      taken = at + 1
    } else if (start - taken + piece.length >= pieceUnits && !joinsBefore(codePoint)) {
      yield piece + text.slice(taken, start)
      piece = ''
      taken = start
    }
  }
  yield piece + text.slice(taken)
}
