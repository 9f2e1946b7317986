import t from 'tap'
import { Type } from 'typebox'
import { schemaCheck } from '../../src/http/schema-check.ts'

const check = schemaCheck(
  Type.Object(
    { id: Type.Optional(Type.String()), slots: Type.Optional(Type.Array(Type.Integer(), { maxItems: 256 })) },
    { additionalProperties: false }
  )
)

t.test('faults are named by their place', async t => {
  t.strictSame(check({ id: 'a', slots: [1] }), [])
  t.strictSame(check({ id: 5 }), [{ path: '/id', message: 'must be string' }])
  t.strictSame(check({ foo: 1 }), [{ path: '/foo', message: 'is not known' }])
  t.equal(check([])[0]?.path, '')
})

t.test('of very many faults a few are told', async t => {
  const unknown = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, 1]))
  t.strictSame(check(unknown)[0], { path: '/k0', message: 'is not known' })
  t.ok(check(unknown).length <= 8)
  t.ok(check({ slots: new Array(500_000).fill('x') }).length <= 8)
})

t.test('a fault behind what is looked at is still a fault', async t => {
  const slots = new Array(2000).fill(1)
  slots[1999] = 'x'
  t.ok(check({ slots }).length > 0)
})
