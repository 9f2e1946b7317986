import fc from 'fast-check'
import t from 'tap'
import { textLines } from '../../src/client/ndjson.ts'

async function linesOf(bytes: Uint8Array, cuts: readonly number[]): Promise<string[]> {
  const ends = [...cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  let start = 0
  const chunks = ends.map(end => {
    const chunk = bytes.subarray(start, end)
    start = end
    return chunk
  })
  const lines: string[] = []
  for await (const line of textLines(async () => chunks.shift())) lines.push(line)
  return lines
}

t.test('finds the same lines wherever the bytes are cut', async () => {
  const line = fc.string({ unit: 'binary' }).map(text => JSON.stringify(text))
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
      const bytes = new TextEncoder().encode(lines.map(line => `${line}\n`).join(''))
      return JSON.stringify(await linesOf(bytes, cuts)) === JSON.stringify(lines)
    })
  )
})

t.test('leaves out blank lines, and a last line that was cut', async t => {
  t.strictSame(await linesOf(new TextEncoder().encode('{"a":1}\n\r\n \n{"b":2}\r\n{"c":'), []), [
    '{"a":1}',
    '{"b":2}\r'
  ])
  t.strictSame(await linesOf(new Uint8Array(), []), [])
})
