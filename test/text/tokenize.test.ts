import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { CharacterClass, characterClass } from '../../src/text/character-class.ts'
import { fold } from '../../src/text/fold.ts'
import { charactersOf, isSigns, tokenize } from '../../src/text/tokenize.ts'
import { unicodeVersion } from '../../src/text/unicode-table.ts'
import { awkwardText } from '../helpers/awkward-text.ts'
import { holds } from '../helpers/property.ts'

const halfToken =
  '(?!\\p{Nd})[\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Javanese}\\p{Script=Balinese}\\p{Script=Tai_Tham}\\p{Script=Tai_Le}\\p{Script=New_Tai_Lue}\\p{Script=Tai_Viet}\\p{Script=Ahom}]'
const ownToken = `(?:[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]|${halfToken})`
const alphabetic = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]'
const separator = '[\\u02b9-\\u02bf\\u02ee\\ua78b\\ua78c\\u200b]'
const vowelMark = '(?=[\\p{Script_Extensions=Arabic}\\p{Script_Extensions=Hebrew}])\\p{Mn}'
const ignored = `[\\u0640\\u07fa]|\\p{Default_Ignorable_Code_Point}|${vowelMark}`
const leftoverMark = `(?=${alphabetic}|\\p{Script=Inherited})\\p{Mn}`
const isLoneAccent = (character: string) => /^ \p{M}+$/u.test(character.normalize('NFKC'))

