import t, { type Test } from 'tap'
import { extractPage } from '../../src/extraction/extract-page.ts'
import { type ExtractionLimits, ExtractionPool } from '../../src/extraction/extraction-pool.ts'
import { article, newsPage } from '../helpers/pages.ts'

/** Takes a second and more: the title is matched against the text again and again. */
const runaway = `<title>${' x |'.repeat(300_000)}</title><p>hello`

function openPool(t: Test, limits: Partial<ExtractionLimits> = {}): ExtractionPool {
  const pool = new ExtractionPool({ pageBytes: 4_194_304, timeoutMs: 60_000, threads: 2, ...limits })
  t.teardown(() => pool.close())
  return pool
}

t.test('pages are taken apart by threads, and each has its own result', async t => {
  const pool = openPool(t)
  const pages = Array.from({ length: 7 }, (_, i) =>
    newsPage({ article: article(i), title: `Article ${i}`, boilerplate: i })
  )
  t.strictSame(await Promise.all(pages.map(page => pool.extract(page))), pages.map(extractPage))
})

t.test('a page that takes too long fails alone, and the threads go on', async t => {
  const pool = openPool(t, { timeoutMs: 20 })
  await t.rejects(pool.extract(runaway), { code: 'HTML_TOO_COMPLEX', message: /took more than 20 ms/ })
  const patient = openPool(t, { threads: 1 })
  const [deep, good] = await Promise.allSettled([patient.extract('<div>'.repeat(5_000)), patient.extract('<p>hello')])
  t.match(deep, { reason: { code: 'HTML_TOO_COMPLEX', message: /4096 levels/ } })
  t.strictSame(good, { status: 'fulfilled', value: { text: 'hello', extraction: { kind: 'page' } } })
})

t.test('too large pages and what is no page are refused without a thread', async t => {
  const pool = openPool(t, { pageBytes: 10 })
  await t.rejects(pool.extract('<p>éééé'), {
    code: 'HTML_TOO_LARGE',
    message: 'the page has 11 bytes, the limit is 10'
  })
  for (const binary of ['%PDF-1.7', '\x89PNG\r\n\x1a\n\0', '\ufffd\ufffd', 'h\0e\0l\0']) {
    await t.rejects(pool.extract(binary), { code: 'NOT_HTML' }, JSON.stringify(binary))
  }
})

t.test('closing ends what runs and what waits', async t => {
  const pool = openPool(t, { threads: 1 })
  const pages = Promise.allSettled([pool.extract(runaway), pool.extract('<p>hello')])
  await pool.close()
  for (const page of await pages) t.match(page, { status: 'rejected', reason: { code: 'STORE_CLOSING' } })
  await t.rejects(pool.extract('<p>hello'), { code: 'STORE_CLOSING' })
})

t.test('closing with patience lets a page on a thread end, and refuses all others at once', async t => {
  const pool = openPool(t, { threads: 1 })
  const first = pool.extract('<p>first')
  const second = pool.extract('<p>second')
  const order: string[] = []
  first.then(() => order.push('first')).catch(() => {})
  second.catch(() => order.push('second'))
  const closed = pool.close(60_000)
  await t.rejects(pool.extract('<p>third'), { code: 'STORE_CLOSING' })
  await t.rejects(second, { code: 'STORE_CLOSING' })
  await closed
  t.strictSame(await first, { text: 'first', extraction: { kind: 'page' } })
  t.strictSame(order, ['second', 'first'])
})

t.test('a page that outlasts the patience is refused', async t => {
  const pool = openPool(t, { threads: 1 })
  const page = pool.extract(runaway)
  await Promise.all([t.rejects(page, { code: 'STORE_CLOSING' }), pool.close(1)])
})
