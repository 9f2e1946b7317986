import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import t from 'tap'
import type { RepresentativePolicy } from '../../src/cluster/representative.ts'
import { DedupService } from '../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { buildInto } from '../e2e/service-process.ts'
import { asLines, type PlantedDocument, plantedDocuments } from '../helpers/planted-documents.ts'
import { Random } from '../helpers/random.ts'
import { startBuilt } from '../helpers/run-built.ts'
import { twinTextOf } from '../helpers/twin-words.ts'

const dist = buildInto(t.testdir())
const documents = plantedDocuments(700, 3)

const runCommand = (...args: string[]) => startBuilt(dist, args).ended
const runCommandWith = (input: Uint8Array | string, ...args: string[]) => startBuilt(dist, args, input).ended

function linesIn(path: string): Record<string, unknown>[] {
  const text = readFileSync(path, 'utf8')
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line))
}

/** What a service answers about the same documents: the ids that it keeps, and each cluster as its ids. */
async function byService(given: readonly PlantedDocument[], representative: RepresentativePolicy, threshold: number) {
  const store = new EmbeddedStore(new MemoryJournal(), Date.now)
  await store.open(() => {})
  try {
    const service = new DedupService(store)
    await service.putCollection('default', { representative, threshold })
    await service.ingestMany('default', given, { matchLimit: 0, renew: false })
    const request = { representatives: true, limit: 10_000, fullPageBytes: 1e9 }
    const kept: string[] = []
    let cursor: string | undefined
    do {
      const page = await service.exportDocuments('default', { ...request, cursor })
      kept.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== undefined)
    const listing = { threshold: undefined, minSize: 2, order: '-size', limit: 10_000, cursor: undefined } as const
    const { clusters } = await service.listClusters('default', listing)
    return { kept, clusters: clusters.map(({ members }) => members.map(({ id }) => id)) }
  } finally {
    await store.close()
  }
}

t.test('the answers are those of the service, whichever record is kept', async t => {
  const folder = t.testdir({ 'in.jsonl': asLines(documents) })
  const path = (name: string) => join(folder, name)
  for (const [keep, threshold] of [
    ['earliest', 0.6],
    ['longest', 0.6],
    ['central', 0.8]
  ] as const) {
    const outputs = [
      '--out',
      path('out.jsonl'),
      '--clusters',
      path('clusters.jsonl'),
      '--duplicates',
      path('duplicates.jsonl')
    ]
    const { status, out, err } = await runCommand(
      'dedup',
      path('in.jsonl'),
      ...outputs,
      '--keep',
      keep,
      '--threshold',
      String(threshold),
      '--force',
      '--json'
    )
    t.equal(err, '')
    t.equal(status, 0)
    const expected = await byService(documents, keep, threshold)
    t.strictSame(
      linesIn(path('out.jsonl')).map(({ id }) => id),
      expected.kept,
      `keeps the ${keep}`
    )
    const clusters = linesIn(path('clusters.jsonl')) as unknown as { members: { id: string }[] }[]
    t.strictSame(
      clusters.map(({ members }) => members.map(({ id }) => id).slice(0, 10)),
      expected.clusters
    )
    const summary = JSON.parse(out)
    t.match(summary, {
      files: 1,
      documents: 700,
      kept: expected.kept.length,
      clusters: clusters.length,
      rejected: 0,
      resumedFrom: 0
    })
    t.equal(linesIn(path('duplicates.jsonl')).length, summary.duplicates)
    t.strictSame(readdirSync(folder).sort(), ['clusters.jsonl', 'duplicates.jsonl', 'in.jsonl', 'out.jsonl'])
  }
})

