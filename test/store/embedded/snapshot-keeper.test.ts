import t from 'tap'
import type { Journal } from '../../../src/store/embedded/journal.ts'
import { SnapshotKeeper } from '../../../src/store/embedded/snapshot-keeper.ts'
import type { SnapshotPlace } from '../../../src/store/embedded/snapshot-place.ts'

t.test('the log after a snapshot that is being written is kept', async t => {
  const trimmed: number[] = []
  let end: () => void = () => {}
  const place = {
    write: () =>
      new Promise(resolve => {
        end = () => resolve(true)
      })
  } as unknown as SnapshotPlace
  const journal = { sequence: 5, trimLog: (upTo: number) => trimmed.push(upTo) }
  const subject = { version: 1, isSettled: true, isComplete: true, indexes: [] }
  const thresholds = { idleMs: 10, minChanges: 1, minShare: 0 }
  const keeper = new SnapshotKeeper(
    journal as unknown as Journal,
    place,
    subject,
    message => t.fail(message),
    thresholds
  )
  keeper.started('identity', undefined, 1)
  keeper.tick(0)
  t.strictSame(trimmed.splice(0), [5], 'without a snapshot the log is of no use')
  keeper.tick(10)
  journal.sequence = 6
  subject.version = 2
  keeper.tick(20)
  t.strictSame(trimmed.splice(0), [])
  end()
  await keeper.close()
  t.strictSame(trimmed, [5])
})
