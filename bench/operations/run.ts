import fc from 'fast-check'
import { type Engine, openIn } from '../../test/store/conformance/engine.ts'
import { lmdbEngine } from '../../test/store/conformance/lmdb-engine.ts'
import { memoryEngine } from '../../test/store/conformance/memory-engine.ts'
import { answersAsTheModel } from '../../test/store/conformance/random-operations.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable } from '../report/table.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'

/** Sequences of operations between two looks at how many steps there were. */
const sequencesPerBlock = 50

// Half of the steps on each journal. A failure ends it with the least sequence of operations that still fails.
const asked = options({ steps: 100_000, seed: 0 })
const seed = asked.seed || Date.now() % 2 ** 31
console.log(`Random operations against the sequential model, seed ${seed}\n`)
const memory = memoryEngine()
const lmdb = lmdbEngine({ canFail: true })
const runs = [await run(memory), await run(lmdb)]
const rows = runs.map(({ engine, sequences, steps, schemes, kinds }) => [
  engine,
  count(sequences),
  count(steps),
  count(schemes.doppel ?? 0),
  count(schemes.minhash ?? 0),
  count(kinds.reopen ?? 0),
  count(kinds.fault ?? 0)
])
const head = ['engine', 'sequences', 'steps', 'scheme doppel', 'scheme minhash', 'restarts', 'faults asked for']
console.log(markdownTable(head, rows))
console.log(
  `\nRestarts on LMDB: ${count(lmdb.counts.restored)} from a snapshot, ${count(lmdb.counts.former)} of them from the ` +
    `one before with the log; ${count(lmdb.counts.damaged)} with a damaged one. Every answer was that of the model.`
)
save({ bench: 'operations', machine: thisMachine(), asked: { ...asked, seed }, runs, snapshots: lmdb.counts })

async function run(engine: Engine) {
  const [schemes, kinds]: Record<string, number>[] = [{}, {}]
  let [steps, sequences] = [0, 0]
  await inTemporaryDirectory(async directory => {
    const opened = await openIn(directory, engine)
    const property = answersAsTheModel(opened, (settings, { kind }) => {
      steps++
      increment(schemes!, settings.signature?.scheme ?? 'doppel')
      increment(kinds!, kind)
    })
    while (steps < asked.steps / 2) {
      await fc.assert(property, {
        numRuns: sequencesPerBlock,
        seed: seed + sequences,
        interruptAfterTimeLimit: 300_000
      })
      sequences += sequencesPerBlock
    }
    await opened.store.close()
  })
  return { engine: engine.name, sequences, steps, schemes: schemes!, kinds: kinds! }
}

function increment(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