t.test('lines are kept byte for byte, and each output tells where its documents stand', async t => {
  const text = 'the quick brown fox jumps over the lazy dog today'
  const lines = [
    `{"text" : "${text}", "x": 1.0}\r`,
    `{"id":"b","text":"${text}!"}`,
    '{"id":"c","text":"caf\\u00e9 or another text"}'
  ]
  const folder = t.testdir({ 'a.jsonl': lines.slice(0, 1).join('\n'), 'b.jsonl.gz': '' })
  writeFileSync(join(folder, 'b.jsonl.gz'), gzipSync(`\n${lines.slice(1).join('\n')}\n`))
  const path = (name: string) => join(folder, name)
  const { status, out, err } = await runCommand(
    'dedup',
    path('a.jsonl'),
    path('b.jsonl.gz'),
    '--out',
    path('o.jsonl.gz'),
    '--clusters',
    path('c'),
    '--duplicates',
    path('d')
  )
  t.strictSame([status, err], [0, ''])
  t.match(out, /^3 documents in 2 files, in [\d.]+ s\n1 duplicate in 1 cluster; 2 documents kept\n$/)
  t.equal(gunzipSync(readFileSync(path('o.jsonl.gz'))).toString(), `${lines[0]}\n${lines[2]}\n`)
  const first = { id: `${path('a.jsonl')}:1`, file: path('a.jsonl'), line: 1 }
  const second = { id: 'b', file: path('b.jsonl.gz'), line: 2 }
  t.strictSame(linesIn(path('d')), [{ ...second, duplicateOf: first, similarity: 1, estimate: 1, cluster: 'c3' }])
  t.strictSame(linesIn(path('c')), [
    {
      id: 'c3',
      size: 2,
      representative: first.id,
      similarity: { min: 1, mean: 1, max: 1 },
      truncated: false,
      truncatedBy: [],
      pairs: [{ a: first.id, b: 'b', similarity: 1, estimate: 1 }],
      members: [
        { ...first, similarity: 1, estimate: 1 },
        { ...second, similarity: 1, estimate: 1 }
      ]
    }
  ])
})

t.test('standard input and output make it a part of a pipe', async t => {
  const folder = t.testdir()
  const few = documents.slice(0, 60)
  const { kept } = await byService(few, 'earliest', 0.6)
  for (const input of [Buffer.from(asLines(few)), gzipSync(asLines(few))]) {
    const { status, out, err } = await runCommandWith(
      input,
      'dedup',
      '-',
      '--out',
      '-',
      '--state',
      join(folder, 'state'),
      '--json'
    )
    t.equal(status, 0)
    t.strictSame(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).id),
      kept
    )
    t.match(JSON.parse(err), { documents: 60, kept: kept.length })
    t.notOk(existsSync(join(folder, 'state')))
  }
  const lines = 'id,text\n1,one two three four\n2,"One, two three: four"\n'
  t.match(
    await runCommandWith(lines, 'dedup', '-', '--format', 'csv', '--out', '-', '--state', join(folder, 'state')),
    {
      status: 0,
      out: '{"id":"1","text":"one two three four"}\n'
    }
  )
})

t.test('CSV stays CSV where the output is named so', async t => {
  const folder = t.testdir({
    'a.csv': 'id,text\r\n1,"one\r\ntwo three four"\r\n',
    'b.csv': 'id,text\n2,one two three four\n3,other words are here\n',
    'c.csv': 'text,id\nx,4\n'
  })
  const [a, b, c, out] = ['a.csv', 'b.csv', 'c.csv', 'out.csv'].map(name => join(folder, name)) as [
    string,
    string,
    string,
    string
  ]
  t.match(await runCommand('dedup', a, b, '--out', out), { status: 0, err: '' })
  t.equal(readFileSync(out, 'utf8'), 'id,text\r\n1,"one\r\ntwo three four"\r\n3,other words are here\n')
  t.match(await runCommand('dedup', a, c, '--out', out, '--force'), { status: 1, err: /c.csv has another header/ })
  t.equal(readFileSync(out, 'utf8').length > 0, true)
})

t.test('a folder of pages: the same article in two pages is found', async t => {
  const article = plantedDocuments(1, 9)[0]?.text.replaceAll(/(\w+ \w+ \w+ \w+)/g, '$1.')
  const page = (menu: string, body: string) =>
    `<html><head><title>t</title></head><body><nav>${menu}</nav><article><h1>Head</h1><p>${body}</p><p>${body} again</p></article></body></html>`
  const folder = t.testdir({
    pages: {
      'a.html': page('home news', `${article}`),
      'b.htm': page('other menu of links', `${article}`),
      'c.txt': 'plain text of its own'
    },
    'pages.jsonl': ['first menu', 'second menu of more links']
      .map(menu => JSON.stringify({ id: menu, html: page(menu, `${article}`) }))
      .join('\n')
  })
  const out = join(folder, 'out.jsonl')
  t.match(await runCommand('dedup', join(folder, 'pages'), '--out', out), { status: 0, err: '' })
  t.strictSame(
    linesIn(out).map(({ id }) => id),
    [join(folder, 'pages/a.html'), join(folder, 'pages/c.txt')]
  )
  t.match(linesIn(out)[0], { html: /<nav>home/ })
  t.match(await runCommand('dedup', join(folder, 'pages.jsonl'), '--out', out, '--force'), { status: 0, err: '' })
  t.strictSame(
    linesIn(out).map(({ id }) => id),
    ['first menu']
  )
})

