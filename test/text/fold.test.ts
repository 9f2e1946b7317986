import t from 'tap'
import { distanceOf, fold, pairs } from '../../src/text/fold.ts'
import { normalize } from '../../src/text/normalize.ts'
import { tokenize } from '../../src/text/tokenize.ts'

const folded = (text: string): string => fold(normalize(text).text)

function* characters(pattern: RegExp): Generator<string> {
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    if (codePoint >= 0xd800 && codePoint < 0xe000) continue
    const character = String.fromCodePoint(codePoint)
    if (pattern.test(character)) yield character
  }
}

t.test('a Latin, Greek or Cyrillic letter is folded to what it is without its marks', async t => {
  const wrong = [...characters(/(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u)].filter(
    letter => folded(letter) !== folded(letter.normalize('NFD').replace(/\p{Mn}/gu, ''))
  )
  t.strictSame(wrong, [])
})

t.test('letters are folded alike in capitals and in small letters', async t => {
  // The iota below a Greek letter is dropped as a mark is, and stands beside its capital.
  const wrong = [...characters(/\p{L}/u)].filter(letter => {
    const forms = [letter, letter.toUpperCase(), letter.toLowerCase()]
    const texts = forms.map(form => tokenize(`x${form}x`).join())
    return new Set(texts).size > 1 && !letter.normalize('NFD').includes('\u0345')
  })
  t.strictSame(wrong, [])
})

t.test('digits of any script are those of ASCII', async t => {
  const digits = [...characters(/\p{Nd}/u)]
  t.ok(digits.length > 700)
  t.strictSame(
    digits.filter(digit => !/^[0-9]$/.test(folded(digit))),
    []
  )
})

t.test('what is folded is folded to the end', async t => {
  const wrong = [...characters(/[\p{L}\p{N}]/u)].filter(character => fold(folded(character)) !== folded(character))
  t.strictSame(wrong, [])
})

t.test('the kernel finds both halves of a pair in one entry of its table', async t => {
  for (const [codePoint, pair] of pairs) {
    if (pair.some(part => part > 0xfff) || distanceOf(codePoint) !== 0) t.fail(codePoint.toString(16))
  }
  t.ok(pairs.size > 50)
})

t.test('simplified and traditional Han are one, and Japanese are read as they are', async t => {
  t.equal(folded('港務長黎明時數了九艘船'), folded('港务长黎明时数了九艘船'))
  t.equal(folded('乾坤 着著 裡裏里'), folded('乾坤 着着 里里里'))
})
