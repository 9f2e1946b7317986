import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { CsvSplitter, cellsOf } from '../../src/dedup/inputs/csv-splitter.ts'
import { holds } from '../helpers/property.ts'

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', '\n', '\r\n', '中'), maxLength: 6 })
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })

function written(cells: readonly string[]): string {
  return cells.map(value => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')
}

function split(bytes: Buffer, pieces: number, limit = 1000) {
  const splitter = new CsvSplitter(',', limit)
  const found = []
  for (let start = 0; start < bytes.length; start += pieces) {
    for (const { line, bytes: row } of splitter.push(bytes.subarray(start, start + pieces))) {
      found.push({ line, text: row?.toString() })
    }
  }
  const last = splitter.end()
  if (last !== undefined) found.push({ line: last.line, text: last.bytes?.toString() })
  return found
}

t.test('rows and cells are those that csv-parse finds, however the bytes are chunked', async t => {
  await holds(
    t,
    fc.property(
      rows,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.integer({ min: 1, max: 20 }),
      (table, end, isEnded, pieces) => {
        const texts = table.map(written)
        const file = Buffer.from(texts.join(end) + (isEnded ? end : ''))
        const expected = parse(file, { relax_column_count: true, info: true }) as unknown as { record: string[] }[]
        const found = split(file, pieces)
        if (JSON.stringify(found.map(({ text }) => text)) !== JSON.stringify(texts)) throw new Error('rows differ')
        const cells = found.map(({ text }) => cellsOf(text as string, ','))
        if (JSON.stringify(cells) !== JSON.stringify(expected.map(({ record }) => record)))
          throw new Error('cells differ')
        let line = 1
        for (const [i, text] of texts.entries()) {
          if (found[i]?.line !== line) throw new Error(`row ${i} is at line ${line}, not ${found[i]?.line}`)
          line += text.split('\n').length
        }
      }
    )
  )
})

t.test('a quote counts only where a cell begins with it', async t => {
  t.strictSame(cellsOf('5" disk,"a" b,""', ','), ['5" disk', 'a b', ''])
  t.strictSame(split(Buffer.from('a,5" disk\nb,c\n'), 3), [
    { line: 1, text: 'a,5" disk' },
    { line: 2, text: 'b,c' }
  ])
})

t.test('of a row longer than the limit nothing is kept, and the next ones are read', async t => {
  const file = Buffer.from(`a,"${'x'.repeat(50)}\n${'y'.repeat(50)}"\nb,c\r\n`)
  t.strictSame(split(file, 7, 20), [
    { line: 1, text: undefined },
    { line: 3, text: 'b,c' }
  ])
  const splitter = new CsvSplitter(',', 20)
  t.strictSame([...splitter.push(Buffer.from('a,"b\nc'))], [])
  t.ok(splitter.isQuoted)
})
