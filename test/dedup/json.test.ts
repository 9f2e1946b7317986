import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { json } from '../../src/dedup/inputs/json.ts'
import type { InputFault, ReadOptions } from '../../src/dedup/inputs/record.ts'
import { holds } from '../helpers/property.ts'
import { runCommand } from '../helpers/run-command.ts'

const options: ReadOptions = {
  textField: undefined,
  idField: 'id',
  maxRecordBytes: 200,
  keepCsv: false,
  contentOnly: false
}

/** Each record as [line, output] or [line, fault], what is told, and what the file ends with. */
async function read(text: string, pieces = 7) {
  const bytes = Buffer.from(text)
  const chunks = (async function* () {
    for (let start = 0; start < bytes.length; start += pieces) yield bytes.subarray(start, start + pieces)
  })()
  const found: unknown[] = []
  const notices: string[] = []
  try {
    for await (const record of json(chunks, options, true)) {
      if (record.notice !== undefined) notices.push(record.notice)
      try {
        record.fields()
        found.push([record.line, record.output().toString()])
      } catch (error) {
        found.push([record.line, (error as Error).message])
      }
    }
  } catch (error) {
    found.push(['broken', (error as InputFault).line, (error as Error).message])
  }
  return { found, notices }
}

t.test('the items of an array are read, each on one line as it stands there, and it is told', async t => {
  const text = '\ufeff [\n{"id":12345678901234567890,\r\n\t"t":"x]\\"}, \\n"},\n  {"a": [1, {"b": 2}]}\n]\n'
  const { found, notices } = await read(text)
  t.strictSame(found, [
    [2, '{"id":12345678901234567890,"t":"x]\\"}, \\n"}'],
    [4, '{"a": [1, {"b": 2}]}']
  ])
  t.match(notices, [/JSON array/])
  t.strictSame((await read('[]')).found, [])
})

t.test('what is wrong in an array is told, and what came before is read', async t => {
  t.strictSame((await read('[{"a":1},null,"x,]",{"a":2}]')).found, [
    [1, '{"a":1}'],
    [1, 'it is JSON, but not an object'],
    [1, 'it is JSON, but not an object'],
    [1, '{"a":2}']
  ])
  const long = `{"a":"${'x'.repeat(300)}"}`
  t.strictSame((await read(`[${long},\n{"a":2}]`)).found, [
    [1, 'it is longer than 200 bytes'],
    [2, '{"a":2}']
  ])
  t.strictSame((await read('[{"a":1}\n{"a":2}]')).found, [
    [1, '{"a":1}'],
    ['broken', 2, 'a comma is missing between two items of the JSON array']
  ])
  t.strictSame((await read('[{"a":1},\n{"a":2')).found, [
    [1, '{"a":1}'],
    ['broken', 2, 'the data end within a value of JSON']
  ])
  t.match((await read('[{"a":1},')).found[1], ['broken', 1, 'the data end before the JSON array does'])
  t.match((await read('[{"a":1}]\n{"a":2}')).found[1], ['broken', 2, 'there is something behind the JSON array'])
})

t.test('objects over several lines are read one behind the other', async t => {
  const { found, notices } = await read('{\n  "a": 1,\n  "b": [\n    {"c": 2}\n  ]\n}\n{\n"a":2}')
  t.strictSame(found, [
    [1, '{"a": 1,"b": [{"c": 2}]}'],
    [7, '{"a":2}']
  ])
  t.match(notices, [/over several lines/])
})

t.test('lines stay lines, whatever is wrong with the first', async t => {
  for (const first of ['{"a":1,', '{"a": "x', '["text"]', '{', '{"a":{', 'text', '']) {
    const { found, notices } = await read(`${first}\n{"a":1}\n{"a":2}\n`)
    t.strictSame(found.slice(-2), [
      [2, '{"a":1}'],
      [3, '{"a":2}']
    ])
    t.strictSame(notices, [])
  }
})

t.test('of any documents an array, pretty or not, and lines say the same', async t => {
  const record = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
  await holds(
    t,
    fc.asyncProperty(fc.array(record, { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), async (records, pieces) => {
      const expected = records.filter(entry => JSON.stringify(entry).length <= 60)
      for (const text of [
        JSON.stringify(expected),
        JSON.stringify(expected, undefined, 2),
        expected.map(entry => `${JSON.stringify(entry)}\n`).join('')
      ]) {
        const { found } = await read(text, pieces)
        const values = (found as [number, string][]).map(([, output]) => JSON.parse(output))
        if (JSON.stringify(values) !== JSON.stringify(expected))
          throw new Error(`${text} is read as ${JSON.stringify(found)}`)
      }
    })
  )
})

t.test('JSON in folders is read where --format says so, and a run that reads nothing says what to do', async t => {
  const folder = t.testdir({ in: {} })
  const text = (start: number) => Array.from({ length: 30 }, (_, at) => `word${start + at}`).join(' ')
  writeFileSync(join(folder, 'in', 'a.json'), JSON.stringify([{ text: text(0) }, { text: text(100) }]))
  const none = await runCommand('tune', join(folder, 'in'))
  t.match(none, { status: 1, out: '', err: /1 file of folders skipped.*\n.*there is no document in/ })
  t.match(await runCommand('tune', join(folder, 'in'), '--format', 'json'), { status: 0, out: /^2 documents/ })
  t.match(await runCommand('tune', join(folder, 'in'), '--format', 'jsonl'), { status: 0, err: /it is a JSON array/ })
  t.match(await runCommand('tune', join(folder, 'in', 'a.json')), { status: 0, err: '' })
})
