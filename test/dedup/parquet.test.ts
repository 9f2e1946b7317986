import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { SchemaElement } from 'hyparquet'
import t from 'tap'
import { parquet } from '../../src/dedup/inputs/parquet.ts'
import { jsonForm } from '../../src/dedup/inputs/parquet-values.ts'
import type { ReadOptions } from '../../src/dedup/inputs/record.ts'
import { LeafColumn } from '../../src/dedup/outputs/parquet-levels.ts'
import { holds } from '../helpers/property.ts'

const options: ReadOptions = {
  textField: undefined,
  idField: 'id',
  maxRecordBytes: 1000,
  keepCsv: false,
  contentOnly: false
}

/** A file with a column of each type, which pyarrow 26 wrote, and its rows as JSON, which were compared with what pyarrow reads. */
const values = fileURLToPath(new URL('parquet/values.parquet', import.meta.url))
const lines = readFileSync(new URL('parquet/values.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

async function read(path: string, changed: Partial<ReadOptions> = {}) {
  const found = []
  for await (const record of parquet(path, { ...options, ...changed }, () => {})) found.push(record)
  return found
}

function write(path: string, columns: readonly object[], schema?: readonly object[]): string {
  const writer = fileURLToPath(new URL('../helpers/write-parquet.mjs', import.meta.url))
  execFileSync(process.execPath, [writer, path, '2', JSON.stringify(columns), JSON.stringify(schema ?? null)], {
    env: {}
  })
  return path
}

t.test('no digit and no byte of any type is lost on the way to JSON, and what becomes text is told', async t => {
  const records = await read(values)
  t.strictSame(
    records.map(record => record.output().toString()),
    lines
  )
  t.match(records[0]?.notice, /d38 \(decimal\).*ts \(timestamp\).*bin \(binary\)/)
  t.equal(records[1]?.notice, undefined)
  t.equal((await read(values, { contentOnly: true }))[0]?.notice, undefined)
})

t.test('ids keep all their digits, whatever their type', async t => {
  for (const [idField, expected] of [
    ['i64', '9007199254740993'],
    ['u64', '18446744073709551615'],
    ['d38', '12345678901234567890.123456789'],
    ['u8', '255'],
    ['date', '2024-02-29']
  ] as const) {
    for (const contentOnly of [true, false])
      t.equal((await read(values, { idField, contentOnly }))[0]?.content().id, expected)
  }
})

t.test('whole numbers that double precision would round are text for a service, all of their column', async t => {
  const [first, second] = (await read(values)).map(record => record.fields())
  t.match(first, { i64: '9007199254740993', i8: -1, u8: 255 })
  t.match(second, { i64: '-2', u64: '0', i8: 2 })
})

t.test('text that is not UTF-8 is refused, and so is JSON that is none, record by record', async t => {
  const folder = t.testdir()
  const bytes = { type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' }
  const schema = [
    { name: 'root', num_children: 3 },
    { ...bytes, name: 'text', logical_type: { type: 'STRING' } },
    { ...bytes, name: 'title', converted_type: 'UTF8' },
    { ...bytes, name: 'more', logical_type: { type: 'JSON' } }
  ]
  const columns = [
    { name: 'text', latin1: ['one', '\xe9', 'three', 'four'] },
    { name: 'title', latin1: ['a', 'b', '\xff', 'd'] },
    { name: 'more', latin1: ['{"a":\n1.10}', '1', '2', '{'] }
  ]
  const path = write(join(folder, 'a.parquet'), columns, schema)
  const contents = (await read(path)).map(record => {
    try {
      record.content()
      return record.output().toString()
    } catch (error) {
      return (error as Error).message
    }
  })
  t.strictSame(contents, [
    '{"text":"one","title":"a","more":{"a": 1.10}}',
    'in its column "text" it is not valid UTF-8 near its byte 1',
    'in its column "title" it is not valid UTF-8 near its byte 1',
    'its column "more" is not valid JSON'
  ])
  const fails = (await read(path, { contentOnly: true })).map(record => {
    try {
      return record.content() !== undefined
    } catch {
      return false
    }
  })
  t.strictSame(fails, [true, false, true, true], 'only what is asked for is looked at')
})

t.test('two columns of one name are refused, and bytes are text only where a text is expected', async t => {
  const folder = t.testdir()
  const column = (name: string) => ({ name, type: 'BYTE_ARRAY', repetition_type: 'REQUIRED' })
  const columns = [
    { name: 'text', latin1: ['one'] },
    { name: 'blob', latin1: ['abc'] }
  ]
  const path = write(join(folder, 'a.parquet'), columns, [
    { name: 'root', num_children: 2 },
    column('text'),
    column('blob')
  ])
  t.equal((await read(path))[0]?.output().toString(), '{"text":"one","blob":"YWJj"}')
  const twice = Buffer.from(readFileSync(path).toString('latin1').replaceAll('blob', 'text'), 'latin1')
  writeFileSync(join(folder, 'b.parquet'), twice)
  await t.rejects(read(join(folder, 'b.parquet')), { message: /two columns are named "text"/ })
})

t.test('dates and times of any year are written as ISO 8601 has them', async t => {
  const form = (element: object, value: unknown) =>
    JSON.parse(
      (jsonForm({ name: 'x', ...element } as SchemaElement, false, false).literal as (value: unknown) => string)(value)
    )
  const date = { type: 'INT32', converted_type: 'DATE' }
  const millis = { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }
  await holds(
    t,
    fc.property(
      fc.integer({ min: -719_528, max: 2_932_896 }),
      fc.integer({ min: 0, max: 86_399_999 }),
      (days, rest) => {
        const expected = new Date(days * 86_400_000 + rest).toISOString()
        if (form(date, days) !== expected.slice(0, 10)) throw new Error(`${form(date, days)}, not ${expected}`)
        const found = form(millis, BigInt(days) * 86_400_000n + BigInt(rest))
        if (found !== expected) throw new Error(`${found}, not ${expected}`)
      }
    )
  )
  t.equal(form(date, 2_932_897), '+010000-01-01')
  t.equal(form(date, -719_529), '-000001-12-31')
  const interval = Buffer.alloc(12)
  for (const [at, part] of [14, 3, 4005].entries()) interval.writeUInt32LE(part, at * 4)
  t.equal(form({ type: 'FIXED_LEN_BYTE_ARRAY', converted_type: 'INTERVAL' }, interval), 'P14M3DT4.005S')
  t.equal(form({ type: 'INT32', converted_type: 'DECIMAL', scale: 3 }, -5), '-0.005')
  t.equal(form({ type: 'FIXED_LEN_BYTE_ARRAY', logical_type: { type: 'FLOAT16' } }, Buffer.from([1, 0])), 2 ** -24)
})

/** The values of a leaf below optional and repeated levels, with the levels that the specification of Parquet gives them. */
function naiveLevels(
  kinds: readonly string[],
  value: unknown,
  definition = 0
): [value: unknown, definition: number, repetition: number][] {
  const [kind, ...rest] = kinds
  if (kind === undefined) return [[value, definition, 0]]
  if (kind === 'REQUIRED') return naiveLevels(rest, value, definition)
  if (kind === 'OPTIONAL') {
    const inner = rest.length === 0 ? value : (value as unknown[])[0]
    const isMissing = rest.length === 0 ? value === null : (value as unknown[]).length === 0
    return isMissing ? [[null, definition, 0]] : naiveLevels(rest, inner, definition + 1)
  }
  const items = value as unknown[]
  if (items.length === 0) return [[null, definition, 0]]
  return items.flatMap((item, at) =>
    naiveLevels(rest, item, definition + 1).map(([found, level, repetition], i): [unknown, number, number] => {
      // The first value of an item repeats at this level, and the levels below count from here.
      if (i > 0 && repetition > 0) return [found, level, repetition + 1]
      return [found, level, at === 0 ? 0 : 1]
    })
  )
}

t.test('levels of nested values are those of the specification', async t => {
  const kinds = fc.array(fc.constantFrom('OPTIONAL', 'REQUIRED', 'REPEATED'), { minLength: 1, maxLength: 4 })
  const nested = (left: readonly string[]): fc.Arbitrary<unknown> => {
    const [kind, ...rest] = left
    if (kind === undefined) return fc.nat(9)
    if (kind === 'REQUIRED') return nested(rest)
    if (kind === 'REPEATED') return fc.array(nested(rest), { maxLength: 3 })
    return rest.length === 0 ? fc.option(fc.nat(9)) : fc.array(nested(rest), { maxLength: 1 })
  }
  const given = kinds.chain(kinds => fc.array(nested(kinds), { maxLength: 4 }).map(rows => ({ kinds, rows })))
  await holds(
    t,
    fc.property(given, ({ kinds, rows }) => {
      const column = new LeafColumn(kinds.map(kind => ({ name: 'x', repetition_type: kind as 'OPTIONAL' })))
      for (const row of rows) column.add(row)
      const { values, definitionLevels, repetitionLevels, maxDefinitionLevel } = column.take()
      const expected = rows.flatMap(row => naiveLevels(kinds, row))
      const isNested = kinds.includes('REPEATED')
      const found = values.map((value, at) => [value, definitionLevels[at] ?? 0, repetitionLevels[at] ?? 0])
      if (JSON.stringify(found) !== JSON.stringify(expected))
        throw new Error(`${JSON.stringify(found)}, not ${JSON.stringify(expected)}`)
      if (repetitionLevels.length !== (isNested ? values.length : 0)) throw new Error('repetition levels')
      if (maxDefinitionLevel !== kinds.filter(kind => kind !== 'REQUIRED').length) throw new Error('most levels')
    })
  )
})
