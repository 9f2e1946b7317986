import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { withService } from '../helpers/command-service.ts'
import { runCommand, runCommandWith } from '../helpers/run-command.ts'

const words = (start: number) => Array.from({ length: 40 }, (_, at) => `word${start + at}`).join(' ')
const first = words(0)
const near = `${first} and one more`
const other = words(1000)

const parsed = (out: string) =>
  out
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))

t.test('import stores documents, and running it again changes nothing', async t => {
  const { on, lines, service } = await withService(t)
  const path = lines('a.jsonl', { id: 'a', text: first, title: 'A' }, { id: 'b', text: near }, { id: 'c', text: other })
  const { status, out, err } = await on('import', path)
  t.strictSame([status, err], [0, ''])
  t.match(
    out,
    /^3 documents in .* s: 3 created, 0 updated, 0 unchanged; 0 failed\n2 unique, 1 near-duplicate, 0 exact-duplicate\n$/
  )
  t.match(await service.getDocument('default', 'a'), { text: first, title: 'A' })
  const again = await on('import', path, '--json')
  t.match(
    { ...again, out: JSON.parse(again.out) },
    { status: 0, out: { created: 0, unchanged: 3, failed: 0, unique: 2, nearDuplicates: 1 } }
  )
})

t.test('what cannot be imported is named by file and line, and the rest is stored', async t => {
  const { on, file, service } = await withService(t, { bodyLimitBytes: 2000 })
  const path = file(
    'bad.jsonl',
    [
      JSON.stringify({ id: 'good', text: first }),
      'no json',
      '',
      JSON.stringify({ id: 'no-text' }),
      JSON.stringify({ id: 'x\n', text: first }),
      JSON.stringify({ id: 'unknown', text: first, author: 'somebody' }),
      JSON.stringify({ id: 'long', text: 'x'.repeat(3000) }),
      JSON.stringify({ id: 'last', text: other })
    ].join('\n')
  )
  const { status, out, err } = await on('import', path, join(path, '..', 'none.jsonl'))
  t.equal(status, 1)
  t.match(out, /2 documents in .*: 2 created, .*; 6 failed/)
  for (const [line, message] of [
    [2, /it is not valid JSON/],
    [4, /there is no field "text"; there are "id"/],
    [5, /control characters.*INVALID_DOCUMENT/],
    [6, /author/],
    [7, /2000|limit/]
  ] as const) {
    t.match(
      err.split('\n').find(message => message.startsWith(`doppel: ${path}:${line}: `)),
      message
    )
  }
  t.match(err, /none\.jsonl: there is no .*none\.jsonl/)
  t.equal((await service.listDocuments('default', { limit: 10, cursor: undefined })).items.length, 2)
})

t.test('import takes other field names, ids from the place, and fields of no meaning as metadata', async t => {
  const { on, file, service } = await withService(t)
  const path = file('rows.csv', `link,body,author\nhttp://x/1,"${first}",ann\n,"${other}",bob\n`)
  const options = ['--text-field', 'body', '--id-field', 'link', '--collection', 'news']
  t.match(await on('import', path, ...options), { status: 1, err: /404 .*news/ })
  t.match(await on('import', path, ...options, '--create'), {
    status: 1,
    err: /rows\.csv:2: .*author.*\n.*rows\.csv:3: .*\n.*--other-fields takes or drops them\n$/
  })
  t.match(await on('import', path, ...options, '--create', '--other-fields', 'metadata'), { status: 0, err: '' })
  t.match(await service.getDocument('news', 'http://x/1'), { text: first, metadata: { author: 'ann' } })
  t.match(await service.getDocument('news', `${path}:3`), { text: other, metadata: { author: 'bob' } })
  t.match(await on('import', path, ...options, '--other-fields', 'drop', '--json'), { status: 0, out: /"updated":2/ })
  t.strictSame((await service.getDocument('news', 'http://x/1')).metadata, undefined)
})

t.test('import reads compressed files, standard input, and documents that are signatures', async t => {
  const { url, on, file, lines } = await withService(t)
  const packed = file('a.jsonl.gz', gzipSync(`${JSON.stringify({ id: 'a', text: first })}\n`))
  t.match(await on('import', packed, '--json'), { status: 0, out: /"created":1/ })
  t.match(await runCommandWith(`{"id":"s","text":"${other}"}\n`, 'import', '-', '--url', url, '--json'), {
    status: 0,
    out: /"created":1/
  })
  const cut = file(
    'cut.jsonl.gz',
    gzipSync(`${JSON.stringify({ id: 'z', text: first })}\n`.repeat(2000)).subarray(0, -20)
  )
  t.match(await on('import', cut), { status: 1, err: /cut\.jsonl\.gz.*: the gzip data are damaged or end too early/ })
  const signed = lines('signed.jsonl', { id: 'g', signature: { scheme: 'other', slots: [1] } })
  t.match(
    await on('import', signed),
    { status: 1, err: /signed\.jsonl:1: .*SIGNATURE_MISMATCH/ },
    'the service decides'
  )
})