t.test('what cannot be read is told with its place, listed, and makes the status 1; all else is done', async t => {
  const long = `{"id":"long","text":"${'x'.repeat(20 * 1024 * 1024)}"}`
  const folder = t.testdir({
    'bad.jsonl': `{"id":"a","text":"first of the texts"}\n${long}\n{"id":"b"}\n{"id":"c","text":7}\n{"id":"a","text":"same id, another text"}\n`
  })
  const cut = gzipSync(asLines(documents.slice(0, 200)))
  writeFileSync(join(folder, 'cut.jsonl.gz'), cut.subarray(0, cut.length / 2))
  const path = (name: string) => join(folder, name)
  const { status, out, err } = await runCommand(
    'dedup',
    path('bad.jsonl'),
    path('cut.jsonl.gz'),
    '--out',
    path('out.jsonl'),
    '--rejected',
    path('rejected.jsonl')
  )
  t.equal(status, 1)
  const told = err.trimEnd().split('\n')
  t.equal(told[0], `doppel: ${path('bad.jsonl')}:2: it is longer than 16777216 bytes`)
  t.equal(told[1], `doppel: ${path('bad.jsonl')}:3: there is no field "text"; there are "id"`)
  t.equal(told[2], `doppel: ${path('bad.jsonl')}:4: the field "text" is a number, not a text`)
  t.match(told[3], /cut[.]jsonl[.]gz:\d+: the gzip data are damaged or end too early/)
  t.equal(told[4], `doppel: ${path('bad.jsonl')}:5: the id "a" is also that of line 1; both are documents`)
  t.equal(told.length, 5)
  t.match(out, /4 records or files could not be read, and are in no output/)
  const ids = linesIn(path('out.jsonl')).map(({ id }) => id)
  t.strictSame(ids.slice(0, 3), ['a', 'a', 'd0'])
  t.strictSame(
    linesIn(path('rejected.jsonl'))
      .map(({ kind, line }) => [kind, line])
      .slice(0, 3),
    [
      ['record', 2],
      ['record', 3],
      ['record', 4]
    ]
  )
})

t.test('many bad records are counted, not all printed', async t => {
  const folder = t.testdir({
    'in.jsonl': `${'{"body":"x"}\n'.repeat(1000)}{"text":"one"}\n`.replace('"body"', '"text"')
  })
  const { status, err, out } = await runCommand('dedup', join(folder, 'in.jsonl'), '--state', join(folder, 'state'))
  t.equal(status, 1)
  t.equal(err.trimEnd().split('\n').length, 21)
  t.match(err, /979 more cannot be read; --rejected FILE lists all of them\n$/)
  t.match(out, /^2 documents in 1 file/)
})

t.test('nothing is overwritten by accident, and what makes no sense is refused before anything is read', async t => {
  const folder = t.testdir({ 'in.jsonl': asLines(documents.slice(0, 5)), 'out.jsonl': 'precious', sub: {} })
  const path = (name: string) => join(folder, name)
  const refused: [string[], RegExp][] = [
    [[path('in.jsonl'), '--out', path('out.jsonl')], /out[.]jsonl is there; --force writes over it/],
    [[path('in.jsonl'), '--out', path('in.jsonl'), '--force'], /in[.]jsonl is an input/],
    [[path('in.jsonl'), '--out', path('x'), '--clusters', path('./x')], /two outputs are the same/],
    [[path('in.jsonl'), '--out', path('none/x')], /there is no folder/],
    [[path('in.jsonl'), '--out', path('sub')], /sub is a folder/],
    [[path('in.jsonl'), '--out', path('x.zst')], /gzip/],
    [[path('in.jsonl'), '--out', path('x.csv')], /only csv files can be written as csv/],
    [[path('nothing.jsonl'), '--out', path('x')], /there is no .*nothing[.]jsonl/],
    [[path('in.jsonl'), '--out', path('x'), '--state', folder], /is no state of a run: it holds/]
  ]
  for (const [args, message] of refused)
    t.match(await runCommand('dedup', ...args), { status: 1, err: message, out: '' })
  for (const args of [
    ['-', '-'],
    [],
    [path('in.jsonl'), '--threshold', '0.1'],
    [path('in.jsonl'), '--keep', 'best'],
    [path('in.jsonl'), '--shingle', 'x']
  ]) {
    t.match(await runCommand('dedup', ...args, '--out', path('x')), { status: 2, out: '' })
  }
  t.equal(readFileSync(path('out.jsonl'), 'utf8'), 'precious')
  t.match(await runCommand('dedup', path('in.jsonl'), '--out', path('out.jsonl'), '--force'), { status: 0 })
})

