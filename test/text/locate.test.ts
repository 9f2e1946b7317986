import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { fold } from '../../src/text/fold.ts'
import { ElementScanner } from '../../src/text/locate.ts'
import { normalize as normalText } from '../../src/text/normalize.ts'
import { elementsOf } from '../../src/text/shingle.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { awkwardText } from '../helpers/awkward-text.ts'
import { holds } from '../helpers/property.ts'

type Unit = 'word' | 'character'
const normalize = (text: string): string => fold(normalText(text).text)

type Located = [element: string, start: number, end: number]

function locate(text: string, unit: Unit = 'word'): Located[] {
  const scanner = new ElementScanner(text, unit)
  const found: Located[] = []
  while (scanner.next()) found.push([scanner.element, scanner.start, scanner.end])
  return found
}

/** What is written at the places of the elements. */
function written(text: string, unit?: Unit): string[] {
  return locate(text, unit).map(([, start, end]) => text.slice(start, end))
}

t.test('words stand where they were written', async t => {
  t.strictSame(locate(''), [])
  t.strictSame(locate(' \n'), [])
  t.strictSame(locate(' . 😀\n'), [[' .😀', 1, 5]], 'signs where there is no word')
  t.strictSame(locate('The  U.S., cut'), [
    ['the', 0, 3],
    ['u', 5, 6],
    ['s', 7, 8],
    ['cut', 11, 14]
  ])
})

t.test('places are those of the text as it was given, whatever normalisation does', async t => {
  const cases: [text: string, written: string[]][] = [
    ['ﬁne ﬄ, x', ['ﬁne', 'ﬄ', 'x']],
    ['½ cup', ['½', '½', 'cup']],
    ['m² ＡＢＣ１２３\u00a0z', ['m²', 'ＡＢＣ１２３', 'z']],
    ['un cafe\u0301 noir', ['un', 'cafe\u0301', 'noir']],
    ['x\u0301y x\u0301\u0327, y', ['x\u0301y', 'x\u0301\u0327', 'y']],
    ['a\u0327\u0301b \u0301c', ['a\u0327\u0301b', '\u0301c']],
    ['co\u00adoperate\u200d, b', ['co\u00adoperate\u200d', 'b']],
    ["İSTANBUL'da İki", ['İSTANBUL', 'da', 'İki']],
    ['ΟΔΟΣ, οδος', ['ΟΔΟΣ', 'οδος']],
    ['كِتَابٌ كتاب', ['كِتَابٌ', 'كتاب']],
    ['\u1112\u1161\u11ab\u1100\u116e\u11a8 한국', ['\u1112\u1161\u11ab\u1100\u116e\u11a8', '한국']],
    ['在Node上', ['在', 'Node', '上']],
    ['𠮷野👩‍👩‍👧家', ['𠮷', '野', '家']],
    ['𝒳𝒴 z', ['𝒳𝒴', 'z']],
    ['ｶﾞ ｶ', ['ｶﾞ', 'ｶ']],
    ['ที่นี่', ['ท', 'ี', '่', 'น', 'ี', '่']],
    ['a\ud800b\u{e000}c\u{3ffff}d', ['a', 'b', 'c', 'd']]
  ]
  for (const [text, expected] of cases) t.strictSame(written(text), expected, JSON.stringify(text))
})

t.test('characters have a space between words that stands for what is between them', async t => {
  t.strictSame(locate('Ab, c', 'character'), [
    ['a', 0, 1],
    ['b', 1, 2],
    [' ', 2, 4],
    ['c', 4, 5]
  ])
  t.strictSame(written('在 No\u00ad上', 'character'), ['在', 'N', 'o\u00ad', '上'])
  t.strictSame(written('𝒳\u200dx e\u0301', 'character'), ['𝒳', 'x', ' ', 'e\u0301'])
  t.strictSame(locate('½', 'character'), [
    ['1', 0, 1],
    [' ', 0, 1],
    ['2', 0, 1]
  ])
  t.strictSame(written('x\u0301\u0301y अ\u0301', 'character'), ['x', 'y', ' ', 'अ', '\u0301'])
})

t.test('the elements are those that shingles are cut from, at ascending places', async t => {
  for (const unit of ['word', 'character'] as const) {
    await holds(
      t,
      fc.property(awkwardText, text => {
        const found = locate(text, unit)
        const elements = elementsOf(tokenize(text), { unit, size: 3 })
        assert.deepEqual(
          found.map(([element]) => element),
          elements
        )
        for (const [at, [element, start, end]] of found.entries()) {
          assert.ok(start < end && end <= text.length, element)
          const [, before, beforeEnd] = found[at - 1] ?? ['', 0, 0]
          assert.ok(before <= start && beforeEnd <= end)
        }
      }),
      { numRuns: 3000 }
    )
  }
})

t.test('what is written at the place of a word makes that word', async t => {
  await holds(
    t,
    fc.property(awkwardText, text => {
      for (const [token, start, end] of locate(text)) {
        assert.ok(tokenize(text.slice(start, end)).join('').includes(token), JSON.stringify(token))
      }
    }),
    { numRuns: 3000 }
  )
})

t.test('normal forms of the pieces make the normal form of the whole, for every code point', async t => {
  // The scanner throws or misplaces the letter behind where a code point joins and is not known to.
  const wrong: string[] = []
  const before = ['a', '\u1100', '\uac00', '\u0345', '\u1025', '\u0b47', '\u{16d63}']
  for (let codePoint = 0x80; codePoint <= 0x10ffff; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    if (normalize(character) === character && !/[\p{M}\p{L}]/u.test(character)) continue
    const joined = before.filter(other => normalize(other + character) !== normalize(other) + normalize(character))
    for (const other of joined) {
      const text = `${other}${character} z`
      const last = locate(text).at(-1)
      if (last?.[0] !== 'z' || last[1] !== text.length - 1) wrong.push(codePoint.toString(16))
    }
  }
  t.strictSame(wrong, [])
})

t.test('the characters that NFC joins to the one before are known', async t => {
  const wrong: string[] = []
  for (let codePoint = 0x80; codePoint <= 0x10ffff; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    const parts = [...character.normalize('NFD')]
    if (parts.length < 2 || parts.join('').normalize('NFC') !== character || character.toLowerCase() !== character)
      continue
    const first = parts.slice(0, -1).join('')
    const second = parts.at(-1) as string
    const text = `${first}${second} z`
    const places = locate(text)
    if (places.at(-1)?.[1] !== text.length - 1 || !places.every(([, start, end]) => start < end)) {
      wrong.push(codePoint.toString(16))
    }
  }
  t.strictSame(wrong, [])
})