t.test('pages and signatures are sent as they are', async t => {
  const sent: string[] = []
  const server = createServer(async (request, response) => {
    sent.push(await text(request))
    const result = { id: 'x', status: 'created', verdict: 'unique', cluster: { id: 'c1', size: 1 }, matches: [] }
    response.setHeader('content-type', 'application/x-ndjson')
    response.end(`${JSON.stringify(result)}\n${JSON.stringify({ summary: { lines: 1 } })}\n`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  const page = join(t.testdir(), 'page.html')
  writeFileSync(page, `<!doctype html><title>A title</title><article><p>${first}</p></article>`)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.match(await runCommand('import', page, '--url', url), { status: 0, err: '' })
  t.strictSame(sent.flatMap(parsed), [{ id: page, html: readFileSync(page, 'utf8') }])
  sent.length = 0
  const signed = join(t.testdir(), 'signed.jsonl')
  writeFileSync(signed, '{"id":1234567890123456789,"signature":{"slots":[1]}}\n')
  await runCommand('import', signed, '--url', url)
  t.strictSame(sent.flatMap(parsed), [{ id: '1234567890123456789', signature: { slots: [1] } }])
})

t.test('check tells by its status whether anything was seen', async t => {
  const { url, on, file, lines } = await withService(t)
  await on('import', lines('a.jsonl', { id: 'a', text: first }))
  const [same, similar, fresh] = [file('same.txt', first), file('near.txt', near), file('new.txt', other)]
  t.match(await on('check', fresh), { status: 0, out: /^unique {11}.*new\.txt\n$/, err: '' })
  const seen = await on('check', same, similar, fresh)
  t.equal(seen.status, 3)
  t.match(
    seen.out,
    /^exact-duplicate {2}.*same\.txt {2}1\.000 of a, in cluster c\d+ of 1\nnear-duplicate {3}.*near\.txt {2}0\.9\d\d of a.*\nunique .*\n$/
  )
  t.match(await on('check', similar, '--threshold', '0.99'), { status: 0, out: /^unique / })
  t.match(await runCommandWith(near, 'check', '-', '--url', url), {
    status: 3,
    out: /^near-duplicate {3}stdin {2}0\.9/
  })
  t.match(await on('check', lines('a2.jsonl', { id: 'a', text: first })), { status: 3 }, 'also by its own id')
  const [answer] = parsed((await on('check', similar, '--json')).out)
  t.match(answer, { id: similar, verdict: 'near-duplicate', cluster: { size: 1 }, matches: [{ id: 'a' }] })
  t.match(await on('check', lines('b.jsonl', { id: 'b', text: other }, { id: 'c' })), {
    status: 1,
    err: /b\.jsonl:2: /
  })
  t.match(await on('check', similar, '--threshold', '0.1'), { status: 1, err: /422.*threshold/ })
  const stats = parsed((await on('export')).out)
  t.equal(stats.length, 1, 'nothing was stored')
})

t.test('clusters are listed, and one is shown', async t => {
  const { on, lines } = await withService(t)
  t.match(await on('clusters'), { status: 0, out: 'no clusters\n' })
  const documents = [
    { id: 'a', text: first, title: 'First \u001b[31m' },
    { id: 'b', text: near },
    { id: 'c', text: other },
    { id: 'd', text: other }
  ]
  await on('import', lines('a.jsonl', ...documents))
  const list = await on('clusters')
  t.equal(list.status, 0)
  t.match(list.out, /^ {2}cluster {2}size {2}min .*\n {2}c\d+ +2 +0\.9\d\d .* a b\n {2}c\d+ +2 +1\.000 .* c d\n$/)
  t.match(await on('clusters', '--limit', '1'), { status: 0, err: /there are more; --limit or --all shows them/ })
  const all = parsed((await on('clusters', '--all', '--json', '--min-size', '1', '--sort', 'size')).out)
  t.strictSame(
    all.map(({ size }) => size),
    [2, 2]
  )
  const cut = parsed((await on('clusters', '--all', '--json', '--min-size', '1', '--threshold', '0.99')).out)
  t.strictSame(cut.map(({ size }) => size).sort(), [1, 1, 2])
  const one = await on('clusters', all[0].id)
  t.match(one.out, /^cluster c\d+: 2 documents; representative a\nsimilarity of its matches: min 0\.9/)
  t.match(one.out, /\n {2}a +1\.000 +1\.000 +First \ufffd\[31m\n {2}b +0\.9\d\d /)
  t.match(one.out, /\n {2}a +b +0\.9\d\d/)
  t.match(parsed((await on('clusters', all[0].id, '--json')).out)[0], { size: 2, members: [{ id: 'a' }, { id: 'b' }] })
  t.match(await on('clusters', all[0].id, '--limit', '1'), { status: 0, err: /there are more members/ })
  t.match(await on('clusters', 'c999999'), { status: 1, err: /answered 404/ })
  t.match(await on('clusters', ''), { status: 1, err: /there is no cluster ""/ })
  t.match(await on('clusters', '--sort', 'name'), {
    status: 2,
    err: /--sort is "name": it must be one of -size, size, -/
  })
  t.match(await on('clusters', '--limit', '0'), { status: 2, err: /--limit is "0": it must be an integer from 1/ })
})

t.test('clusters of more than a page are shown whole', async t => {
  const { on, lines } = await withService(t)
  const copies = Array.from({ length: 250 }, (_, at) => ({ id: `m${at}`, text: first }))
  const many = Array.from({ length: 130 }, (_, at) =>
    ['x', 'y'].map(side => ({ id: `${side}${at}`, text: words(2000 + 50 * at) }))
  )
  await on('import', lines('a.jsonl', ...copies, ...many.flat()))
  const all = parsed((await on('clusters', '--all', '--json')).out)
  t.equal(all.length, 131)
  const [cluster] = parsed((await on('clusters', all[0].id, '--all', '--json')).out)
  t.strictSame(
    cluster.members.map((member: { id: string }) => member.id),
    copies.map(({ id }) => id)
  )
  t.equal(parsed((await on('clusters', all[0].id, '--limit', '150', '--json')).out)[0].members.length, 150)
})

t.test('export writes all documents, or one a cluster, and a file only as a whole', async t => {
  const { on, lines, folder } = await withService(t)
  await on('import', lines('a.jsonl', { id: 'a', text: first }, { id: 'b', text: near }, { id: 'c', text: other }))
  const whole = await on('export')
  t.strictSame(
    parsed(whole.out).map(({ id }) => id),
    ['a', 'b', 'c']
  )
  const path = join(folder, 'unique.jsonl')
  t.match(await on('export', '--representatives', '--out', path), { status: 0, out: `${path}: 2 documents\n`, err: '' })
  t.strictSame(
    parsed(readFileSync(path, 'utf8')).map(({ id }) => id),
    ['a', 'c']
  )
  t.match(await on('export', '--out', path), { status: 1, err: /unique\.jsonl is there; --force writes over it/ })
  t.strictSame(JSON.parse((await on('export', '--out', path, '--force', '--json')).out), { file: path, documents: 3 })
  t.equal(parsed(readFileSync(path, 'utf8')).length, 3)
  t.match(await on('export', '--out', path, '--force', '--collection', 'none'), { status: 1, err: /404/ })
  t.equal(parsed(readFileSync(path, 'utf8')).length, 3, 'a failure leaves what was there')
  t.match(await on('export', '--out', join(folder, 'none', 'x')), {
    status: 1,
    err: /cannot write .*none\/x: there is no such/
  })
  t.match(await on('export', '--json'), { status: 2, err: /need --out/ })
  t.strictSame(
    readdirSync(folder).filter(name => name.includes('partial')),
    []
  )
})

t.test('an export that breaks leaves no file', async t => {
  const { on, lines, folder, service } = await withService(t)
  await on(
    'import',
    lines('a.jsonl', ...Array.from({ length: 300 }, (_, at) => ({ id: `d${at}`, text: words(at * 50) })))
  )
  const original = service.exportDocuments.bind(service)
  let pages = 0
  service.exportDocuments = async (...args) => {
    if (++pages > 1) throw new Error('broken on purpose')
    return original(...args)
  }
  const path = join(folder, 'all.jsonl')
  const { status, err } = await on('export', '--out', path)
  t.equal(status, 1)
  t.match(err, /^doppel: cannot reach http/)
  t.notOk(existsSync(path))
  t.strictSame(readdirSync(folder), ['a.jsonl'])
})

t.test('service and key come from options or the environment', async t => {
  const { url, lines } = await withService(t, { apiKeys: ['secret'] })
  const path = lines('a.jsonl', { id: 'a', text: first })
  const saved = { url: process.env.DOPPEL_URL, key: process.env.DOPPEL_API_KEY }
  t.teardown(() => {
    for (const [name, value] of [
      ['DOPPEL_URL', saved.url],
      ['DOPPEL_API_KEY', saved.key]
    ] as const) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })
  process.env.DOPPEL_URL = url
  t.match(await runCommand('import', path), { status: 1, err: /answered 401/ })
  t.match(await runCommand('import', path, '--key', 'secret'), { status: 0 })
  process.env.DOPPEL_API_KEY = 'secret'
  t.match(await runCommand('check', path), { status: 3 })
  process.env.DOPPEL_URL = 'nonsense'
  t.match(await runCommand('clusters'), { status: 2, err: /DOPPEL_URL is "nonsense": it must be a URL such as/ })
  t.match(await runCommand('clusters', '--url', 'ftp://x'), { status: 2, err: /--url is "ftp:\/\/x"/ })
  t.match(await runCommand('clusters', '--url', url, '--key', 'a\nb'), { status: 2, err: /the key cannot be sent/ })
  t.match(await runCommand('clusters', '--url', url, '--collection', 'Big'), {
    status: 2,
    err: /--collection is "Big"/
  })
  t.match(await runCommand('clusters', '--url', 'http://127.0.0.1:1'), {
    status: 1,
    out: '',
    err: /^doppel: cannot reach http:\/\/127\.0\.0\.1:1: .*\n$/
  })
})