/** The tokeniser as regular expressions over the running ICU. Only what letters are folded to is the table's. */
function referenceTokens(text: string): string[] {
  const known = text.replace(/[\p{Cn}\p{Cs}\p{Sk}\p{Lm}\p{Po}]/gu, character => {
    if (isLoneAccent(character)) return ' '
    return /(?!\p{Default_Ignorable_Code_Point})[\p{Cn}\p{Cs}]/u.test(character) ? ' ' : character
  })
  const bare = fold(known.normalize('NFKC'))
    .replace(new RegExp(separator, 'gu'), ' ')
    .replace(new RegExp(ignored, 'gu'), '')
    .replace(new RegExp(`((?=${alphabetic})[\\p{L}\\p{N}\\p{Mc}\\p{Me}])(?:${leftoverMark})+`, 'gu'), '$1')
  const tokens = bare.match(
    new RegExp(`(?=${ownToken})[\\p{L}\\p{N}\\p{M}]|(?:(?!${ownToken})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
  )
  if (tokens !== null) return tokens
  const signs = text.replace(/[\s\u0085\u200b]/g, '')
  return /^(?:\p{Cc}|\p{Default_Ignorable_Code_Point}|[\u0640\u07fa]|(?=[\p{Script_Extensions=Arabic}\p{Script_Extensions=Hebrew}])\p{Mn})*$/u.test(
    signs
  )
    ? []
    : [` ${signs}`]
}

const otherUnicode =
  process.versions.unicode === unicodeVersion
    ? {}
    : { skip: `the table is of Unicode ${unicodeVersion}, this Node.js knows ${process.versions.unicode}` }

const examples: [what: string, text: string, tokens: string[]][] = [
  ['empty text', '', []],
  ['white space', ' \t\r\n\u00a0\u3000\u200b\ufeff', []],
  ['what cannot be seen', '\u00ad\u0000 \u200d', []],
  ['no word at all', ' .,;!? -- \t() \r\n', [' .,;!?--()']],
  ['emoji alone, as they are', '👩‍👩‍👧 ❤️\u{1fae9}', [' 👩‍👩‍👧❤️\u{1fae9}']],
  [
    'words, numbers and case',
    'The U.S. cut rates by 0.25% in 1996.',
    ['the', 'u', 's', 'cut', 'rates', 'by', '0', '25', 'in', '1996']
  ],
  ['underscore and apostrophe separate', "snake_case don't", ['snake', 'case', 'don', 't']],
  ['letters next to digits are one word', 'B2B 3rd', ['b2b', '3rd']],
  ['NUL separates', 'a\0b', ['a', 'b']],
  ['a lone high surrogate separates', 'a\ud800b', ['a', 'b']],
  ['a lone low surrogate separates', 'a\udc00b', ['a', 'b']],
  ['surrogates in the wrong order separate', 'a\udc00\ud800b', ['a', 'b']],
  ['U+FFFD separates', 'a\ufffdb', ['a', 'b']],
  ['an unassigned code point separates', 'a\u0378b', ['a', 'b']],
  ['an unassigned but ignorable code point vanishes', 'a\u{e0fff}b', ['ab']],
  ['a private-use character separates', 'a\ue000b', ['a', 'b']],
  ['a noncharacter separates', 'a\uffffb', ['a', 'b']],
  ['emoji separate, with joiners and variation selectors', 'x👩‍👩‍👧y ❤️z', ['x', 'y', 'z']],
  ['a soft hyphen vanishes', 'co\u00adoperate', ['cooperate']],
  ['zero-width joiner, non-joiner and no-break space vanish', 'a\u200db\u200cc\ufeffe', ['abce']],
  ['a zero-width space separates', 'a\u200bb', ['a', 'b']],
  ['letters that stand for an apostrophe separate', 'dʼun oʻzbek don´t', ['d', 'un', 'o', 'zbek', 'don', 't']],
  ['typographic quotes separate', '“quoted”—dash…', ['quoted', 'dash']],
  ['full width becomes ASCII', 'ＡＢＣ１２３', ['abc123']],
  ['ligatures are taken apart', 'ﬁne ﬄ', ['fine', 'ffl']],
  ['superscripts and fractions become digits', 'm² ½', ['m2', '1', '2']],
  ['composed and decomposed are equal, and without marks', 'caf\u00e9 cafe\u0301 cafe', ['cafe', 'cafe', 'cafe']],
  ['a mark that has no composed form is dropped', 'x\u0301y x\u0301\u0327y', ['xy', 'xy']],
  ['a mark behind a joiner is dropped too', 'x\u200d\u0301y', ['xy']],
  ['dotted capital I loses its dot', 'İSTANBUL', ['istanbul']],
  ['dotless i is a dotted one', 'ılık ILIK ilik', ['ilik', 'ilik', 'ilik']],
  ['a final sigma is a sigma', 'ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
  ['sharp s is ss', 'Straße STRASSE', ['strasse', 'strasse']],
  ['strokes and hooks are dropped', 'Łódź Øl đếm', ['lodz', 'ol', 'dem']],
  ['Cyrillic without marks', 'Ещё йод, їжак', ['еще', 'иод', 'іжак']],
  ['the iota below a Greek letter is dropped', 'τῷ λόγῳ', ['τω', 'λογω']],
  ['Arabic letters in one form', 'إلى المدرسة کتابی', ['الي', 'المدرسه', 'كتابي']],
  ['digits of any script are ASCII, and words', '١٢٣ ๑๒ ७', ['123', '12', '7']],
  ['chillu forms', 'അവൻ അവന്\u200d', ['അവന്', 'അവന്']],
  ['traditional Han are simplified', '萬與', ['万', '与']],
  ['Arabic with and without vowel marks', 'كِتَابٌ كتاب', ['كتاب', 'كتاب']],
  ['Arabic tatweel vanishes', 'كتـاب', ['كتاب']],
  ['Hebrew with and without points', 'שָׁלוֹם שלום', ['שלום', 'שלום']],
  ['Devanagari keeps its vowel signs', 'हिन्दी', ['हिन्दी']],
  ['Tamil keeps its vowel signs', 'தமிழ்', ['தமிழ்']],
  [
    'Hangul stays a word, jamo are composed',
    '한국어 \u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165',
    ['한국어', '한국어']
  ],
  ['Han, Hiragana and Katakana per code point', '東京タワーへ', ['东', '京', 'タ', 'ワ', 'ー', 'へ']],
  ['a Han character beyond the first plane', '𠮷野', ['𠮷', '野']],
  ['Thai per code point, its marks too', 'ที่นี่', ['ท', 'ี', '่', 'น', 'ี', '่']],
  ['Latin inside Han', '在Node上run', ['在', 'node', '上', 'run']],
  ['half-width Katakana becomes full width', 'ｶﾞ', ['ガ']]
]

t.test('cuts texts of many kinds into tokens', async t => {
  for (const [what, text, tokens] of examples) t.strictSame(tokenize(text), tokens, what)
})

t.test('equals the regular expressions on the same examples', otherUnicode, async t => {
  for (const [what, text] of examples) t.strictSame(tokenize(text), referenceTokens(text), what)
})

t.test('the committed table is that of Unicode', otherUnicode, async t => {
  const patterns: [kind: number, pattern: RegExp][] = [
    [CharacterClass.separator, new RegExp(separator, 'u')],
    [CharacterClass.ignored, new RegExp(`^(?:${ignored})`, 'u')],
    [CharacterClass.nonspacingMark, new RegExp(`^${leftoverMark}`, 'u')],
    [CharacterClass.blank, /[\p{Cn}\p{Cs}]/u],
    [CharacterClass.separator, /[^\p{L}\p{N}\p{M}]/u],
    [CharacterClass.halfToken, new RegExp(`^${halfToken}`, 'u')],
    [CharacterClass.ownToken, new RegExp(`^${ownToken}`, 'u')],
    [CharacterClass.alphabetic, new RegExp(alphabetic, 'u')]
  ]
  const wrong: string[] = []
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    if (isLoneAccent(character)) {
      if (characterClass(codePoint) !== CharacterClass.blank) wrong.push(`U+${codePoint.toString(16)}`)
      continue
    }
    const kind = patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? CharacterClass.word
    if (characterClass(codePoint) !== kind) wrong.push(`U+${codePoint.toString(16)}`)
  }
  t.strictSame(wrong, [])
})

t.test('equals the regular expressions on awkward text', otherUnicode, async t => {
  await holds(
    t,
    fc.property(awkwardText, text => assert.deepEqual(tokenize(text), referenceTokens(text))),
    { numRuns: 3000 }
  )
})

t.test('canonically equal texts have equal tokens', otherUnicode, async t => {
  const withoutUnknown = awkwardText.map(text => text.replaceAll(/[\p{Cn}\p{Cs}]/gu, ''))
  await holds(
    t,
    fc.property(withoutUnknown, characters => {
      // With a word, since signs alone are compared as they stand.
      const text = `word ${characters}`
      const tokens = JSON.stringify(tokenize(text))
      return [text.normalize('NFD'), text.normalize('NFC')].every(form => JSON.stringify(tokenize(form)) === tokens)
    }),
    { numRuns: 1000 }
  )
})

t.test('tokens are never empty and hold no separator', async t => {
  await holds(
    t,
    fc.property(awkwardText, text =>
      tokenize(text).every(
        token => token !== '' && (isSigns(token) || (token.isWellFormed() && !/[\s\p{P}\p{S}\p{C}]/u.test(token)))
      )
    )
  )
})

t.test('a separator between two texts keeps their tokens apart', async t => {
  const separator = fc.constantFrom(' ', '\n', '\0', '. ', '\ufffd', '😀')
  await holds(
    t,
    fc.property(awkwardText, separator, awkwardText, (left, between, right) => {
      const words = (text: string) => tokenize(`${text} a`).slice(0, -1)
      const apart = [...words(left), ...words(right)]
      const combining = /^\p{M}/u.test(right.normalize('NFKC'))
      if (!combining) assert.deepEqual(words(left + between + right), apart)
    })
  )
})

t.test('charactersOf writes words with one space between and own tokens with none', async t => {
  t.strictSame(charactersOf([]), [])
  t.equal(charactersOf(tokenize('Big  cats, run')).join(''), 'big cats run')
  t.equal(charactersOf(tokenize('東京 on 大 map of 日本')).join(''), '东京on大map of日本')
  t.strictSame(charactersOf(['a𝒳', '𠮷']), ['a', '𝒳', '𠮷'], 'code points, not code units')
})
