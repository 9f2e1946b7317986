import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { runCommand, runCommandWith } from '../helpers/run-command.ts'

const folder = t.testdir()
const sample = (name: string) => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))
const [first, second] = [sample('000_3a3ddb67721fd00a.txt'), sample('001_94341fb9da5aa982.txt')]

/** A file of the test, and its path. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

t.test('two files are compared as a service compares them', async t => {
  const { status, out, err } = await runCommand('compare', first, second)
  t.strictSame([status, err], [0, ''])
  t.match(
    out,
    /^similarity {3}0\.749\nestimate {5}0\.703\ncontainment {2}0\.842 of .*\n +0\.872 of .*\nshared {7}335 of 447 /
  )
  const json = JSON.parse((await runCommand('compare', first, second, '--json')).out)
  t.matchOnlyStrict(json, {
    similarity: 335 / 447,
    estimate: 90 / 128,
    containment: { left: 335 / 398, right: 335 / 384 },
    shared: 335,
    union: 447
  })
})

t.test('the shared parts are marked', async t => {
  const [a, b] = [
    file('a.txt', 'one two three four\r\nFIVE \u001b[31m'),
    file('b.txt', 'zero. One, two three four! six')
  ]
  const { out } = await runCommand('compare', a, b, '--spans')
  t.ok(
    out.endsWith(
      `\n--- ${a}\n[[one two three four]]\nFIVE \ufffd[31m\n\n--- ${b}\nzero. [[One, two three four]]! six\n`
    ),
    out
  )
  const { spans } = JSON.parse((await runCommand('compare', a, b, '--spans', '--json')).out)
  t.strictSame(spans, { left: [{ start: 0, end: 18 }], right: [{ start: 6, end: 25 }], truncated: false })
})

t.test('the status tells whether the threshold is reached', async t => {
  t.equal((await runCommand('compare', first, second, '--threshold', '0.74')).status, 0)
  t.equal((await runCommand('compare', first, second, '--threshold', '.75')).status, 3)
  t.equal((await runCommand('compare', first, first, '--threshold', '1')).status, 0)
})

t.test('shingles can be chosen', async t => {
  const [a, b] = [file('c.txt', 'alpha beta'), file('d.txt', 'beta alpha')]
  const similarity = async (shingle: string) =>
    JSON.parse((await runCommand('compare', a, b, '--json', '--shingle', shingle)).out).similarity
  t.equal(await similarity('word-1'), 1)
  t.equal(await similarity('word-2'), 0)
  for (const shingle of ['word-17', 'character-65', 'word-0', 'line-3', '3']) {
    t.match(await runCommand('compare', a, b, '--shingle', shingle), { status: 2, err: /--shingle is .*it must be/ })
  }
})

t.test('one side may be standard input', async t => {
  t.match(await runCommandWith('some words of a text', 'compare', file('e.txt', 'Some words of a text'), '-'), {
    status: 0,
    out: /^similarity {3}1\.000/
  })
  t.match(await runCommand('compare', '-', '-'), { status: 2, err: /only one of A and B/ })
})

t.test('UTF-16 is read by its byte order mark, other encodings are refused', async t => {
  const text = 'Füße und Hände'
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  const big = Buffer.from(little).swap16()
  const utf8 = file('utf8.txt', `\ufeff${text}`)
  for (const [name, bytes] of [
    ['le.txt', little],
    ['be.txt', big]
  ] as const) {
    t.match(await runCommand('compare', utf8, file(name, bytes)), { status: 0, out: /^similarity {3}1\.000/ })
  }
  const latin = file('latin.txt', Buffer.from(text, 'latin1'))
  t.match(await runCommand('compare', utf8, latin), { status: 1, out: '', err: /latin\.txt is not UTF-8/ })
})

t.test('of a page the main text is compared', async t => {
  const sentence = (at: number) => `Sentence ${at} of the article tells something that no other sentence of it does.`
  const paragraphs = Array.from({ length: 20 }, (_, at) => sentence(at))
  const page = `<!doctype html><title>News</title><nav><a href="/">Home</a></nav><article><h1>News</h1>${paragraphs.map(text => `<p>${text}</p>`).join('')}</article><footer>Terms</footer>`
  const { out } = await runCommand(
    'compare',
    file('page.html', page),
    file('page.txt', paragraphs.join('\n')),
    '--json'
  )
  t.ok(JSON.parse(out).similarity > 0.9, out)
  t.match(await runCommand('compare', file('no.html', '\u0000\u0001\u0002'), first), {
    status: 1,
    out: '',
    err: /no\.html: /
  })
})

t.test('what cannot be read or makes no sense is told', async t => {
  t.match(await runCommand('compare', join(folder, 'none'), first), { status: 1, err: /none: there is no such file/ })
  t.match(await runCommand('compare', folder, first), { status: 1, err: /it is a folder/ })
  t.match(await runCommand('compare', first), { status: 2, err: /compare needs B/ })
  t.match(await runCommand('compare', first, second, first), { status: 2, err: /Unexpected argument/ })
  for (const threshold of ['2', 'high', '-1', '1e0', '0x1']) {
    t.match(await runCommand('compare', first, second, `--threshold=${threshold}`), {
      status: 2,
      err: `doppel: --threshold is "${threshold}": it must be a number from 0 to 1\n`
    })
  }
})
