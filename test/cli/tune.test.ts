import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runCommand, runCommandWith } from '../helpers/run-command.ts'

const folder = t.testdir()
const text = (start: number) => Array.from({ length: 30 }, (_, at) => `word${start + at}`).join(' ')
const documents = [
  { id: 'a', text: text(0) },
  { id: 'b', text: `${text(0)} more` },
  { id: 'c', text: text(500) },
  { id: 'd', text: `${text(500)} than that` },
  { id: 'e', text: text(900) }
]
const sample = join(folder, 'sample.jsonl')
writeFileSync(sample, documents.map(document => `${JSON.stringify(document)}\n`).join(''))

t.test('a sample is plotted, with examples and a threshold', async t => {
  const { status, out, err } = await runCommand('tune', sample)
  t.strictSame([status, err], [0, ''])
  t.match(out, /^5 documents, 5 distinct texts, 0 without a word; shingles word-3\n/)
  t.match(out, / {5}1\.00 {11}0 .*\n/)
  t.match(out, / {5}0\.30 {11}2 █{18} {11}2 █{18} {11}2\n/)
  t.match(out, /\n0\.9 to 1\.0\n {2}0\.9\d\d\n {4}a [ac]: .*\[\[.*\]\].*\n {4}b [bd]: .*\[\[.*\]\] (more|than that)\n/)
  t.match(out, /\nProposed threshold: 0\.\d\d\nthresholds from 0\.35 to 0\.\d\d find about the same/)
})

t.test('the result as JSON, and on paper', async t => {
  const page = join(folder, 'tune.html')
  const { out } = await runCommand('tune', sample, '--json', '--out', page, '--examples', '1', '--shingle', 'word-1')
  const tuning = JSON.parse(out)
  t.match(tuning, { documents: 5, texts: 5, shingle: { unit: 'word', size: 1 }, proposal: { isClear: true } })
  t.equal(tuning.levels.length, 71)
  t.match(readFileSync(page, 'utf8'), /^<!doctype html>.*<svg .*<mark>.*<\/html>\n$/s)
  t.match(await runCommand('tune', sample, '--out', page), { status: 1, out: '', err: /tune\.html is there; --force/ })
  t.match(await runCommand('tune', sample, '--out', page, '--force'), { status: 0 })
  t.match(await runCommand('tune', sample, '--out', join(folder, 'a.svg')), { status: 0 })
  t.match(readFileSync(join(folder, 'a.svg'), 'utf8'), /^<svg /)
  t.match(await runCommand('tune', sample, '--out', 'plot.png'), { status: 2, err: /must end in \.svg or \.html/ })
})

t.test('a sample may be standard input, a folder, or the beginning of a file', async t => {
  t.match(await runCommandWith(readFileSync(sample), 'tune', '-'), { status: 0, out: /^5 documents/ })
  t.match(await runCommand('tune', sample, '--limit', '3'), {
    status: 0,
    out: /^3 documents/,
    err: /the sample ends here, at 3 documents \(--limit reads more\)/
  })
  const texts = join(folder, 'texts')
  mkdirSync(texts)
  for (const { id, text } of documents) writeFileSync(join(texts, `${id}.txt`), text)
  t.match(await runCommand('tune', texts), { status: 0, out: /^5 documents/ })
  writeFileSync(join(texts, 'f.html'), `<article><p>${text(0)}</p></article>`)
  t.match(
    await runCommand('tune', texts),
    { status: 0, out: /^6 documents, 5 distinct texts/ },
    'a page by its main text'
  )
  const pages = documents.map(
    ({ id, text }) => `${JSON.stringify({ id, html: `<article><p>${text}</p></article>` })}\n`
  )
  t.match(await runCommandWith(pages.join(''), 'tune', '-'), { status: 0, out: /^5 documents, 5 distinct texts/ })
})

t.test('what cannot be read is named, and the status tells', async t => {
  const path = join(folder, 'bad.jsonl')
  writeFileSync(path, `${'{"id": 1}\n'.repeat(25)}{"text": "one"}\n`)
  const { status, out, err } = await runCommand('tune', path)
  t.equal(status, 1)
  t.match(out, /^1 documents.*\n(.*\n)+Proposed threshold: 0\.60\nno two documents/)
  t.match(err, /bad\.jsonl:1: there is no field "text"/)
  t.match(err, /5 more failures not shown\n$/)
  t.equal(err.split('\n').length, 22)
  t.match(await runCommand('tune', path, path, '-', '-'), { status: 2, err: /standard input can be read only once/ })
  for (const option of [
    ['--limit', '1'],
    ['--examples', 'x'],
    ['--shingle', 'word']
  ]) {
    t.match(await runCommand('tune', sample, ...option), { status: 2 })
  }
})
