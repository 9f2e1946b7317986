import t from 'tap'
import { toDateTime } from '../../src/extraction/date-time.ts'
import { extractPage } from '../../src/extraction/extract-page.ts'

/** What a page says of itself, without its text. */
function fieldsOf(html: string): object {
  const { text: _text, extraction: _extraction, ...fields } = extractPage(html)
  return fields
}

t.test('a page that says nothing of itself gives nothing but its text', async t => {
  t.strictSame(extractPage('<p>hello'), { text: 'hello', extraction: { kind: 'page' } })
  t.strictSame(fieldsOf('<title> </title><link rel=canonical><meta name=date content=""><base href="">'), {})
})

t.test('the title is that of the metadata, else of the page, else its heading', async t => {
  const [meta, title, heading] = ['<meta property="og:title" content="A">', '<title>B\n  b</title>', '<h1>C</h1>']
  t.strictSame(fieldsOf(meta + title + heading), { title: 'A' })
  t.strictSame(fieldsOf(title + heading), { title: 'B b' })
  t.strictSame(fieldsOf(`${heading}<h1>D</h1>`), { title: 'C' })
  t.strictSame(fieldsOf('<title>&lt;b&gt; &amp;</title>'), { title: '<b> &' })
  const long = fieldsOf(`<title>${'ab '.repeat(1000)}</title>`) as { title: string }
  t.equal(long.title.length, 1024)
  const cut = fieldsOf(`<title>${'a'.repeat(1023)}🚢</title>`) as { title: string }
  t.equal(cut.title, `${'a'.repeat(1023)}\ufffd`, 'no half of a character')
})

t.test('the address is the canonical one, where it is one of the web', async t => {
  const canonical = (href: string) => `<link rel="nofollow Canonical" href="${href}">`
  t.strictSame(fieldsOf(canonical(' https://example.org/a?b=1&amp;c ')), { url: 'https://example.org/a?b=1&c' })
  const og = '<meta property="og:url" content="http://example.org/og">'
  t.strictSame(fieldsOf(canonical('https://example.org/a') + og), { url: 'https://example.org/a' })
  for (const bad of ['/a', 'javascript:alert(1)', 'mailto:a@b', 'https://', `https://a.b/${'x'.repeat(2048)}`]) {
    t.strictSame(fieldsOf(canonical(bad) + og), { url: 'http://example.org/og' }, bad)
    t.strictSame(fieldsOf(canonical(bad)), {}, bad)
  }
  t.strictSame(fieldsOf(`<base href="https://example.org/x/">${canonical('../a')}`), { url: 'https://example.org/a' })
  for (const base of ['/', 'x/', 'https://']) {
    t.strictSame(
      fieldsOf(`<base href="${base}">${canonical('https://example.org/a')}`),
      { url: 'https://example.org/a' },
      `an absolute address needs no base, such as ${base}`
    )
    t.strictSame(fieldsOf(`<base href="${base}">${canonical('a')}`), {}, base)
  }
})

t.test('the time of publication is that of JSON-LD, of the metadata or of a time element', async t => {
  const linked =
    '<script type="application/ld+json">{"@graph": [{"datePublished" : "2026-01-02T03:04:05+01:00"},]}</script>'
  const meta = '<meta property="article:published_time" content="2026-02-03">'
  const element = '<time itemprop="datePublished" datetime="2026-03-04T05:06">yesterday</time>'
  const at = (publishedAt: string) => ({ publishedAt })
  t.strictSame(fieldsOf(element + meta + linked), at('2026-01-02T03:04:05+01:00'))
  t.strictSame(fieldsOf(element + meta), at('2026-02-03T00:00:00Z'))
  t.strictSame(fieldsOf(element), at('2026-03-04T05:06:00Z'))
  t.strictSame(fieldsOf('<time pubdate datetime="2026-03-04">'), at('2026-03-04T00:00:00Z'))
  t.strictSame(fieldsOf('<time datetime="2026-03-04">2026-03-04</time>'), {}, 'which may be that of anything')
  t.strictSame(fieldsOf('<meta name="date" content="soon"><meta itemprop="datePublished" content="2026-03-04">'), {
    publishedAt: '2026-03-04T00:00:00Z'
  })
})

t.test('times become RFC 3339, in UTC where they name no zone', async t => {
  const times: [given: string, expected: string | undefined][] = [
    ['2026-02-28', '2026-02-28T00:00:00Z'],
    [' 2026-02-28 10:11 ', '2026-02-28T10:11:00Z'],
    ['2026-02-28T10:11:12.345z', '2026-02-28T10:11:12.345Z'],
    ['2026-02-28T10:11:12+0130', '2026-02-28T10:11:12+01:30'],
    ['2026-02-28T10:11:12 -01:30', '2026-02-28T10:11:12-01:30'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2026-02-29', undefined],
    ['2026-02-30T10:00:00Z', undefined],
    ['2026-13-01', undefined],
    ['2026-02-28T23:59:59Z', '2026-02-28T23:59:59Z'],
    ['2026-02-28T24:00:00Z', undefined],
    ['2026-02-28T25:00:00Z', undefined],
    ['2026-02-28T10:00:00+99:00', undefined],
    ['28 February 2026', undefined],
    ['2026', undefined],
    ['', undefined]
  ]
  for (const [given, expected] of times) t.equal(toDateTime(given), expected, given)
})
