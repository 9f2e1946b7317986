import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { parquet } from '../../src/dedup/inputs/parquet.ts'
import { buildInto } from '../e2e/service-process.ts'
import { startBuilt } from '../helpers/run-built.ts'

const dist = buildInto(t.testdir())
const dedup = (...args: string[]) => startBuilt(dist, ['dedup', ...args]).ended
const text = (start: number) => Array.from({ length: 20 }, (_, at) => `word${start + at}`).join(' ')
const linesOf = (records: readonly object[]) => records.map(record => `${JSON.stringify(record)}\n`).join('')

t.test(
  'a run whose fields are not there says so once, and leaves nothing that the next one could stumble over',
  async t => {
    const records = Array.from({ length: 150 }, (_, at) => ({ docId: `d${at}`, body: text(at * 100), title: 'x' }))
    const folder = t.testdir({ 'in.jsonl': linesOf(records), 'in.csv': `docId,body\n${'1,one\n'.repeat(150)}` })
    const path = (name: string) => join(folder, name)
    for (const input of ['in.jsonl', 'in.csv']) {
      const { status, err } = await dedup(path(input), '--out', path('out.jsonl'))
      t.match(
        [status, err],
        [1, /^doppel: [^\n]* has (a|no) field "text"; there are "docId", "body".*; nothing was read\n$/]
      )
      t.strictSame(readdirSync(folder).sort(), ['in.csv', 'in.jsonl'])
    }
    t.match(await dedup(path('in.jsonl'), '--text-field', 'bdy', '--out', path('out.jsonl')), {
      status: 1,
      err: 'doppel: none of the first 100 records has a field "bdy"; there are "docId", "body", "title"; did you mean --text-field "body"?; nothing was read\n'
    })
    t.match(await dedup(path('in.jsonl'), '--text-field', 'body', '--id-field', 'docid2', '--out', path('out.jsonl')), {
      status: 1,
      err: /has a field "docid2".*did you mean --id-field "docId"\?/
    })
    t.match(await dedup(path('in.jsonl'), '--text-field', 'body', '--id-field', 'docId', '--out', path('out.jsonl')), {
      status: 0,
      err: ''
    })
  }
)

t.test('a field that only some of the first hundred records have is there', async t => {
  const folder = t.testdir({
    'in.jsonl': `${linesOf(Array.from({ length: 99 }, () => ({ kind: 'other' })))}${linesOf([{ text: text(0), url: 'u' }])}`,
    'wrapped.json': JSON.stringify({ articles: [{ text: text(0) }] })
  })
  t.match(await dedup(join(folder, 'in.jsonl'), '--id-field', 'url', '--out', join(folder, 'out.jsonl')), {
    status: 1,
    out: /^1 document in 1 file.*\n.*1 document kept\n99 records or files could not be read/
  })
  t.match(await dedup(join(folder, 'wrapped.json')), { status: 1, err: /jq -c '\.\["articles"\]\[\]'/ })
})

t.test('a run that reads nothing fails and writes nothing; --format says what the files of a folder are', async t => {
  const folder = t.testdir({
    'empty.jsonl': '',
    'bad.jsonl': '{"text":\n',
    in: { 'notes.dat': linesOf([{ text: text(0) }]) }
  })
  writeFileSync(join(folder, 'in', 'a.json.gz'), gzipSync(linesOf([{ text: text(0) }, { text: text(100) }])))
  const out = join(folder, 'out.jsonl')
  const before = readdirSync(folder).sort()
  for (const [input, message] of [
    ['empty.jsonl', /the input has no record; nothing was written/],
    ['bad.jsonl', /bad\.jsonl:1: it is not valid JSON.*\n.*none of 1 records could be read; nothing was written/],
    ['in', /0 inputs have no record; 2 skipped.*--format/]
  ] as const) {
    t.match(await dedup(join(folder, input), '--out', out), { status: 1, err: message })
    t.strictSame(readdirSync(folder).sort(), before)
  }
  t.match(await dedup(join(folder, 'in'), '--format', 'jsonl', '--out', out), {
    status: 0,
    out: /^3 documents in 2 files.*\n1 duplicate/
  })
})

t.test('an output whose name says what it will not be is refused before anything is read', async t => {
  const folder = t.testdir({ 'in.jsonl': linesOf([{ text: text(0) }]) })
  const path = (name: string) => join(folder, name)
  const names = [
    'x.arrow',
    'x.feather',
    'x.avro',
    'x.orc',
    'x.xlsx',
    'x.db',
    'x.sqlite',
    'x.xml',
    'x.parquet',
    'x.csv',
    'x.tsv.gz'
  ]
  for (const name of [...names, 'x.jsonl.zst', 'x.bz2', 'x.jsonl.xz', 'x.zip', 'x.PARQUET']) {
    t.match(
      await dedup(path('in.jsonl'), '--out', path(name)),
      { status: 1, err: /^doppel: [^\n]*(cannot be written|can be)/ },
      name
    )
  }
  for (const name of ['x.csv', 'x.parquet', 'x.tsv']) {
    t.match(await dedup(path('in.jsonl'), '--duplicates', path(name)), { status: 1, err: /JSON Lines.*use \.jsonl/ })
  }
  t.strictSame(readdirSync(folder), ['in.jsonl'])
})

