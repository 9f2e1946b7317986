import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Batch } from '../../src/dedup/prepare/batch.ts'
import { type Preparation, prepare } from '../../src/dedup/prepare/prepare.ts'

const settings = {
  shingle: { unit: 'word', size: 3 },
  signature: { scheme: 'doppel', slots: 128, seed: 1 },
  threshold: 0.6
} as const
const options = { textField: undefined, idField: 'id', maxRecordBytes: 1000, keepCsv: false, contentOnly: true }
const extraction = { pageBytes: 100_000, timeoutMs: 10_000, threads: 1 }

async function batchesOf(path: string, from?: Preparation['from']): Promise<Batch[]> {
  const inputs = [{ name: path, path, format: undefined }]
  const batches: Batch[] = []
  for await (const batch of prepare({ inputs, options, settings, from, extraction })) batches.push(batch)
  return batches
}

const recordsIn = (batches: readonly Batch[]) =>
  batches.reduce((sum, { documents }) => sum + documents.headers.length / 8, 0)

t.test('what an earlier run has read is passed over step by step', async t => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `{"id":"${i % 39_990}","text":"a${i}"}\n`).join('')
  const path = join(t.testdir({ 'a.jsonl': lines }), 'a.jsonl')
  const all = await batchesOf(path)
  t.equal(recordsIn(all), 40_000)
  const from = all.find(({ position }) => position.records > 35_000)?.position as Batch['position']
  const rest = await batchesOf(path, from)
  const passed = rest.filter(({ position }) => position.records === from.records)
  t.ok(passed.length > 1, 'a run that only passes over records can be stopped, and tells how far it is')
  t.strictSame(recordsIn(passed), 0)
  t.strictSame(recordsIn(rest), 40_000 - from.records)
  t.strictSame(
    rest.flatMap(({ repeatedIds }) => repeatedIds.map(({ firstLine }) => firstLine)),
    Array.from({ length: 10 }, (_, i) => i + 1),
    'ids that were passed over are known'
  )
})

t.test('broken files among what is passed over do not lead back', async t => {
  const folder = t.testdir({ 'z.jsonl': '{"text":"a"}\n'.repeat(2000) })
  for (let i = 0; i < 600; i++) symlinkSync(join(folder, 'none'), join(folder, `${i}.jsonl`))
  const [from] = (await batchesOf(folder)).map(({ position }) => position).filter(({ records }) => records > 1500)
  const positions = (await batchesOf(folder, from)).map(({ position }) => position.records)
  t.ok(positions.length > 1)
  t.ok(positions.every(records => records >= (from?.records ?? 0)))
})

t.test('lines that are no documents do not pile up', async t => {
  const path = join(t.testdir({ 'a.jsonl': '{"text":5}\n'.repeat(2000) }), 'a.jsonl')
  const batches = await batchesOf(path)
  t.ok(Math.max(...batches.map(({ rejections }) => rejections.length)) <= 512)
  t.equal(batches.flatMap(({ rejections }) => rejections).length, 2000)
})

t.test('pages are taken to texts, those that are none are told, in the order of the file', async t => {
  const page = (body: string) => ({ html: `<title>t</title><article><p>${body}</p></article>` })
  const records = [
    page('one two three'),
    { html: '%PDF-1.4 \u0000\u0001\u0002' },
    { id: 'x', text: 'four' },
    page('five')
  ]
  const path = join(t.testdir({ 'a.jsonl': records.map(record => JSON.stringify(record)).join('\n') }), 'a.jsonl')
  const [batch, ...others] = await batchesOf(path)
  t.strictSame(others.length, 0)
  t.equal(recordsIn([batch as Batch]), 3)
  t.match(batch?.rejections, [{ kind: 'record', ordinal: 1, line: 2, message: /./ }])
})
