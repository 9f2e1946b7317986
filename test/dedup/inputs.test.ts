import { execFileSync } from 'node:child_process'
import { mkdirSync, realpathSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib, { gzipSync } from 'node:zlib'
import t from 'tap'
import { filesOf } from '../../src/dedup/inputs/files.ts'
import { InputReader } from '../../src/dedup/inputs/read.ts'
import type { ReadOptions } from '../../src/dedup/inputs/record.ts'
import { unzstd } from '../../src/dedup/inputs/zstd.ts'

const options: ReadOptions = {
  textField: 'text',
  idField: 'id',
  maxRecordBytes: 1000,
  keepCsv: false,
  contentOnly: false
}

/** What zstd -19 makes of `{"id":"a","text":"one two"}` and a line end, twice, in two frames. */
const zstd = Buffer.from(
  'KLUv/SQc4QAAeyJpZCI6ImEiLCJ0ZXh0Ijoib25lIHR3byJ9CtZ/3hootS/9JBzhAAB7ImlkIjoiYSIsInRleHQiOiJvbmUgdHdvIn0K1n/eGg==',
  'base64'
)

/** Each record as [line, id, text] or [line, fault], and what its file ends with. */
async function read(paths: string[], changed: Partial<ReadOptions> = {}) {
  const inputs = paths.map(path => ({ name: path, path, format: undefined }))
  const found: unknown[] = []
  const outputs: string[] = []
  for await (const entry of new InputReader(inputs, { ...options, ...changed }).read()) {
    if ('fault' in entry) {
      found.push(['broken', entry.fault.line, entry.fault.message])
      continue
    }
    const { record } = entry
    try {
      const content = record.content()
      found.push([record.line, content.id, 'text' in content ? content.text : { html: content.html }])
      outputs.push(record.output().toString())
    } catch (error) {
      found.push([record.line, (error as Error).message])
    }
  }
  return { found, outputs }
}

t.test('JSON Lines: what is no document is told, and the others are read as they are', async t => {
  const folder = t.testdir()
  const path = join(folder, 'a.jsonl')
  const lines = [
    '\ufeff{"id":"a","text":"one"}\r',
    '',
    '  { "text" : "no id" , "id": null}',
    '{"id":7,"text":"number"}',
    '{"id":["x"],"text":"list"}',
    '{"id":"b","body":"x","title":"y"}',
    '{"id":"c","text":5}',
    '{"id":"c","text":null}',
    '{"id":"d","text":"x"',
    '["text"]',
    '   ',
    `{"text":"${'long '.repeat(300)}"}`
  ].join('\n')
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`${lines}\n{"text":"`), Buffer.from([0xff]), Buffer.from('"}\n{"text":"end"}')])
  )
  const { found, outputs } = await read([path])
  t.strictSame(found, [
    [1, 'a', 'one'],
    [3, undefined, 'no id'],
    [4, '7', 'number'],
    [5, 'the field "id" is a list, neither a text nor a number'],
    [6, 'there is no field "text"; there are "id", "body", "title"'],
    [7, 'the field "text" is a number, not a text'],
    [8, 'the field "text" is null, not a text'],
    [9, 'it is not valid JSON: it ends where "," or "}" is expected at character 21'],
    [10, 'it is a JSON array, and not an object'],
    [12, 'it is longer than 1000 bytes'],
    [13, 'it is not valid UTF-8 near its byte 10'],
    [14, undefined, 'end']
  ])
  t.strictSame(outputs, [
    '{"id":"a","text":"one"}\r',
    '  { "text" : "no id" , "id": null}',
    '{"id":7,"text":"number"}',
    '{"text":"end"}'
  ])
})

t.test('other fields and encodings can be named, or are refused', async t => {
  const folder = t.testdir({ 'a.ndjson': '{"key":"k","body":"b"}\n' })
  t.strictSame((await read([join(folder, 'a.ndjson')], { textField: 'body', idField: 'key' })).found, [[1, 'k', 'b']])
  const wide = join(folder, 'wide.jsonl')
  writeFileSync(wide, Buffer.from('\ufeff{"text":"x"}\n', 'utf16le'))
  t.match((await read([wide])).found, [['broken', 1, /UTF-16LE: convert it first/]])
})

