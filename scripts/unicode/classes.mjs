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

export function classOf(character) {
  if (separating.test(character)) return 0
  if (ignorable.test(character) || stretching.test(character)) return 3
  if (isLoneAccent(character)) return 6
  if (nonspacing.test(character)) {
    if (vocalised.test(character)) return 3
    if (alphabetic.test(character) || inherited.test(character)) return 5
  }
  if (letterOrNumber.test(character) || mark.test(character)) {
    if (half.test(character) && !decimal.test(character)) return 7
    if (perCodePoint.test(character)) return 2
    return alphabetic.test(character) ? 4 : 1
  }
  return assigned.test(character) ? 0 : 6
}
