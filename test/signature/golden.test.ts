import { readFileSync } from 'node:fs'
import t from 'tap'
import { createReferenceSketcher } from '../../src/signature/reference-sketcher.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { madeTexts } from '../golden/made-texts.ts'
import { computeVectors, type GoldenVectors } from '../golden/vectors.ts'

const file = readFileSync(new URL('../golden/vectors.json', import.meta.url), 'utf8')
const committed: GoldenVectors = JSON.parse(file)
for (const [name, create] of Object.entries({ kernel: createSketcher, reference: createReferenceSketcher })) {
  t.test(`the ${name} gives the committed vectors, to the byte`, async t => {
    const computed = computeVectors(create)
    t.equal(computed.vectors.length, committed.vectors.length)
    for (const [at, { scheme, documents, made }] of committed.vectors.entries()) {
      for (const [name, vector] of Object.entries(documents)) {
        t.strictSame(computed.vectors[at]?.documents[name], vector, `${scheme}: ${name}`)
      }
      t.strictSame(computed.vectors[at]?.made, made, `${scheme}: made texts`)
    }
    t.ok(file === `${JSON.stringify(computed, null, 1)}\n`, 'the file is what write.ts writes')
  })
}

t.test('the vectors cover both schemes, all sizes and enough texts', async t => {
  t.ok(committed.texts.length + madeTexts.length >= 200)
  t.equal(new Set(committed.texts.map(({ name }) => name)).size, committed.texts.length)
  const seen = (key: (vectors: GoldenVectors['vectors'][number]) => unknown) => new Set(committed.vectors.map(key))
  t.strictSame(
    seen(({ signature }) => signature.scheme),
    new Set(['doppel', 'minhash'])
  )
  t.strictSame(
    seen(({ signature }) => signature.slots),
    new Set([64, 128, 256])
  )
  t.strictSame(
    seen(({ shingle }) => `${shingle.unit} ${shingle.size}`),
    new Set(['word 3', 'word 1', 'word 16', 'character 1', 'character 5', 'character 64'])
  )
})

t.test('the vectors show what the scheme promises', async t => {
  const { documents } = committed.vectors[0]!
  const same = (...names: string[]) =>
    t.equal(new Set(names.map(name => JSON.stringify(documents[name]))).size, 1, names.join(' = '))
  same('sentence', 'sentence in capitals', 'sentence without punctuation', 'sentence with a line break and quotes')
  same('French composed', 'French decomposed')
  same('Arabic', 'Arabic with vowel marks')
  same('Hebrew', 'Hebrew with points')
  same('Korean', 'Korean decomposed')
  same('empty', 'white space')
  same('four emoji', 'four emoji apart')
  same('capitals of Greek', 'Greek without accents')
  same('Romanian with commas below', 'Romanian with cedillas', 'Romanian without marks')
  same('Ukrainian apostrophes', 'Ukrainian letters for apostrophes')
  same('Arabic letters', 'Arabic letters in other forms')
  same('native digits', 'ASCII digits')
  same('chillu forms', 'chillu forms as sequences')
  same('simplified Han', 'traditional Han')
  t.not(documents['two words']?.contentKey, documents['two words the other way round']?.contentKey)
  t.equal(documents['one word three times']?.shingles, documents['one word a hundred times']?.shingles)
})
