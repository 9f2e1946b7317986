import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createReferenceSketcher } from '../../src/signature/reference-sketcher.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { ElementScanner } from '../../src/text/locate.ts'
import { elementsOf, type Shingling } from '../../src/text/shingle.ts'
import { type SharedSpans, type Span, sharedSpans } from '../../src/text/spans.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { awkwardText } from '../helpers/awkward-text.ts'
import { holds } from '../helpers/property.ts'
import { referenceShingles, referenceWindows, sharedCount } from '../helpers/reference.ts'

const words = (size: number): Shingling => ({ unit: 'word', size })
const characters = (size: number): Shingling => ({ unit: 'character', size })

function find(left: string, right: string, shingle = words(3), limit = 1000): SharedSpans {
  const sketcher = createSketcher({ ...defaultSettings, shingle })
  const shingled = (text: string) => ({ text, members: sketcher.membersOf(text) })
  const work = sharedSpans(shingled(left), shingled(right), shingle, limit)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Compares every window of one text with every window of the other, and marks element by element. */
function naiveSpans(text: string, other: string, { unit, size }: Shingling): Span[] {
  const elements = elementsOf(tokenize(text), { unit, size })
  const others = elementsOf(tokenize(other), { unit, size })
  const windows = (all: readonly string[]) => referenceWindows(all, { unit, size }).windows
  const known = windows(others).map(window => JSON.stringify(window))
  const marked = elements.map(() => false)
  for (const [at, window] of windows(elements).entries()) {
    if (known.includes(JSON.stringify(window))) marked.fill(true, at, at + window.length)
  }
  const scanner = new ElementScanner(text, unit)
  const spans: { start: number; end: number }[] = []
  for (let at = 0; scanner.next(); at++) {
    const last = spans.at(-1)
    if (!marked[at]) continue
    if (last !== undefined && (marked[at - 1] || scanner.start <= last.end)) last.end = scanner.end
    else spans.push({ start: scanner.start, end: scanner.end })
  }
  return spans
}

const cut = (text: string, spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))

t.test('runs of shared shingles are one span', async t => {
  const left = 'One, two, THREE, four! five six seven eight.'
  const right = 'zero one two three four; 5 six seven eight'
  const { left: leftSpans, right: rightSpans, truncated } = find(left, right)
  t.strictSame(leftSpans, [
    { start: 0, end: 21 },
    { start: 28, end: 43 }
  ])
  t.strictSame(cut(left, leftSpans), ['One, two, THREE, four', 'six seven eight'])
  t.strictSame(cut(right, rightSpans), ['one two three four', 'six seven eight'])
  t.equal(truncated, false)
})

t.test('shingles that follow each other are one span too', async t => {
  const { left } = find('a b c d e f', 'a b c . x . d e f')
  t.strictSame(left, [{ start: 0, end: 11 }])
})

t.test('spans may be at other places and more often on one side', async t => {
  const { left, right } = find('a b c x a b c', 'y a b c')
  t.strictSame(left, [
    { start: 0, end: 5 },
    { start: 8, end: 13 }
  ])
  t.strictSame(right, [{ start: 2, end: 7 }])
})

t.test('a short text is shared as a whole or not at all', async t => {
  const none = { left: [], right: [], truncated: false }
  t.strictSame(find('', ''), none)
  t.strictSame(find('a b', ''), none)
  t.strictSame(find('a b', 'a b c'), none)
  t.strictSame(find('a b', 'a c'), none)
  t.strictSame(find(' A-b.', 'a b'), { left: [{ start: 1, end: 4 }], right: [{ start: 0, end: 3 }], truncated: false })
  t.strictSame(find('ab', 'AB!', characters(5)).right, [{ start: 0, end: 2 }])
  t.strictSame(find('ab', 'abc', characters(5)), none)
})

