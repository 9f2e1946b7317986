const quote = 0x22
const backslash = 0x5c

/**
 * How deep JSON is nested, without parsing it: strings are skipped, everything else but brackets is ignored.
 *
 * @returns the deepest level, and how many brackets are open at the end
 */
export function jsonDepth(bytes: Buffer): { deepest: number; open: number } {
  let deepest = 0
  let open = 0
  for (let offset = 0; offset < bytes.length; offset++) {
    // One bit tells `{` from `[`, and `}` from `]`.
    const byte = bytes[offset] as number
    if (byte === quote) offset = endOfString(bytes, offset)
    else if ((byte | 0x20) === 0x7b) deepest = Math.max(deepest, ++open)
    else if ((byte | 0x20) === 0x7d) open--
  }
  return { deepest, open }
}

/** Where the string that starts at an offset has its closing quote; the end of the bytes where it has none. */
function endOfString(bytes: Buffer, start: number): number {
  let end = bytes.indexOf(quote, start + 1)
  while (end !== -1 && isEscaped(bytes, end)) end = bytes.indexOf(quote, end + 1)
  return end === -1 ? bytes.length : end
}

function isEscaped(bytes: Buffer, offset: number): boolean {
  let before = offset - 1
  while (bytes[before] === backslash) before--
  return (offset - before) % 2 === 0
}
