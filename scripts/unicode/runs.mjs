// How tables are written: as runs of code points, in base 36.

import { isSurrogate } from './pinned.mjs'

/** Lengths of the runs for which a test fails and holds, by turns. */
export function flagRuns(test) {
  const lengths = []
  let start = 0
  let isSet = false
  for (let codePoint = 0x80; codePoint <= 0x110000; codePoint++) {
    const next = codePoint < 0x110000 && !isSurrogate(codePoint) && test(String.fromCodePoint(codePoint))
    if (next === isSet && codePoint < 0x110000) continue
    lengths.push((codePoint - start).toString(36))
    start = codePoint
    isSet = next
  }
  return lengths.join(' ')
}

/** Runs of code points, each second or each one, with the same distance to what they become. */
export function distanceRuns(entries) {
  const runs = []
  for (let first = 0; first < entries.length; ) {
    const [codePoint, distance] = entries[first]
    const stride = entries[first + 1]?.[0] - codePoint === 2 ? 2 : 1
    let last = first
    while (entries[last + 1]?.[0] === entries[last][0] + stride && entries[last + 1][1] === distance) last++
    runs.push([codePoint, last - first + 1, stride, distance].map(value => value.toString(36)).join(' '))
    first = last + 1
  }
  return runs.join(',')
}

/** Code points with the two that they become. */
export function pairs(entries) {
  return entries
    .map(([codePoint, text]) => [codePoint, ...[...text].map(part => part.codePointAt(0))])
    .map(values => values.map(value => value.toString(36)).join(' '))
    .join(',')
}

/** A text as a literal of many lines. */
export function wrap(text) {
  const lines = []
  const characters = [...text]
  for (let at = 0; at < characters.length; at += 100) lines.push(characters.slice(at, at + 100).join(''))
  return lines.map(line => `'${line}'`).join(' +\n  ')
}
