import fc from 'fast-check'
import t from 'tap'
import { extractPage } from '../../src/extraction/extract-page.ts'
import { article, newsPage } from '../helpers/pages.ts'
import { holds } from '../helpers/property.ts'

t.test('the article is taken, and not what stands around it', async t => {
  const { text, title } = extractPage(newsPage({ article: article(1), title: 'Nine ships', boilerplate: 7 }))
  t.equal(text, article(1).join('\n'))
  t.equal(title, 'Nine ships')
})

/** A footer that is longer than a short article. */
const smallPrint = `<p>${article(90, 1)[0]}</p><p>${article(91, 1)[0]}</p>`

t.test('a short article is its own text, whatever longer text the site puts around it', async t => {
  const short = 'A whale was seen near the lighthouse on Tuesday evening.'
  const pages = [
    `<main><article><h1>x</h1><p>${short}</p></article></main><footer>${smallPrint}</footer>`,
    `<article><p>${short}</p></article><aside>${smallPrint}</aside>`,
    `<header><p>${smallPrint}</p></header><main><p>${short}</p></main><div role="contentinfo">${smallPrint}</div>`,
    `<main><div class="post"><h1>Whale</h1><p>${short}</p></div><div class="promo">${smallPrint}</div></main>`,
    `<div id="main"><h1>Whale</h1><p>${short}</p></div><div class="box"><h2>Terms</h2>${smallPrint}</div>`,
    `<div id="main"><h1>Whale</h1><p>${short}</p></div><div>${smallPrint.repeat(5)}</div>`,
    `<div><h1>Whale</h1><p>${short}</p></div><div>${smallPrint.repeat(2)}</div>`,
    `<div class="entry-content"><p>${short}</p></div><div id="comments">${smallPrint}</div>`,
    `<div itemprop="articleBody"><p>${short}</p></div><div class="cookie-banner">${smallPrint}</div>`,
    `<div class="widget"><div class="post-body"><p>${short}</p></div></div><section class="related">${smallPrint}</section>`
  ]
  for (const page of pages) {
    t.match(
      extractPage(`<title>Whale</title>${page}`),
      { text: short, extraction: { kind: 'article' } },
      page.slice(0, 70)
    )
  }
})

t.test('a long article is not reduced to its introduction', async t => {
  const intro = 'A whale was seen near the lighthouse on Tuesday evening, and another on Wednesday.'
  const [first, ...others] = article(6).map(text => `<p>${text}</p>`)
  const rest = [...article(7), ...article(8)].map(text => `<p>${text}</p>`).join('')
  const pages = [
    `<div class="top"><h1>Whale</h1><p>${intro}</p></div><div class="mid">${rest}</div>`,
    `<main><section class="intro"><h1>Whale</h1><p>${intro}</p></section><section>${rest}</section></main>`,
    ...['read-more', 'paywall', 'subscription'].map(
      name => `<div><div class="story-body">${first}${others.join('')}</div><div id="${name}">${rest}</div></div>`
    )
  ]
  for (const page of pages) {
    const { text } = extractPage(`<title>Whale</title>${page}`)
    for (const paragraph of [...article(7), ...article(8)]) t.ok(text.includes(paragraph), page.slice(0, 60))
  }
})

t.test('what the article of a page holds is not taken for what stands around it', async t => {
  const paragraphs = article(3)
    .map(text => `<p>${text}</p>`)
    .join('')
  const pages = [
    `<div class="sidebar-layout has-sidebar"><article>${paragraphs}</article></div>`,
    `<form id="login"><div class="content">${paragraphs}</div></form>`,
    `<div class="newsletter">${paragraphs}</div><p>Hello</p>`
  ]
  for (const page of pages) t.equal(extractPage(page).text, article(3).join('\n'), page.slice(0, 50))
})

t.test('readings of ruby stand beside the text, and not in it', async t => {
  const paragraphs = article(4)
  const read = (text: string) => `<ruby>${text}<rp>(</rp><rt>reading</rt><rp>)</rp></ruby>`
  const page = (marked: (text: string) => string) =>
    `<article>${paragraphs.map(text => `<p>${marked(text)}</p>`).join('')}</article>`
  t.equal(extractPage(page(read)).text, paragraphs.join('\n'))
  t.equal(extractPage(read('word')).text, 'word')
})

t.test('a declarative shadow root is read in its place, other templates are not', async t => {
  const paragraphs = article(5)
    .map(text => `<p>${text}</p>`)
    .join('')
  const shadow = `<news-item><template shadowrootmode="open"><style>p { color: red }</style><article>${paragraphs}</article></template></news-item>`
  t.equal(extractPage(shadow).text, article(5).join('\n'))
  t.equal(
    extractPage(
      '<my-card><template shadowrootmode=closed><p>one</template><p>two</p></my-card><template>three</template>'
    ).text,
    'one\ntwo'
  )
})

