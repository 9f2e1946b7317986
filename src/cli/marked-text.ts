import type { Span } from '../text/spans.ts'

/**
 * A text for the terminal, with some parts marked: green where the terminal has colours, else in `[[` and `]]`.
 *
 * @param spans ascending, none touching another
 */
export function markedText(text: string, spans: readonly Span[], isColour: boolean): string {
  const [open, close] = isColour ? ['\u001b[32m', '\u001b[0m'] : ['[[', ']]']
  let at = 0
  let marked = ''
  for (const { start, end } of spans) {
    marked += printable(text.slice(at, start)) + open + printable(text.slice(start, end)) + close
    at = end
  }
  return marked + printable(text.slice(at))
}

/** A text without what could steer a terminal; line ends and tabs stay. */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, character =>
      character === '\n' || character === '\t' ? character : '\ufffd'
    )
}
