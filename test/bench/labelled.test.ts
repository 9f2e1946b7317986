import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { coreClass, coreMetrics, predictionsFrom } from '../../bench/labelled/core-metrics.ts'
import { newsCopyText, readCore, readNewsCopy } from '../../bench/labelled/labelled-files.ts'

const set = (...ids: string[]) => new Set(ids)

t.test('coreClass counts joining too much as a hit, and half a hit as a false one', async t => {
  t.equal(coreClass(set(), set()), 'TN')
  t.equal(coreClass(set('b'), set()), 'FN')
  t.equal(coreClass(set('b'), set('b')), 'TP')
  t.equal(coreClass(set('b'), set('b', 'c')), 'TP')
  t.equal(coreClass(set('b', 'c'), set('b')), 'FP')
  t.equal(coreClass(set('b'), set('c')), 'FP')
  t.equal(coreClass(set(), set('c')), 'FP')
})

t.test('coreMetrics gives what text-dedup prints, worked out by hand', async t => {
  const labels = new Map([
    ['a', set('b')],
    ['b', set('a')],
    ['c', set('d')],
    ['d', set('c')],
    ['e', set()],
    ['f', set()],
    ['g', set('h')],
    ['h', set('g')]
  ])
  // a, b and e in one cluster; c and d in one; g and h missed.
  const ids = [...labels.keys()]
  const metrics = coreMetrics(labels, predictionsFrom(ids, [1, 1, 2, 2, 1, 3, 4, 5]))
  t.strictSame(metrics.classes, { TP: 4, TN: 1, FP: 1, FN: 2 })
  t.equal(metrics.accuracy, 3 / 8, 'c, d and f')
  t.equal(metrics.precisionDuplicates, 4 / 5)
  t.equal(metrics.recallDuplicates, 4 / 6)
  t.equal(metrics.precisionNonDuplicates, 1 / 3)
  t.equal(metrics.recallNonDuplicates, 1 / 2)
  t.equal(metrics.macroPrecision, (4 / 5 + 1 / 3) / 2)
  t.ok(Math.abs(metrics.macroF1 - (8 / 11 + 2 / 5) / 2) < 1e-12)
})

t.test('coreMetrics takes a document without prediction for one without duplicates', async t => {
  const metrics = coreMetrics(new Map([['a', set('b')]]), new Map())
  t.equal(metrics.accuracy, 0)
  t.equal(metrics.precisionDuplicates, 0, 'nothing was predicted')
  t.strictSame(metrics.classes, { TP: 0, TN: 0, FP: 0, FN: 1 })
})

t.test('predictionsFrom leaves the document itself out', async t => {
  const predictions = predictionsFrom(['a', 'b', 'c'], ['x', 'x', 'y'])
  t.strictSame(
    predictions,
    new Map([
      ['a', set('b')],
      ['b', set('a')],
      ['c', set()]
    ])
  )
})

t.test('newsCopyText joins hyphenated lines and drops punctuation and what is not ASCII', async t => {
  t.equal(
    newsCopyText('The har-\nbour\nmaster\u2019s "well-kept" log: caf\u00e9, no. 1!'),
    'The harbour masters well-kept log caf no 1'
  )
  t.equal(newsCopyText('a\\b [c] {d} ^e_f` ~g|h'), 'ab c d ef gh')
})

t.test('readCore reads the published fields, plain or compressed', async t => {
  const folder = t.testdir({})
  const lines = [
    { core_id: '1', processed_title: 'On Fog', processed_abstract: 'Fog IS wet.', labelled_duplicates: ['2'] },
    { core_id: 2, processed_title: 'On fog', processed_abstract: 'fog is wet', labelled_duplicates: ['1'] },
    { core_id: '3', processed_title: 'Ships', processed_abstract: '', labelled_duplicates: null }
  ]
  const text = lines.map(line => `${JSON.stringify(line)}\n`).join('')
  writeFileSync(join(folder, 'core.jsonl'), text)
  writeFileSync(join(folder, 'core.jsonl.gz'), gzipSync(text))
  const plain = readCore(join(folder, 'core.jsonl'))
  t.strictSame(plain.ids, ['1', '2', '3'])
  t.strictSame(plain.texts, ['on fog fog is wet.', 'on fog fog is wet', 'ships '])
  t.strictSame(
    plain.labels,
    new Map([
      ['1', set('2')],
      ['2', set('1')],
      ['3', set()]
    ])
  )
  t.strictSame(readCore(join(folder, 'core.jsonl.gz')), plain)
})

t.test('readNewsCopy reads articles and clusters', async t => {
  const folder = t.testdir({ 'news.jsonl': '{"article":"Fog, thick.","cluster":7}\n{"article":"Sun.","cluster":8}\n' })
  t.strictSame(readNewsCopy(join(folder, 'news.jsonl')), { texts: ['Fog thick', 'Sun'], clusters: ['7', '8'] })
})