t.test('what is named .json is an array', async t => {
  const records = [
    { id: 'a', text: text(0) },
    { id: 'b', text: text(0) },
    { id: 'c', text: text(100) }
  ]
  const folder = t.testdir({
    'in.json': `[\n${records.map(record => JSON.stringify(record)).join(',\n')}\n]\n`,
    'one.jsonl': ''
  })
  const path = (name: string) => join(folder, name)
  const names = ['kept', 'clusters', 'duplicates', 'rejected'].map(name => path(`${name}.json`)) as [
    string,
    string,
    string,
    string
  ]
  const [kept, clusters, duplicates, rejected] = names
  t.match(
    await dedup(
      path('in.json'),
      '--out',
      kept,
      '--clusters',
      clusters,
      '--duplicates',
      duplicates,
      '--rejected',
      rejected
    ),
    { status: 0, err: '' }
  )
  const [first, second, third, none] = names.map(name => JSON.parse(readFileSync(name, 'utf8')))
  t.strictSame(first, [records[0], records[2]])
  t.match(second, [{ size: 2, members: [{ id: 'a' }, { id: 'b', line: 3 }] }])
  t.match(third, [{ id: 'b', duplicateOf: { id: 'a' } }])
  t.strictSame(none, [])
})

const values = fileURLToPath(new URL('../dedup/parquet/values.parquet', import.meta.url))

async function rowsOf(path: string): Promise<string[]> {
  const options = { textField: undefined, idField: 'id', maxRecordBytes: 1000, keepCsv: false, contentOnly: false }
  const rows: string[] = []
  for await (const record of parquet(path, options, () => {})) rows.push(record.output().toString())
  return rows
}

t.test('a Parquet output has the columns, types and values of its inputs', async t => {
  const folder = t.testdir()
  const out = join(folder, 'kept.parquet')
  t.match(await dedup(values, values, '--out', out), { status: 0, err: /the id "a" is also|^$/ })
  const all = await rowsOf(values)
  t.strictSame(await rowsOf(out), all.slice(0, 3), 'the fourth and the second copy of each are duplicates')
  const json = join(folder, 'kept.jsonl')
  t.match(await dedup(values, '--out', json), { status: 0, err: /JSON has no type for d9 \(decimal\)/ })
  t.equal(readFileSync(json, 'utf8'), `${all.slice(0, 3).join('\n')}\n`)
})

t.test('a Parquet output that its inputs do not allow is refused before the run', async t => {
  const folder = t.testdir({ 'in.jsonl': linesOf([{ text: text(0) }]) })
  const out = join(folder, 'kept.parquet')
  t.match(await dedup(values, join(folder, 'in.jsonl'), '--out', out), {
    status: 1,
    err: /only Parquet files can be written as Parquet/
  })
  t.match(await dedup(values, '--out', `${out}.gz`), { status: 1, err: /Parquet is compressed by itself/ })
  const other = join(folder, 'other.parquet')
  const bytes = readFileSync(values).toString('latin1').replaceAll('imap', 'jmap')
  writeFileSync(other, Buffer.from(bytes, 'latin1'))
  t.match(await dedup(values, other, '--out', out), {
    status: 1,
    err: /other\.parquet has other columns, or other types/
  })
  t.notOk(existsSync(out))
})

t.test('ids may have any length, and a very long one is not taken for a name', async t => {
  const records = [600, 40_000, 70_000].map(length => ({ id: 'x'.repeat(length), text: text(0) }))
  const folder = t.testdir({ 'in.jsonl': linesOf([{ id: 'a', text: text(0) }, ...records]) })
  const [out, duplicates] = [join(folder, 'out.jsonl'), join(folder, 'duplicates.jsonl')]
  t.match(await dedup(join(folder, 'in.jsonl'), '--out', out, '--duplicates', duplicates), { status: 0, err: '' })
  const ids = readFileSync(duplicates, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).id as string)
  t.strictSame(
    ids.map(id => (id.startsWith('xxx') ? id.length : id.slice(-4))),
    [600, 'l:3', 'l:4'].map(id => (typeof id === 'string' ? `on${id}`.slice(-4) : id))
  )
})

t.test('cells may be separated otherwise, which a header that is read wrongly tells', async t => {
  const row = (separator: string) => `id${separator}text\n1${separator}"${text(0)}"\n`
  const folder = t.testdir({ 'a.csv': row(';'), 'b.csv': row('|'), 'c.csv': row('\t') })
  mkdirSync(join(folder, 'out'))
  for (const [name, shown, delimiter] of [
    ['a.csv', "';'", ';'],
    ['b.csv', "'|'", '|'],
    ['c.csv', 'tab', 'tab']
  ] as const) {
    const wrong = await dedup(join(folder, name), '--out', join(folder, 'out', name))
    t.equal(wrong.status, 1)
    t.ok(wrong.err.includes(`its cells seem to be separated by ${shown}: --delimiter ${shown} reads them`), wrong.err)
    t.match(await dedup(join(folder, name), '--delimiter', delimiter, '--out', join(folder, 'out', name)), {
      status: 0,
      err: ''
    })
    t.equal(readFileSync(join(folder, 'out', name), 'utf8'), readFileSync(join(folder, name), 'utf8'))
  }
  for (const delimiter of ['', ';;', '"', 'é']) {
    t.match(await dedup(join(folder, 'a.csv'), '--delimiter', delimiter), { status: 2, err: /--delimiter is / })
  }
})
