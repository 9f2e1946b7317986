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
  for (const { line, bytes: row } of splitter.end()) found.push({ line, text: row?.toString() })
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
  t.strictSame(cellsOf('5" disk,"a",""', ','), ['5" disk', 'a', ''])
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
  t.match(
    [...splitter.end()],
    [
      { line: 1, bytes: Buffer.from('a,"b'), fault: /a quote is open/ },
      { line: 2, fault: undefined }
    ]
  )
})

/** Each row as [line, cells] or [line, fault]. */
function read(text: string, pieces: number) {
  const splitter = new CsvSplitter(',', 1000)
  const bytes = Buffer.from(text)
  const rows = []
  for (let start = 0; start < bytes.length; start += pieces) {
    rows.push(
      ...[...splitter.push(bytes.subarray(start, start + pieces))].map(row => ({ ...row, text: row.bytes?.toString() }))
    )
  }
  rows.push(...[...splitter.end()].map(row => ({ ...row, text: row.bytes?.toString() })))
  return rows.map(({ line, text, fault, isBackslashed }) => [
    line,
    fault ?? cellsOf(text as string, ',', isBackslashed)
  ])
}

const behind = 'there is text behind the closing quote of a cell'
const open = 'a quote is open until the end of the file'

t.test('a row whose quotes are wrong is told, and those behind it are read, however the bytes are chunked', async t => {
  const cases: [string, unknown[]][] = [
    [
      '1,"nine\n2,"ships"\n3,"left"\n',
      [
        [1, behind],
        [2, ['2', 'ships']],
        [3, ['3', 'left']]
      ]
    ],
    [
      '1,"a"b,"c\n2,d\n',
      [
        [1, behind],
        [2, ['2', 'd']]
      ]
    ],
    [
      '"a" ,b\n2,d',
      [
        [1, behind],
        [2, ['2', 'd']]
      ]
    ],
    [
      '1,a\n2,"b\n3,c\n',
      [
        [1, ['1', 'a']],
        [2, open],
        [3, ['3', 'c']]
      ]
    ],
    ['1,"a', [[1, open]]],
    [
      '"b"\r,c\n"d"\r\n"e"\r',
      [
        [1, behind],
        [2, ['d']],
        [3, ['e']]
      ]
    ]
  ]
  for (const [text, expected] of cases)
    for (const pieces of [1, 2, 3, 1000]) t.strictSame(read(text, pieces), expected, text)
})

t.test('quotes that are escaped with a backslash are read so where they cannot be anything else', async t => {
  const cases: [string, unknown[]][] = [
    [
      '1,"He said \\"hello there\\" to, all",x\n2,b\n',
      [
        [1, ['1', 'He said "hello there" to, all', 'x']],
        [2, ['2', 'b']]
      ]
    ],
    ['1,"C:\\dir\\",x\n', [[1, ['1', 'C:\\dir\\', 'x']]]],
    ['1,"a \\"b\\\\",x\n', [[1, ['1', 'a "b\\', 'x']]]],
    ['"é\\"😀\\""\n', [[1, ['é"😀"']]]],
    ['1,"a ""b"" \\"c\\"\nd",2\n', [[1, ['1', 'a "b" "c"\nd', '2']]]]
  ]
  for (const [text, expected] of cases)
    for (const pieces of [1, 2, 3, 1000]) t.strictSame(read(text, pieces), expected, text)
})

t.test('of any bytes each line is in one row', async t => {
  const bytes = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\\', '\r\n'), maxLength: 40 })
  await holds(
    t,
    fc.property(bytes, fc.integer({ min: 1, max: 9 }), (text, pieces) => {
      const rows = read(text, pieces)
      if (JSON.stringify(rows) !== JSON.stringify(read(text, 1000))) throw new Error('chunks matter')
      const lines = rows.map(([line]) => line as number)
      if (lines.some((line, at) => at > 0 && line <= (lines[at - 1] as number))) throw new Error('a line is read twice')
    })
  )
})
