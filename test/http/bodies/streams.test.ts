import { createGunzip, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { decompress } from '../../../src/bytes/decompress.ts'
import { GrowingBytes } from '../../../src/bytes/growing-bytes.ts'
import { type Line, LineSplitter } from '../../../src/bytes/line-splitter.ts'
import { holds } from '../../helpers/property.ts'

/** Lines the simple way: all bytes in memory. */
function naiveLines(bytes: Buffer, limit: number): { number: number; bytes: string | undefined }[] {
  const parts = bytes.toString('latin1').split('\n')
  if (parts.at(-1) === '') parts.pop()
  return parts.flatMap((part, index) => {
    const content = part.endsWith('\r') ? part.slice(0, -1) : part
    const line = { number: index + 1, bytes: content.length > limit ? undefined : content }
    return line.bytes !== undefined && /^[ \t\r]*$/.test(content) ? [] : [line]
  })
}

function latin1({ number, bytes }: Line) {
  return { number, bytes: bytes?.toString('latin1') }
}

t.test('LineSplitter cuts as a naive splitter does, however the bytes are chunked', async t => {
  const chunks = fc.array(
    fc
      .array(fc.constantFrom(0x0a, 0x0a, 0x0d, 0x20, 0x09, 0x61, 0xff), { maxLength: 12 })
      .map(bytes => Buffer.from(bytes)),
    { maxLength: 12 }
  )
  await holds(
    t,
    fc.property(chunks, fc.integer({ min: 1, max: 9 }), (chunks, limit) => {
      const splitter = new LineSplitter(limit)
      const lines = chunks.flatMap(chunk => [...splitter.push(chunk)].map(latin1))
      const last = splitter.end()
      if (last !== undefined) lines.push(latin1(last))
      const expected = naiveLines(Buffer.concat(chunks), limit)
      if (JSON.stringify(lines) !== JSON.stringify(expected)) {
        throw new Error(`${JSON.stringify(lines)} is not ${JSON.stringify(expected)}`)
      }
    }),
    { numRuns: 5000 }
  )
})

t.test('LineSplitter forgets what a line has too much, and GrowingBytes does not change what it is given', async t => {
  const splitter = new LineSplitter(1000)
  const before = process.memoryUsage().arrayBuffers
  const piece = Buffer.alloc(1024 * 1024, 'x')
  const early = Array.from({ length: 200 }, () => [...splitter.push(piece)]).flat()
  t.strictSame(early, [])
  t.ok(process.memoryUsage().arrayBuffers - before < 20e6, 'a line of 200 MB takes no memory')
  t.ok(splitter.isWithinLine)
  t.strictSame([...splitter.push(Buffer.from('\nnext\n'))].map(latin1), [
    { number: 1, bytes: undefined },
    { number: 2, bytes: 'next' }
  ])
  t.equal(splitter.end(), undefined)

  const first = Buffer.from('abcdef')
  const growing = new GrowingBytes()
  growing.append(first.subarray(0, 2))
  growing.append(Buffer.from('XY'))
  growing.append(Buffer.from('Z'))
  t.equal(growing.take().toString(), 'abXYZ')
  t.equal(first.toString(), 'abcdef', 'the first piece was not written over')
  t.equal(growing.length, 0)
})

async function inflate(chunks: Buffer[], isCut = false): Promise<{ text: string; code: string | undefined }> {
  let text = ''
  const fault = (cause: Error) => Object.assign(cause, { code: 'MALFORMED_BODY' })
  const options = { create: createGunzip, isCut: () => isCut, fault }
  try {
    for await (const chunk of decompress(iterate(chunks), options)) text += chunk.toString('latin1')
    return { text, code: undefined }
  } catch (error) {
    return { text, code: (error as { code: string }).code }
  }
}

async function* iterate(chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks
}

t.test('decompress gives out everything that precedes a fault, whatever the chunks', async t => {
  const text = Array.from({ length: 5000 }, (_, i) => `line ${i * 7919}\n`).join('')
  const whole = gzipSync(text)
  await holds(
    t,
    fc.asyncProperty(fc.integer({ min: 1, max: 30_000 }), async size => {
      const chunks = []
      for (let start = 0; start < whole.length; start += size) chunks.push(whole.subarray(start, start + size))
      const { text: inflated, code } = await inflate(chunks)
      if (code !== undefined || inflated !== text) throw new Error(`differs with chunks of ${size}`)
    }),
    { numRuns: 30 }
  )
  const half = whole.length >> 1
  const truncated = await inflate([whole.subarray(0, half)])
  t.equal(truncated.code, 'MALFORMED_BODY')
  t.ok(truncated.text.length > text.length / 4, 'the first half is there')
  t.ok(text.startsWith(truncated.text))
  t.strictSame(await inflate([whole.subarray(0, half)], true), { text: truncated.text, code: undefined }, 'cut by us')

  const corrupt = Buffer.from(whole)
  corrupt.fill(0xff, half, half + 64)
  const corrupted = await inflate([corrupt])
  t.equal(corrupted.code, 'MALFORMED_BODY')
  t.ok(corrupted.text.length > text.length / 4)

  t.strictSame(await inflate([gzipSync('a'), gzipSync('b')]), { text: 'ab', code: undefined }, 'several members')
  t.strictSame(await inflate([Buffer.concat([gzipSync('a'), Buffer.alloc(99)]), Buffer.alloc(99)]), {
    text: 'a',
    code: undefined
  })
  t.strictSame(await inflate([]), { text: '', code: 'MALFORMED_BODY' }, 'nothing is not gzip')
  t.strictSame(await inflate([Buffer.from('plain')]), { text: '', code: 'MALFORMED_BODY' })
})
