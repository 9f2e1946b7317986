// The class of a code point: what it does to the token around it. The numbers are those of
// CharacterClass in src/text/character-class.ts.

const letterOrNumber = /[\p{L}\p{N}]/u
const mark = /\p{M}/u
const nonspacing = /\p{Mn}/u
const assigned = /\P{Cn}/u
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const perCodePoint = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
// Scripts of Southeast Asia that write no spaces between words.
const half =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Tai_Tham}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Viet}\p{Script=Ahom}]/u
const alphabetic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u
const inherited = /\p{Script=Inherited}/u
const vocalised = /[\p{Script_Extensions=Arabic}\p{Script_Extensions=Hebrew}]/u
const decimal = /\p{Nd}/u
// Letters that stand for an apostrophe, which separates; and the zero-width space.
const separating = /[\u02b9-\u02bf\u02ee\ua78b\ua78c\u200b]/u
// Tatweel, and what N'Ko stretches words with.
const stretching = /[\u0640\u07fa]/u
// Accents that stand alone: NFKC makes a space and a mark of them.
const isLoneAccent = character => /^ \p{M}+$/u.test(character.normalize('NFKC'))

// What a character is, by the first of these that holds.
const rules = [
  [0, character => separating.test(character)],
  [3, character => ignorable.test(character) || stretching.test(character)],
  [6, isLoneAccent],
  [3, character => nonspacing.test(character) && vocalised.test(character)],
  [5, character => nonspacing.test(character) && (alphabetic.test(character) || inherited.test(character))],
  [6, character => !assigned.test(character)],
  [0, character => !letterOrNumber.test(character) && !mark.test(character)],
  [7, character => half.test(character) && !decimal.test(character)],
  [2, character => perCodePoint.test(character)],
  [4, character => alphabetic.test(character)]
]

export function classOf(character) {
  return rules.find(([, holds]) => holds(character))?.[0] ?? 1
}
