import fc from 'fast-check'
import t from 'tap'
import { findJsonFault } from '../../../src/bytes/json-fault.ts'
import { jsonStructure, pruneJson } from '../../../src/http/bodies/json-structure.ts'
import { parseJson } from '../../../src/http/bodies/parse-json.ts'
import { holds } from '../../helpers/property.ts'

t.test('parseJson gives what JSON.parse gives, and refuses what it refuses', async t => {
  const anything = fc.oneof(
    fc.json().map(text => text.replaceAll('__proto__', 'proto')),
    fc.json().chain(text => fc.nat(text.length).map(length => text.slice(0, length))),
    fc.string({ unit: fc.constantFrom(...'[]{},:"\\u0019eE+-.truefalsn \n\t\u0001é'), maxLength: 12 })
  )
  await holds(
    t,
    fc.property(anything, text => {
      let expected: unknown
      let isValid = true
      try {
        expected = JSON.parse(text)
      } catch {
        isValid = false
      }
      const fault = findJsonFault(text)
      if ((fault === undefined) !== isValid) throw new Error(`fault: ${JSON.stringify(fault)}`)
      if (fault !== undefined && (fault.offset < 0 || fault.offset > text.length)) throw new Error('fault outside')
      if (!isValid) return
      t.strictSame(JSON.stringify(parseJson(Buffer.from(text))), JSON.stringify(expected))
    }),
    { numRuns: 3000 }
  )
})

t.test('parseJson says where JSON is broken, without quoting it', async t => {
  const cases: [text: string | Buffer, message: string][] = [
    ['', 'not valid JSON: it ends where a value is expected at character 1'],
    ['{"a":1', 'not valid JSON: it ends where "," or "}" is expected at character 7'],
    ['{"a":secret}', 'not valid JSON: expected a value at character 6'],
    ["{'a':1}", 'not valid JSON: expected a name in double quotes at character 2'],
    ['{"a" 1}', 'not valid JSON: expected ":" at character 6'],
    ['[1,]', 'not valid JSON: expected a value at character 4'],
    ['[1] 2', 'not valid JSON: expected the end at character 5'],
    ['["a\nb"]', 'not valid JSON: expected an escape in place of the control character at character 4'],
    ['["\\x"]', 'not valid JSON: expected one of "\\/bfnrtu after a backslash at character 4'],
    ['["\\u00e9\\n\\"",]', 'not valid JSON: expected a value at character 15'],
    ['["\\u12"]', 'not valid JSON: expected four hexadecimal digits at character 5'],
    ['["abc', 'not valid JSON: it ends where the end of a string is expected at character 6'],
    ['{\n  "a": 1,\n  b: 2\n}', 'not valid JSON: expected a name in double quotes at line 3, character 3'],
    [Buffer.from([0x22, 0x61, 0xff, 0x22]), 'the text is not valid UTF-8 near byte 3'],
    [Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'the text is not valid UTF-8 near byte 2'],
    [Buffer.from([0x22, 0xc3]), 'the text is not valid UTF-8 near byte 2']
  ]
  for (const [text, message] of cases) {
    t.throws(() => parseJson(Buffer.from(text)), { code: 'MALFORMED_BODY', message })
  }
  t.strictSame(parseJson(Buffer.from('\ufeff{"a":"\ufeff"}')), { a: '\ufeff' }, 'only a mark at the start is dropped')
})

t.test('parseJson refuses __proto__ as a name and numbers without a value, wherever they are', async t => {
  const refused: [text: string, path: string][] = [
    ['{"__proto__":1}', '/__proto__'],
    ['{"\\u005f_proto__":{"x":1}}', '/__proto__'],
    ['{"a":[0,{"b/c~d":{"__pr\\u006Fto__":null}}]}', '/a/1/b~1c~0d/__proto__'],
    ['{"a":[1,1e999]}', '/a/1'],
    ['-1e400', ''],
    [`{"a":1${'0'.repeat(400)}}`, '/a']
  ]
  for (const [text, path] of refused) {
    t.throws(() => parseJson(Buffer.from(text)), { code: 'INVALID_REQUEST', errors: [{ path }] }, text.slice(0, 40))
  }
  const accepted =
    '{"constructor":{"prototype":1},"id":"__proto__","n":[1e308,5e-324,-0.0],"text":"\\u005f_proto__ 1e999"}'
  t.equal(JSON.stringify(parseJson(Buffer.from(accepted))), JSON.stringify(JSON.parse(accepted)))
})

