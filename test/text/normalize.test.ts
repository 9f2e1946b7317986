import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { normalize, normalizeTo } from '../../src/text/normalize.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { awkwardText } from '../helpers/awkward-text.ts'
import { holds } from '../helpers/property.ts'

const longestRunOfMarks = (text: string) =>
  Math.max(0, ...(text.match(/[\u0300-\u034e]+/g) ?? []).map(({ length }) => length))

t.test('runs of combining marks are cut, so that sorting them takes linear time', async t => {
  const marks = ['\u0345', '\u0315', '\u0301', '\u0323', '\u0327'].map(mark => mark.repeat(2000)).join('')
  const { text } = normalize(`a${marks}b`)
  t.equal(longestRunOfMarks(text), 30)
  t.strictSame(tokenize(`a${marks}b`), ['ab'])
  t.equal(longestRunOfMarks(normalize(`e${'\u0323\u0301'.repeat(15)}`).text), 29, 'thirty are left alone')
})

t.test('compatibility forms do not blow a long text up', async t => {
  t.strictSame(tokenize('\ufdfa'), tokenize('صلى الله عليه وسلم'), 'a short one is written out')
  for (const character of ['\ufdfa', '\u3316', '½']) {
    const text = character.repeat(1_000_000)
    const normal = normalize(text)
    t.strictSame([normal.form, normal.text === text], ['NFC', true], character)
  }
  const { form, text } = normalize(`${'harbour '.repeat(100_000)}\ufdfa`)
  t.strictSame([form, text.length], ['NFKC', 800_018])
})

t.test('long texts are normalised in pieces as they are as a whole', async t => {
  const filler = fc.constantFrom('x'.repeat(40_000), '한'.repeat(33_000), '\u0378'.repeat(40_000))
  await holds(
    t,
    fc.property(awkwardText, filler, awkwardText, (left, long, right) => {
      const known = `${left} ${long}${right}`.replace(/(?!\p{Default_Ignorable_Code_Point})[\p{Cn}\p{Cs}]/gu, ' ')
      fc.pre(!/[\p{Sk}\p{Lm}\p{Po}]/u.test(known))
      assert.equal(normalizeTo('NFKC', `${left} ${long}${right}`), known.normalize('NFKC'))
    }),
    { numRuns: 50 }
  )
})
