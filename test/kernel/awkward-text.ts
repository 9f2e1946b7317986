/** Ranges of code points that have been trouble: cases, marks, compositions, directions, surrogates. */
const pools: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0x80, 0x24f],
  [0x300, 0x36f],
  [0x370, 0x52f],
  [0x590, 0x6ff],
  [0x900, 0x9ff],
  [0xd00, 0xd7f],
  [0xe00, 0xeff],
  [0x1000, 0x109f],
  [0x1780, 0x17f9],
  [0xa980, 0xa9df],
  [0x1100, 0x11ff],
  [0x1e00, 0x1fff],
  [0x2000, 0x22ff],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xd800, 0xdfff],
  [0xf900, 0xffff],
  [0x10000, 0x1ffff],
  [0x10400, 0x1044f],
  [0x1d100, 0x1d1ff],
  [0xe0000, 0xe01ff],
  [0, 0x10ffff]
]

/** A small generator of numbers from 0 to 1, the same on every machine (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A text of up to 200 code units or so from ASCII and two other pools. */
export function awkwardText(random: () => number): string {
  const pool = () => pools[Math.floor(random() * pools.length)] as readonly [number, number]
  const [common, rare] = [pool(), pool()]
  const asciiShare = random()
  const length = 1 + Math.floor(random() * 200)
  let text = ''
  for (let i = 0; i < length; i++) {
    const choice = random()
    const [first, last] = choice < asciiShare ? [0x20, 0x7e] : choice < (1 + asciiShare) / 2 ? common : rare
    const codePoint = (first as number) + Math.floor(random() * ((last as number) - (first as number) + 1))
    text += codePoint >= 0xd800 && codePoint < 0xe000 ? String.fromCharCode(codePoint) : String.fromCodePoint(codePoint)
  }
  return text
}