t.test(
  'parseJson takes any nesting without overflowing the stack, and does not parse what is nothing but nesting',
  async t => {
    const arrays = (depth: number, inner = '') => Buffer.from(`${'['.repeat(depth)}${inner}${']'.repeat(depth)}`)
    const objects = (depth: number, inner: string) =>
      Buffer.from(`${'{"a":'.repeat(depth)}${inner}${'}'.repeat(depth)}`)
    t.ok(Array.isArray(parseJson(arrays(16_384, '"[[[ \\\\\\" [[["'))))
    const poison = { code: 'INVALID_REQUEST', errors: [{ path: '', message: /at any depth/ }] }
    t.throws(() => parseJson(objects(16_383, '{"__proto__":1}')), poison)
    const end = 'not valid JSON: it ends where a value is expected at character 16385'
    t.throws(() => parseJson(Buffer.from('['.repeat(16_384))), { code: 'MALFORMED_BODY', message: end })

    const deep = { code: 'INVALID_REQUEST', errors: [{ path: '', message: 'must be at most 16384 levels deep' }] }
    const before = process.memoryUsage().heapUsed
    t.throws(() => parseJson(arrays(16_385)), deep)
    t.throws(() => parseJson(arrays(8_000_000)), deep)
    t.throws(() => parseJson(objects(2_000_000, '1')), deep)
    const open = 'not valid JSON: brackets are not closed as they are opened'
    t.throws(() => parseJson(Buffer.from('['.repeat(16_000_000))), { code: 'MALFORMED_BODY', message: open })
    t.ok(process.memoryUsage().heapUsed - before < 100e6)
  }
)

const anyJson = fc.oneof(
  fc.json(),
  fc.json({ depthSize: 'large', maxDepth: 8 }),
  fc.string({ unit: fc.constantFrom('"', '\\', '[', '}', ',') }).map(text => JSON.stringify([text, { [text]: [] }]))
)

t.test('jsonStructure agrees with the parsed value', async t => {
  const insideOf = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value) : []
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...insideOf(value).map(depthOf)) : 0
  const countOf = (value: unknown): number =>
    1 + insideOf(value).reduce<number>((sum, inner) => sum + countOf(inner), 0)
  const emptyOf = (value: unknown): number => {
    const inside = insideOf(value)
    const own = typeof value === 'object' && value !== null && inside.length === 0 ? 1 : 0
    return inside.reduce<number>((sum, inner) => sum + emptyOf(inner), own)
  }
  await holds(
    t,
    fc.property(anyJson, text => {
      // Of a name given twice the parser keeps one.
      const value = JSON.parse(text)
      const { deepest, open, values } = jsonStructure(Buffer.from(JSON.stringify(value)))
      if (deepest !== depthOf(value) || open !== 0) throw new Error(`${deepest} ${open}`)
      if (values !== countOf(value) + emptyOf(value)) throw new Error(`${values} values`)
    }),
    { numRuns: 2000 }
  )
})

t.test('pruneJson leaves the first members, and JSON', async t => {
  const cut = (value: unknown, members: number, levels: number): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const kept = levels === 0 ? [] : Object.entries(value).slice(0, members)
    const inner = kept.map(([name, inside]): [string, unknown] => [name, cut(inside, members, levels - 1)])
    return Array.isArray(value) ? inner.map(([, inside]) => inside) : Object.fromEntries(inner)
  }
  const all = Number.MAX_SAFE_INTEGER
  await holds(
    t,
    fc.property(anyJson, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 4 }), (text, members, levels) => {
      // An object has its names in another order than its text where they are numbers.
      const whole = JSON.stringify(JSON.parse(text))
      const pruned = JSON.parse(pruneJson(Buffer.from(whole), { members, levels, values: all }).toString())
      t.strictSame(JSON.stringify(pruned), JSON.stringify(cut(JSON.parse(whole), members, levels)))
    }),
    { numRuns: 2000 }
  )
  const many = Buffer.from(`{"a":[${'[1],'.repeat(10_000)}0],"b":{},"c":"x"}`)
  const few = pruneJson(many, { members: all, levels: 9, values: 100 })
  t.strictSame(JSON.parse(few.toString()), { a: Array.from({ length: 49 }, () => [1]) })
})
