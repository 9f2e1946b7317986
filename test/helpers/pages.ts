import { Random } from './random.ts'

/** A page of a made site. */
export interface NewsPage {
  readonly article: readonly string[]
  readonly title: string
  /** Chooses everything around the article: navigation, advertisements, comments, footer, and their markup. */
  readonly boilerplate: number
}

const vocabulary =
  'harbour ship captain council winter market bridge river school garden letter window doctor station engine mountain ' +
  'village summer evening reporter minister budget factory worker teacher forest island museum painter concert weather ' +
  'flood repair contract harvest price village railway signal border visitor festival kitchen library archive machine'

/** Paragraphs of made sentences; another seed gives another article. */
export function article(seed: number, paragraphs = 6): string[] {
  const random = new Random(seed)
  const words = vocabulary.split(' ')
  const sentence = () => {
    const chosen = Array.from({ length: 14 }, () => words[random.below(words.length)] as string)
    return `The ${chosen.slice(0, 6).join(' ')}, and the ${chosen.slice(6).join(' ')}.`
  }
  return Array.from({ length: paragraphs }, () => Array.from({ length: 4 }, sentence).join(' '))
}

/** The page of an article as a site would send it: the template is the same for all, what it shows is not. */
export function newsPage({ article: paragraphs, title, boilerplate }: NewsPage): string {
  const around = article(1_000_000 + boilerplate, 12).map(text => text.split('. '))
  const links = (texts: readonly string[] = []) =>
    `<ul>${texts.map((text, i) => `<li><a href="/${boilerplate}/${i}">${text}</a></li>`).join('')}</ul>`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<title>${title}</title>
<style>.banner { color: red }</style>
<script>window.visit = ${boilerplate}</script>
</head>
<body>
<header class="site-header"><a href="/">The Harbour Herald</a> <span>Edition ${boilerplate}</span></header>
<nav class="menu">${links(around[0])}${links(around[1])}</nav>
<div class="banner">Advertisement ${boilerplate} ${links(around[2])}</div>
<main>
<article>
${paragraphs.map(paragraph => `<p>${paragraph}</p>`).join('\n')}
</article>
</main>
<aside class="sidebar related"><h3>Most read</h3>${links(around[3])}${links(around[4])}</aside>
<section class="comments" id="comments"><h3>Comments</h3>${links(around[5])}${links(around[6])}</section>
<footer class="footer"><p>Visit ${boilerplate}.</p>${links(around[7])}<p>Terms, imprint, cookies, newsletter</p></footer>
</body>
</html>`
}
