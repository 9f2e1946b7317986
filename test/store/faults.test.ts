import t from 'tap'
import { lmdbEngine } from './conformance/lmdb-engine.ts'
import { memoryEngine } from './conformance/memory-engine.ts'
import { randomOperations } from './conformance/random-operations.ts'

t.test('a call whose commit fails leaves nothing behind, in memory or in the journal', async t => {
  const engine = memoryEngine()
  await randomOperations(t, engine)
  t.ok(engine.counts.failures > 20, `${engine.counts.failures} commits failed`)
})

t.test('the same on LMDB, with restarts from every kind of snapshot', async t => {
  const engine = lmdbEngine({ canFail: true })
  await randomOperations(t, { ...engine, effort: 0.4 })
  t.ok(
    engine.counts.restored > 20 && engine.counts.former > 10 && engine.counts.damaged > 5,
    JSON.stringify(engine.counts)
  )
})