t.test('places are those of the texts as given', async t => {
  const cases: [left: string, right: string, shingle: Shingling, left: string[], right: string[]][] = [
    ['𝒳 ﬁne cafe\u0301 nice', '"fine café" nice', words(2), ['ﬁne cafe\u0301 nice'], ['fine café" nice']],
    ['我们在東京見面😀', '他在東京見她', words(2), ['在東京見'], ['在東京見']],
    ['ไปที่นี่', 'ที่นี่', words(3), ['ที่นี่'], ['ที่นี่']],
    ['co\u00adoperate well', 'We cooperate well!', words(2), ['co\u00adoperate well'], ['cooperate well']],
    ['½ a', '2', words(1), ['½'], ['2']],
    ['un ﬁn', 'fi', characters(2), ['ﬁ'], ['fi']],
    ['𠮷𝒳 b', '𝒳  b', characters(3), ['𝒳 b'], ['𝒳  b']],
    ['ab cd', 'ef, gh', characters(1), [' '], [', ']]
  ]
  for (const [left, right, shingle, leftParts, rightParts] of cases) {
    const found = find(left, right, shingle)
    t.strictSame(cut(left, found.left), leftParts, left)
    t.strictSame(cut(right, found.right), rightParts, right)
  }
})

t.test('no more spans than wanted, and the first ones', async t => {
  const left = Array.from({ length: 10 }, (_, at) => `a b c ${at}`).join(' ')
  t.equal(find(left, 'a b c', words(3), 10).truncated, false)
  const { left: spans, right, truncated } = find(left, 'a b c', words(3), 9)
  t.strictSame([spans.length, spans[8], right.length, truncated], [9, { start: 64, end: 69 }, 1, true])
  t.equal(find('a b c', left, words(3), 9).truncated, true)
})

const vocabulary = fc.constantFrom(
  'a',
  'b',
  'B',
  'to',
  '東',
  '京',
  'ที่',
  '½',
  'ﬁ',
  'e\u0301',
  '\u{10400}',
  '.',
  '\u00ad'
)
const text = fc.oneof(
  fc.array(vocabulary, { maxLength: 40 }).map(parts => parts.join(' ')),
  fc.array(vocabulary, { maxLength: 40 }).map(parts => parts.join('')),
  awkwardText
)
const shinglings = fc.oneof(
  fc.integer({ min: 1, max: 16 }).map(words),
  fc.integer({ min: 1, max: 64 }).map(characters),
  fc.integer({ min: 1, max: 4 }).map(words)
)

t.test('equals the comparison of every window with every other, and is empty just where nothing is shared', async t => {
  await holds(
    t,
    fc.property(text, text, text, shinglings, (inner, before, after, shingling) => {
      const other = `${before} ${inner} ${after}`
      for (const [left, right] of [
        [inner, other],
        [before, after]
      ] as const) {
        const found = find(left, right, shingling)
        assert.deepEqual(found.left, naiveSpans(left, right, shingling))
        assert.deepEqual(found.right, naiveSpans(right, left, shingling))
        const sets = [left, right].map(one => referenceShingles(elementsOf(tokenize(one), shingling), shingling))
        const shared = sharedCount(sets[0]!, sets[1]!)
        assert.equal(found.left.length > 0, shared > 0)
        assert.equal(found.right.length > 0, shared > 0)
      }
    }),
    { numRuns: 1500 }
  )
})

t.test('the kernel tells the members of the shingles as the reference does', async t => {
  await holds(
    t,
    fc.property(text, shinglings, fc.constantFrom('doppel' as const, 'minhash' as const), (text, shingle, scheme) => {
      const settings = { ...defaultSettings, shingle, signature: { scheme, slots: 128, seed: 7 } as const }
      const [kernel, reference] = [createSketcher(settings), createReferenceSketcher(settings)]
      const members = kernel.membersOf(text)
      assert.deepEqual(members, reference.membersOf(text))
      assert.deepEqual(new Uint32Array(new Set(members)).sort(), kernel.shinglesOf(text))
    })
  )
})

t.test('the work pauses in long texts', async t => {
  const long = 'one two three four '.repeat(40_000)
  const sketcher = createSketcher(defaultSettings)
  const side = { text: long, members: sketcher.membersOf(long) }
  const work = sharedSpans(side, side, words(3), 10)
  let pauses = 0
  let step = work.next()
  for (; !step.done; step = work.next()) pauses++
  t.ok(pauses >= 16)
  t.strictSame(step.value.left, [{ start: 0, end: long.length - 1 }])
})