t.test('a compressed file is read whatever its name, up to where it is damaged', async t => {
  const folder = t.testdir()
  const line = (i: number) => `${JSON.stringify({ id: `d${i}`, text: `text ${i * 7919} of ${i}` })}\n`
  const whole = gzipSync(Array.from({ length: 2000 }, (_, i) => line(i)).join(''))
  writeFileSync(join(folder, 'a.jsonl.gz'), whole)
  writeFileSync(join(folder, 'b.jsonl'), gzipSync(line(1)))
  writeFileSync(join(folder, 'c.jsonl.gz'), Buffer.concat([gzipSync(line(1)), gzipSync(line(2))]))
  t.equal((await read([join(folder, 'a.jsonl.gz')])).found.length, 2000)
  t.equal((await read([join(folder, 'b.jsonl')])).found.length, 1)
  t.equal((await read([join(folder, 'c.jsonl.gz')])).found.length, 2)
  writeFileSync(join(folder, 'cut.jsonl.gz'), whole.subarray(0, whole.length / 2))
  const { found } = await read([join(folder, 'cut.jsonl.gz'), join(folder, 'b.jsonl')])
  const broken = found.findIndex(entry => (entry as unknown[])[0] === 'broken')
  t.match(found[broken], ['broken', broken + 1, /^the gzip data are damaged or end too early/])
  t.ok(broken > 500 && broken < 1500, 'about half of the records come before')
  t.strictSame(found.slice(broken + 1), [[1, 'd1', 'text 7919 of 1']], 'the next file is read')
})

async function inflated(bytes: Buffer, pieces: number, create: Parameters<typeof unzstd>[2]) {
  const chunks = (async function* () {
    for (let start = 0; start < bytes.length; start += pieces) yield bytes.subarray(start, start + pieces)
  })()
  let text = ''
  try {
    for await (const chunk of unzstd(chunks, cause => new Error(`bad: ${cause.message}`), create)) text += chunk
    return { text, fault: undefined }
  } catch (error) {
    return { text, fault: (error as Error).message }
  }
}

t.test('Zstandard of several frames, by Node.js where it can and without', async t => {
  const native = (zlib as { createZstdDecompress?: Parameters<typeof unzstd>[2] }).createZstdDecompress
  for (const create of native === undefined ? [undefined] : [undefined, native]) {
    for (const pieces of [1, 7, 1000]) {
      const text = '{"id":"a","text":"one two"}\n'.repeat(2)
      t.strictSame(await inflated(zstd, pieces, create), { text, fault: undefined })
      const cut = await inflated(zstd.subarray(0, -10), pieces, create)
      t.match(cut.fault, /^bad: /)
      t.ok(text.startsWith(cut.text))
    }
  }
  const folder = t.testdir()
  writeFileSync(join(folder, 'a.jsonl.zst'), zstd)
  t.strictSame((await read([join(folder, 'a.jsonl.zst')])).found, [
    [1, 'a', 'one two'],
    [2, 'a', 'one two']
  ])
})

t.test('CSV: records over several lines, as JSON or as they are', async t => {
  const folder = t.testdir({
    'a.csv': '\ufeffid,text,note\r\n1,"one\r\ntwo",n\r\n\r\n2,three\r\n3,"say ""hi""",é\r\n',
    'b.tsv': 'id\ttext\nx\ta, b\n',
    'no.csv': 'id,body\n1,x\n',
    'open.csv': 'id,text\n1,a\n2,"b\n3,c\n'
  })
  const { found, outputs } = await read([join(folder, 'a.csv'), join(folder, 'b.tsv')])
  t.strictSame(found, [
    [2, '1', 'one\r\ntwo'],
    [5, 'it has 2 cells, the header has 3'],
    [6, '3', 'say "hi"'],
    [2, 'x', 'a, b']
  ])
  t.strictSame(JSON.parse(outputs[0] as string), { id: '1', text: 'one\r\ntwo', note: 'n' })
  t.strictSame((await read([join(folder, 'a.csv')], { keepCsv: true })).outputs, [
    '1,"one\r\ntwo",n\r',
    '3,"say ""hi""",é\r'
  ])
  t.strictSame((await read([join(folder, 'no.csv')])).found, [
    ['broken', 1, 'there is no column "text"; there are "id", "body"']
  ])
  t.strictSame((await read([join(folder, 'open.csv')])).found, [
    [2, '1', 'a'],
    [3, 'a quote is open until the end of the file'],
    [4, '3', 'c']
  ])
})

