import t from 'tap'
import type { ContentRow, DocumentRow } from '../../../src/store/embedded/journal.ts'
import { Transaction } from '../../../src/store/embedded/transaction.ts'

const document = (number: number, title: string) => ({ number, fields: { title } }) as unknown as DocumentRow
const content = (number: number, truncated: boolean) =>
  ({ number, truncated, signature: Uint32Array.of(1, 2), shingles: undefined }) as unknown as ContentRow

t.test('what an operation showed goes with it when it is taken back alone', async t => {
  const transaction = new Transaction()
  transaction.writeDocument(document(1, 'first'), Buffer.from('text'))
  transaction.writeContent(content(1, false), undefined)
  const { savepoint } = transaction
  transaction.changeDocument(document(1, 'second'))
  transaction.changeContent(content(1, true))
  transaction.changeContent(content(7, true))
  transaction.writeDocument(document(2, 'new'), Buffer.from('other text'))
  t.equal(transaction.text(1), 'text')
  transaction.undo(savepoint)
  t.strictSame(transaction.document(1), document(1, 'first'))
  t.strictSame(transaction.content(1), content(1, false))
  t.strictSame(
    [transaction.text(1), transaction.document(2), transaction.text(2), transaction.content(7)],
    ['text', undefined, undefined, undefined]
  )
  t.equal(transaction.changes.length, 2)
})
