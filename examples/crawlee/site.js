// A small news site to crawl: every story stands at several addresses, as on real sites.
import { createServer } from 'node:http'

const stories = 20
const words =
  'harbour captain council river bridge school market winter summer garden engine paper window letter doctor mountain village evening morning village report budget player season ticket museum painter concert forest station'.split(
    ' '
  )

/** The same text for the same number, always. */
function storyText(number) {
  let state = number * 2654435761 + 1
  const word = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return words[(state >>> 16) % words.length]
  }
  return Array.from({ length: 8 }, () => Array.from({ length: 40 }, word).join(' '))
}

/** How a story looks at each of its addresses; the first is the original. */
const versions = {
  story: paragraphs => paragraphs,
  // The same words, in another layout.
  print: paragraphs => [paragraphs.join(' ')],
  // Taken over by an agency, with a notice and a few changed words.
  agency: paragraphs => [...paragraphs.map(text => text.replace(/^\S+/, 'yesterday')), 'From our partner agency.']
}

const addresses = Object.keys(versions).flatMap(version =>
  Array.from({ length: stories }, (_, number) => `/${version}/${number}`)
)

function page(title, body) {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body>
<nav><a href="/">The Local Paper</a> News Sports Weather Subscribe now for the whole year</nav>
<main><h1>${title}</h1>${body}</main>
<footer>Copyright The Local Paper. Terms of use. Privacy. Contact the editors.</footer></body></html>`
}

function answer(path) {
  const [, version, number] = path.split('/')
  if (path === '/') return page('Front page', addresses.map(address => `<a href="${address}">${address}</a>`).join(' '))
  if (!addresses.includes(path)) return undefined
  const paragraphs = versions[version](storyText(Number(number)))
  return page(`Story ${number}`, paragraphs.map(text => `<p>${text}.</p>`).join('\n'))
}

/** Serves the site on a free port of the loopback. */
export async function serveSite() {
  const server = createServer((request, response) => {
    const html = answer(new URL(request.url, 'http://localhost').pathname)
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stories,
    pages: addresses.length,
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
