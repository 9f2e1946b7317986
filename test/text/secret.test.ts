import { randomBytes } from 'node:crypto'
import t from 'tap'
import { keysOf, nameOfSecret, openSecret, secretBytes, secretFrom, secretPlaces } from '../../src/text/secret.ts'

t.test('the multipliers that a secret gives are odd, and the rest is its words', async t => {
  const { levels, longer, block, short, chains, texts, buckets, signatures } = secretPlaces
  const multipliers = [
    ...[0, 1, 2, 3, 4, 5, 6].map(level => levels + 2 * level),
    longer,
    block,
    short,
    chains,
    chains + 4
  ]
  multipliers.push(texts, buckets, signatures)
  const secret = '01234566'.repeat(secretBytes / 4)
  t.strictSame(
    Array.from(keysOf(secret)),
    Array.from({ length: secretBytes / 4 }, (_, i) => (multipliers.includes(i) ? 0x01234567 : 0x01234566))
  )
})

t.test('what is no secret is refused and not shown', async t => {
  for (const secret of ['', 'ab', `${openSecret}0`, openSecret.replace(/^./, 'x')]) {
    t.throws(() => keysOf(secret), { name: 'TypeError', message: `a secret has ${2 * secretBytes} hexadecimal digits` })
  }
})

t.test('a secret has a name that is no part of its keys', async t => {
  const secret = randomBytes(secretBytes).toString('hex')
  t.equal(nameOfSecret(secret), secret.slice(-16))
  t.ok(secretPlaces.name >= secretPlaces.signatures + 4)
})

t.test('secrets from a number are as random as they need to be, and the same each time', async t => {
  t.equal(secretFrom(7), secretFrom(7))
  const words = new Set([0, 1, 2].flatMap(seed => secretFrom(seed).match(/.{8}/g)))
  t.equal(words.size, (3 * secretBytes) / 4)
})