t.test('CSV whose header cannot be read is told, and the next file is read', async t => {
  const folder = t.testdir({ 'good.csv': 'id,text\n1,one\n', 'long.csv': `id,text${',x'.repeat(600)}\n1,one\n` })
  const latin1 = join(folder, 'latin1.csv')
  writeFileSync(latin1, Buffer.from('id,text,prénom\n1,one,x\n', 'latin1'))
  t.strictSame((await read([latin1, join(folder, 'long.csv'), join(folder, 'good.csv')])).found, [
    ['broken', 1, 'the header cannot be read: it is not valid UTF-8 near its byte 11'],
    ['broken', 1, 'the header cannot be read: it is longer than 1000 bytes'],
    [2, '1', 'one']
  ])
})

t.test('Parquet: groups of rows, and values that JSON has no form for', async t => {
  const folder = t.testdir()
  const filename = join(folder, 'a.parquet')
  const columns = [
    { name: 'id', type: 'STRING', data: ['a', 'b', 'c'] },
    { name: 'text', type: 'STRING', data: ['one', null, 'three'] },
    { name: 'count', type: 'INT64', data: ['1', '2', '9007199254740993'] }
  ]
  const writer = fileURLToPath(new URL('../helpers/write-parquet.mjs', import.meta.url))
  execFileSync(process.execPath, [writer, filename, '2', JSON.stringify(columns)], { env: {} })
  for (const contentOnly of [true, false]) {
    const { found, outputs } = await read([filename], { contentOnly })
    t.strictSame(found, [
      [1, 'a', 'one'],
      [2, 'the field "text" is null, not a text'],
      [3, 'c', 'three']
    ])
    if (!contentOnly) t.equal(outputs[1], '{"id":"c","text":"three","count":9007199254740993}')
  }
  t.strictSame((await read([filename], { textField: 'body' })).found, [
    ['broken', undefined, 'there is no column "body"; there are "id", "text", "count"']
  ])
  writeFileSync(join(folder, 'b.parquet'), 'PAR1 and no more')
  t.match((await read([join(folder, 'b.parquet')])).found, [['broken', undefined, /^it cannot be read as Parquet/]])
})

t.test('a folder: its files in order of their names, without hidden ones and those of other kinds', async t => {
  const folder = t.testdir({
    'b.txt': 'plain text',
    'a.jsonl': '{"text":"line"}\n',
    '.hidden.txt': 'x',
    'image.png': 'x',
    sub: { 'c.md': '\ufeffmarked' }
  })
  writeFileSync(join(folder, 'wide.txt'), Buffer.from('\ufeffwide é', 'utf16le'))
  writeFileSync(join(folder, 'z.txt'), Buffer.from([0x61, 0xe9]))
  mkdirSync(join(folder, 'empty'))
  const { found, outputs } = await read([folder])
  t.strictSame(found, [
    [1, undefined, 'line'],
    [1, join(folder, 'b.txt'), 'plain text'],
    [1, join(folder, 'sub', 'c.md'), 'marked'],
    [1, join(folder, 'wide.txt'), 'wide é'],
    [1, 'it is not valid UTF-8 near its byte 2']
  ])
  t.strictSame(JSON.parse(outputs[1] as string), { id: join(folder, 'b.txt'), text: 'plain text' })
  await t.rejects(read([join(folder, 'image.png')]), { message: /does not say what it is/ })
  await t.rejects(read([join(folder, 'nothing')]), { message: /there is no .*nothing/ })
})

