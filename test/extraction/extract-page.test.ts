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
