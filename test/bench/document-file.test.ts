import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { partSizes, writeDocuments } from '../../bench/documents/document-file.ts'
import { DocumentStream } from '../../bench/documents/document-stream.ts'
import { sentenceBase } from '../../bench/documents/sentences.ts'

const settings = { seed: 3, words: 60, copies: 0.3, prefix: 'd' }

t.test('each range of a file holds its documents, one after another', async t => {
  const path = join(t.testdir(), 'documents.ndjson')
  const ranges = writeDocuments(path, new DocumentStream(sentenceBase(), settings), partSizes(2500, 1000))
  t.strictSame(
    ranges.map(({ documents }) => documents),
    [1000, 1000, 500]
  )
  const expected = new DocumentStream(sentenceBase(), settings)
  const bytes = readFileSync(path)
  for (const { documents, textBytes, start, end } of ranges) {
    const made = [...expected.take(documents)]
    t.ok(bytes.toString('utf8', start, end) === made.map(({ line }) => line).join(''), `from ${start} to ${end}`)
    t.equal(
      textBytes,
      made.reduce((sum, document) => sum + document.textBytes, 0)
    )
  }
  t.equal(ranges.at(-1)?.end, statSync(path).size)
})