t.test('a folder: what cannot be read is told, and what is excluded is left out, also by a link to it', async t => {
  const folder = t.testdir({
    in: {
      'a.jsonl': '{"text":"line"}\n',
      'out.jsonl': '{"text":"out"}\n',
      state: { 'x.jsonl': '{"text":"state"}\n' },
      'o.doppel-state': { 'y.jsonl': '{}' }
    }
  })
  const inner = join(folder, 'in')
  symlinkSync(join(folder, 'nowhere.jsonl'), join(inner, 'dangling.jsonl'))
  symlinkSync(join(inner, 'out.jsonl'), join(inner, 'link.jsonl'))
  symlinkSync(inner, join(inner, 'loop'))
  symlinkSync(inner, join(folder, 'again'))
  const excluded = new Set([join(realpathSync(inner), 'out.jsonl'), join(realpathSync(inner), 'state')])
  const path = join(folder, 'again')
  const found: unknown[] = []
  const left: string[] = []
  const listener = { onExcluded: (excluded: string) => left.push(excluded) }
  for await (const file of filesOf([{ name: path, path, format: undefined, excluded }], listener)) {
    found.push([file.name, 'fault' in file ? file.fault.message : file.format])
  }
  t.match(found, [
    [join(path, 'a.jsonl'), 'jsonl'],
    [join(path, 'dangling.jsonl'), /^it cannot be read: ENOENT/],
    [join(path, 'loop'), 'it leads back to a folder that is being read already']
  ])
  t.equal(found.length, 3)
  t.strictSame(left, [join(realpathSync(inner), 'out.jsonl'), join(realpathSync(inner), 'out.jsonl')])
  t.match((await read([inner])).found, [
    [1, undefined, 'line'],
    ['broken', undefined, /^it cannot be read: ENOENT/],
    [1, undefined, 'out'],
    ['broken', undefined, /leads back/],
    [1, undefined, 'out'],
    [1, undefined, 'state']
  ])
})

t.test('of a text that is too long nothing is read', async t => {
  const folder = t.testdir({ 'a.txt': '', 'b.txt': 'short' })
  const path = join(folder, 'a.txt')
  // More than can be read at once; it takes no room on disk.
  truncateSync(path, 3 * 1024 ** 3)
  t.strictSame((await read([path, join(folder, 'b.txt')])).found, [
    [1, 'it is longer than 1000 bytes'],
    [1, join(folder, 'b.txt'), 'short']
  ])
})

t.test('ids that are large numbers are not rounded', async t => {
  const lines = [
    '{"id":1234567890123456789,"text":"one"}',
    '{"text":"two","of":{"id":"1234567890123456788"},"id" : 1234567890123456788}',
    '{"of":[{"id":1234567890123456788}],"id":1,"text":"three \\"{ \\"id\\": 7","\\u0069d":1234567890123456789}',
    '{"id":1e300,"text":"four"}',
    '{"id":-9007199254740993,"text":"five"}'
  ]
  const path = join(t.testdir({ 'a.jsonl': lines.join('\n') }), 'a.jsonl')
  t.strictSame((await read([path])).found, [
    [1, '1234567890123456789', 'one'],
    [2, '1234567890123456788', 'two'],
    [3, '1234567890123456789', 'three "{ "id": 7'],
    [4, '1e300', 'four'],
    [5, '-9007199254740993', 'five']
  ])
})

t.test('a page stands for the text of a record that has none', async t => {
  const folder = t.testdir({
    'a.jsonl': [{ id: 'a', html: '<p>one' }, { text: 'two', html: '<p>no' }, { html: 5 }, { text: null, html: '<p>no' }]
      .map(record => JSON.stringify(record))
      .join('\n'),
    'b.csv': 'id,html\nb,<p>three\n'
  })
  const { found } = await read([join(folder, 'a.jsonl'), join(folder, 'b.csv')], { textField: undefined })
  t.strictSame(found, [
    [1, 'a', { html: '<p>one' }],
    [2, undefined, 'two'],
    [3, 'there is no field "text"; there are "html"'],
    [4, 'the field "text" is null, not a text'],
    [2, 'b', { html: '<p>three' }]
  ])
  t.strictSame((await read([join(folder, 'a.jsonl'), join(folder, 'b.csv')], { textField: 'body' })).found.slice(3), [
    [4, 'there is no field "body"; there are "text", "html"'],
    ['broken', 1, 'there is no column "body"; there are "id", "html"']
  ])
})
