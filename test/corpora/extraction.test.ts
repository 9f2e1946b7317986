import t from 'tap'
import { choices, visibleText } from '../../bench/extraction/choices.ts'
import { readPages } from '../../bench/extraction/readability-pages.ts'
import { tokenScore } from '../../bench/extraction/token-score.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { noCorpus } from '../helpers/corpora.ts'

t.test(
  'the main text of real pages is the article that a person would take, better than all visible text',
  {
    ...noCorpus
  },
  async t => {
    const pages = await readPages()
    const score = (textOf: (html: string) => string) => {
      const scores = pages.map(({ html, expected }) =>
        tokenScore(tokenize(textOf(html)), tokenize(visibleText(expected)))
      )
      return scores.reduce((sum, { f1 }) => sum + f1, 0) / pages.length
    }
    const [main, all] = Object.values(choices).map(score) as [number, number]
    t.equal(pages.length, 130)
    t.ok(main >= 0.99, `F1 of the main text: ${main}`)
    t.ok(all < main, `F1 of all visible text: ${all}`)
  }
)