t.test('the structure of a page may be left out, doubled or out of place', async t => {
  const paragraphs = article(2)
    .map(paragraph => `<p>${paragraph}</p>`)
    .join('')
  const main = `<div id="nav"><a href="/">Home</a> <a href="/news">News</a></div><article>${paragraphs}</article>`
  const pages = [
    main,
    `<title>Ships</title><meta charset="utf-8">${main}`,
    `<body>${main}`,
    `<html>${main}</html>`,
    `<!DOCTYPE html><html><head><title>Ships</title><body>${main}</body></html><script>1</script>`,
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/><body>${main}</body></html>`,
    `<head><title>Ships</title></head>${main}`,
    `<html><body></body><body>${main}</body></html>`,
    `<HTML><BODY BGCOLOR=white>${main}`
  ]
  for (const page of pages) t.equal(extractPage(page).text, article(2).join('\n'), page.slice(0, 60))
})

t.test('where there is no article, the text is all that is visible', async t => {
  const visible: [html: string, text: string][] = [
    ['', ''],
    ['  \n ', ''],
    ['...', '...'],
    ['just text, 1 < 2 & so on', 'just text, 1 < 2 & so on'],
    ['<p>one<p>two<br>three', 'one\ntwo\nthree'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<b>bo</b>ld and <my-word>own</my-word><my-word>tags</my-word>', 'bold and own tags'],
    ['a<script>b</script><style>c</style><noscript>d</noscript><template>e</template><svg><text>f</text></svg>g', 'ag'],
    ['a <div hidden>b <p>c</p></div><div style="color:red; display : none">d</div> e', 'a e'],
    ['a<p style="visibility:hidden">b</p><dialog>c</dialog>', 'a'],
    ['a<del>b</del><ins>c</ins> wo<wbr>rd<details><summary>d</summary>e</details>', 'abc word\nd\ne'],
    ['a <textarea>b</textarea><select><option>c</select> d', 'a d'],
    ['<title>b</title><body>a<!-- c --><![CDATA[d]]>', 'a'],
    ['a&nbsp;&eacute;&#233;&#xe9;&amp;&unknown;&#0;&#xd800;&#x110000; b', 'a ééé&&unknown;\ufffd\ufffd\ufffd b'],
    ['<a href="x>y', ''],
    ['</p></div>a</b><', 'a<']
  ]
  for (const [html, text] of visible) t.equal(extractPage(html).text, text, html)
})

t.test('a page too large for Readability has its visible text; one that is far too deep is refused', async t => {
  const deep = (levels: number) => `${'<div>'.repeat(levels)}hello${'</div>'.repeat(levels)}`
  t.equal(extractPage(deep(4_000)).text, 'hello')
  t.throws(() => extractPage(deep(100_000)), { name: 'PageFault', message: /more than 4096 levels/ })
  t.throws(() => extractPage('<svg>'.repeat(1_000_000)), { name: 'PageFault' })
  t.equal(extractPage(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(' ')}>hello`).text, 'hello')
  t.equal(extractPage(`<p ${'a '.repeat(1_000_000)}>hello`).text, 'hello')
  t.equal(extractPage(`<p class="${'a b '.repeat(200_000)}">hello`).text, 'hello', 'which the tree does not stand')
  const rows = extractPage(`<table>${'<tr><td>one</td><td>two</td></tr>'.repeat(50_000)}</table>`).text.split('\n')
  t.equal(rows.length, 50_000)
  t.equal(rows.at(-1), 'one two')
  t.equal(extractPage('&amp;'.repeat(300_000)).text, '&'.repeat(300_000))
})

t.test('whatever is sent, the same page gives the same well-formed result twice', async t => {
  const tag = fc.constantFrom(
    ...'html head body p div table tr td b i svg title script style a br meta base frameset noscript form'.split(' ')
  )
  const attribute = fc.constantFrom('', ' hidden', ' class="a b"', ' style="display:none"', ' href="x', " id='", ' =')
  const piece = fc.oneof(
    fc.tuple(tag, attribute).map(([name, text]) => `<${name}${text}>`),
    tag.map(name => `</${name}>`),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<?', '&', '&#', '<', '</', 'one two, three. ')
  )
  const page = fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(''))
  await holds(
    t,
    fc.property(page, html => {
      const first = extractPage(html)
      t.strictSame(extractPage(html), first)
      return typeof first.text === 'string' && (first.title ?? 'x') !== ''
    })
  )
})
