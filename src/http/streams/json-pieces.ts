import { setImmediate as nextTurn } from 'node:timers/promises'

/** Text that is made to JSON at once, in UTF-16 code units. */
const pieceLength = 64 * 1024
/** After so much JSON others have a turn, in UTF-16 code units. */
const turnLength = 256 * 1024

/** What may have a long text. */
export interface WithText {
  readonly text?: string | undefined
}

/** Whether an answer is too long to be made JSON at once. */
export function isLong({ text }: WithText): boolean {
  return text !== undefined && text.length > turnLength
}

/** The JSON of an answer, piece by piece where its text is long. Together they are what `JSON.stringify` makes. */
export function* jsonPieces(answer: WithText): Generator<string, void, void> {
  const { text } = answer
  if (text === undefined || text.length <= pieceLength) {
    yield JSON.stringify(answer)
    return
  }
  const empty = '"text":""'
  // Within other texts quotes are escaped, so that this stands nowhere else before it.
  const rest = JSON.stringify({ ...answer, text: '' })
  const place = rest.indexOf(empty) + empty.length - 1
  yield rest.slice(0, place)
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = Math.min(start + pieceLength, text.length)
    if (isLead(text.charCodeAt(end - 1)) && end < text.length) end++
    yield JSON.stringify(text.slice(start, end)).slice(1, -1)
  }
  yield rest.slice(place)
}

/** Encodes pieces of JSON; others have a turn between. */
export async function encodeInTurns(pieces: Iterable<string>): Promise<Buffer[]> {
  const encoded: Buffer[] = []
  let json = ''
  for (const piece of pieces) {
    json += piece
    if (json.length < turnLength) continue
    encoded.push(Buffer.from(json))
    json = ''
    await nextTurn()
  }
  if (json !== '') encoded.push(Buffer.from(json))
  return encoded
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}
