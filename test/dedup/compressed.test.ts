import { Readable } from 'node:stream'
import { deflateRawSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { inflated } from '../../src/dedup/inputs/byte-stream.ts'
import { recordsOfStream } from '../../src/dedup/inputs/format.ts'
import { TrailingBytes } from '../../src/dedup/inputs/record.ts'

/** What zstd -19 makes of a line of 28 bytes, twice, in two frames. */
const zstd = Buffer.from(
  'KLUv/SQc4QAAeyJpZCI6ImEiLCJ0ZXh0Ijoib25lIHR3byJ9CtZ/3hootS/9JBzhAAB7ImlkIjoiYSIsInRleHQiOiJvbmUgdHdvIn0K1n/eGg==',
  'base64'
)
const zstdText = '{"id":"a","text":"one two"}\n'.repeat(2)
/** A frame that holds nothing to inflate. */
const skippable = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])

async function inflate(bytes: Buffer, pieces: number) {
  const chunks = (async function* () {
    for (let start = 0; start < bytes.length; start += pieces) yield bytes.subarray(start, start + pieces)
  })()
  const parts: Buffer[] = []
  try {
    for await (const part of inflated(chunks)) parts.push(part)
    return { text: Buffer.concat(parts).toString(), fault: undefined }
  } catch (fault) {
    return { text: Buffer.concat(parts).toString(), fault: fault as Error }
  }
}

t.test('all members of gzip are read, and zeros behind them are none', async t => {
  const [one, two] = [gzipSync('one '), gzipSync('two')]
  const named = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7]),
    Buffer.from('name\0comment\0\x01\x02'),
    deflateRawSync('one '),
    one.subarray(-8)
  ])
  for (const [bytes, text] of [
    [one, 'one '],
    [Buffer.concat([one, two, one]), 'one twoone '],
    [Buffer.concat([named, two]), 'one two'],
    [Buffer.concat([one, Buffer.alloc(100_000)]), 'one '],
    [Buffer.concat([one, Buffer.alloc(3), two]), 'one two'],
    [gzipSync(''), '']
  ] as const) {
    for (const pieces of [3, 1_000_000]) t.strictSame(await inflate(bytes, pieces), { text, fault: undefined })
  }
})

t.test('what lies behind compressed data is told, and nothing before it is lost', async t => {
  const big = Array.from({ length: 20_000 }, (_, at) => `${at * 7919}\n`).join('')
  for (const [whole, text] of [
    [gzipSync('one'), 'one'],
    [Buffer.concat([gzipSync('one'), Buffer.alloc(5)]), 'one'],
    [gzipSync(big), big],
    [zstd, zstdText],
    [Buffer.concat([zstd, skippable, zstd]), zstdText + zstdText]
  ] as const) {
    for (const behind of ['x', 'garbage', '<html>'.repeat(100_000)]) {
      for (const pieces of [7, 1_000_000]) {
        const found = await inflate(Buffer.concat([whole, Buffer.from(behind)]), pieces)
        t.equal(found.text, text)
        t.ok(found.fault instanceof TrailingBytes)
        t.match(found.fault?.message, /lies behind the .*data; all before it was read/)
      }
    }
  }
  const header = await inflate(Buffer.concat([gzipSync('one'), Buffer.from([0x1f, 0x8b, 7, 0])]), 100)
  t.match([header.text, header.fault instanceof TrailingBytes], ['one', true])
})

t.test('data that are cut off, or changed, are told with what came before', async t => {
  const bytes = gzipSync(Array.from({ length: 20_000 }, (_, at) => `${at * 7919}\n`).join(''))
  const cut = await inflate(bytes.subarray(0, -1000), 50_000)
  t.match(cut.fault?.message, /^the gzip data are damaged or end too early: unexpected end/)
  t.ok(cut.text.length > 100_000)
  for (const at of [bytes.length - 8, bytes.length - 4]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ 1
    t.match((await inflate(changed, 50_000)).fault?.message, /incorrect (data|length) check/)
  }
  t.match((await inflate(zstd.subarray(0, -10), 50_000)).fault?.message, /Zstandard data are damaged or end too early/)
})

t.test('a last line without a line end counts where its data are whole, and not where they are cut off', async t => {
  const options = { textField: undefined, idField: 'id', maxRecordBytes: 100, keepCsv: false, contentOnly: false }
  const whole = gzipSync('{"text":"a"}\n{"text":"b"}')
  const read = async (bytes: Buffer, format: 'jsonl' | 'csv') => {
    const lines: number[] = []
    try {
      for await (const { line } of recordsOfStream(Readable.from([bytes]), 'x', format, options)) lines.push(line)
      return [lines, undefined]
    } catch (error) {
      return [lines, (error as Error).constructor.name]
    }
  }
  t.strictSame(await read(Buffer.concat([whole, Buffer.from('behind')]), 'jsonl'), [[1, 2], 'TrailingBytes'])
  t.strictSame(await read(Buffer.concat([gzipSync('id,text\n1,a\n2,b'), Buffer.from('behind')]), 'csv'), [
    [2, 3],
    'TrailingBytes'
  ])
  t.strictSame(await read(whole.subarray(0, -9), 'jsonl'), [[1], 'InputFault'])
})