t.test('a state is used again by the same run only', async t => {
  const folder = t.testdir({ 'in.jsonl': asLines(documents.slice(0, 100)) })
  const input = join(folder, 'in.jsonl')
  const args = ['dedup', input, '--out', join(folder, 'out.jsonl'), '--keep-state', '--force', '--json']
  t.match(await runCommand(...args), { status: 0, err: '' })
  const again = await runCommand(...args, '--keep', 'longest')
  t.match(again, { status: 0, err: 'doppel: going on after 100 records that were read before\n' })
  t.match(JSON.parse(again.out), { documents: 100, resumedFrom: 100 })
  const kept = linesIn(join(folder, 'out.jsonl')).map(({ id }) => id)
  t.strictSame(kept, (await byService(documents.slice(0, 100), 'longest', 0.6)).kept)
  t.match(await runCommand(...args, '--threshold', '0.7'), { status: 1, err: /whose options were others; --restart/ })
  writeFileSync(input, asLines(documents.slice(0, 101)))
  t.match(await runCommand(...args), { status: 1, err: /whose inputs were others; --restart/ })
  t.match(JSON.parse((await runCommand(...args, '--restart')).out), { documents: 101, resumedFrom: 0 })
  // As if nothing had changed, by what the system says of the file.
  const [former] = documents
  const changed = asLines(documents.slice(0, 101)).replace(former?.text as string, `${former?.text.slice(1)}`)
  const progress = join(folder, 'out.jsonl.doppel-state/job.json')
  const digests = readFileSync(progress, 'utf8')
  writeFileSync(input, changed)
  utimesSync(input, 1, 1)
  t.match(await runCommand(...args), { status: 1, err: /inputs were others/ })
  t.equal(readFileSync(progress, 'utf8'), digests)
})

/** Mounts a file system of some megabytes; undefined where that is not allowed, which it must be in CI. */
function mountSmall(megabytes: number): string | undefined {
  const mount = mkdtempSync(join(tmpdir(), 'doppel-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount], { stdio: 'pipe' })
    return mount
  } catch (error) {
    rmSync(mount, { recursive: true })
    if (process.env.CI === 'true' && process.getuid?.() === 0) throw error
    return undefined
  }
}

t.test(
  'a full disk at the output or at the state is told; nothing half is left, and the run goes on when there is room',
  async t => {
    const mount = mountSmall(1)
    if (mount === undefined) {
      t.comment('skipped: a small file system cannot be mounted here')
      return
    }
    t.teardown(() => {
      execFileSync('umount', ['--lazy', mount])
      rmSync(mount, { recursive: true })
    })
    const folder = t.testdir({ 'in.jsonl': asLines(plantedDocuments(8000, 5)) })
    const input = join(folder, 'in.jsonl')
    const args = ['dedup', input, '--out', join(mount, 'out.jsonl'), '--state', join(folder, 'state')]
    const full = await runCommand(...args)
    t.match(full, { status: 1, out: '', err: /out[.]jsonl cannot be written: ENOSPC/ })
    t.strictSame(readdirSync(mount), [])
    execFileSync('mount', ['-o', 'remount,size=100m', mount])
    const then = await runCommand(...args, '--json')
    t.match(then, { status: 0, err: /going on after 8000 records/ })
    t.match(JSON.parse(then.out), { documents: 8000, resumedFrom: 8000 })
    execFileSync('mount', ['-o', 'remount,size=6m', mount])
    rmSync(join(mount, 'out.jsonl'))
    const state = join(mount, 'state')
    const stateFull = await runCommand('dedup', input, '--out', join(folder, 'out.jsonl'), '--state', state)
    t.match(stateFull, {
      status: 1,
      err: /the disk is full.*; what was read is kept in .*, and the same command goes on from there/
    })
    execFileSync('mount', ['-o', 'remount,size=100m', mount])
    t.match(await runCommand('dedup', input, '--out', join(folder, 'out.jsonl'), '--state', state), { status: 0 })
    t.equal(linesIn(join(folder, 'out.jsonl')).length, JSON.parse(then.out).kept)
  }
)

t.test('a text of other words with the public hashes of another is no duplicate of it', async t => {
  const article = 'granted clemency to 231 individuals, the largest single day act of his presidency'
  const random = new Random(8)
  const forged = twinTextOf(article, limit => random.below(limit))
  const folder = t.testdir({
    'in.jsonl': [forged, article, `${article}!`].map(text => `${JSON.stringify({ text })}\n`).join('')
  })
  const out = join(folder, 'out.jsonl')
  for (const shingle of [[], ['--shingle', 'word-1']]) {
    const { status } = await runCommand('dedup', join(folder, 'in.jsonl'), '--out', out, '--force', ...shingle)
    t.equal(status, 0)
    t.strictSame(
      linesIn(out).map(({ text }) => text),
      [forged, article]
    )
  }
})
