import t from 'tap'
import { tokenScore } from '../../bench/extraction/token-score.ts'

t.test('texts are compared as bags of tokens', async t => {
  const words = (text: string) => text.split(' ').filter(word => word !== '')
  t.strictSame(tokenScore(words('a b b c'), words('b a d b')), { precision: 0.75, recall: 0.75, f1: 0.75 })
  t.strictSame(tokenScore(words('a a a'), words('a')), { precision: 1 / 3, recall: 1, f1: 0.5 })
  t.strictSame(tokenScore([], words('a')), { precision: 1, recall: 0, f1: 0 })
  t.strictSame(tokenScore([], []), { precision: 1, recall: 1, f1: 1 })
})
