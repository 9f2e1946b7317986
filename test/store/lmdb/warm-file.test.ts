import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { warmFile } from '../../../src/store/lmdb/warm-file.ts'

t.test('a file is read in pieces to its end, to the limit, or until nobody wants it', async t => {
  const path = join(t.testdir({ data: '' }), 'data')
  truncateSync(path, 10 * 1024 * 1024)
  const piecesOf = async (wanted: number, limit?: number) => {
    let pieces = 0
    await warmFile(path, () => ++pieces <= wanted, limit)
    return pieces
  }
  t.equal(await piecesOf(100, 1e9), 4, 'three pieces, and its end')
  t.equal(await piecesOf(100, 5e6), 2)
  t.equal(await piecesOf(1, 1e9), 2)
  t.equal(await piecesOf(100), 4, 'the memory has room for it')
  await t.rejects(
    warmFile(`${path}.none`, () => true),
    { code: 'ENOENT' }
  )
})
