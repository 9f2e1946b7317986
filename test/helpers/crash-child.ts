// Writes random documents into a store until it is killed: crash-child.ts FOLDER SEED
// Standard output, best a file, gets one JSON line before each call and one after its answer.
import { writeSync } from 'node:fs'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { type CrashEvent, type CrashOperation, crashTexts } from './crash-log.ts'
import { Random } from './random.ts'
import { TestCollection } from './test-collection.ts'

const [directory = '', seed = '0'] = process.argv.slice(2)
const random = new Random(Number(seed))
const store = new EmbeddedStore(new LmdbJournal(directory), Date.now)
await store.open(() => {})
const collection = await TestCollection.create(store, 'default')
const busy = new Set<string>()

/** A synchronous write: what is told here was told before the kill. */
function tell(event: CrashEvent): void {
  writeSync(1, `${JSON.stringify(event)}\n`)
}

function nextOperation(): CrashOperation {
  const free = Array.from({ length: 160 }, (_, at) => `${at}`).filter(id => !busy.has(id))
  const ids = random.shuffle(free)
  if (random.next() < 0.2) return { kind: 'remove', id: ids[0] as string }
  const count = random.next() < 0.3 ? 2 + random.below(5) : 1
  return { kind: 'put', documents: ids.slice(0, count).map(id => ({ id, text: random.below(crashTexts.length) })) }
}

async function run(operation: CrashOperation): Promise<void> {
  if (operation.kind === 'remove') {
    await collection.remove(operation.id).catch(error => {
      if (error.code !== 'DOCUMENT_NOT_FOUND') throw error
    })
    return
  }
  const documents = operation.documents.map(({ id, text }) =>
    collection.prepare({ id, text: crashTexts[text] as string })
  )
  await collection.ingestAll(documents)
}

async function work(worker: number): Promise<void> {
  for (let count = 0; ; count++) {
    const number = `${worker}-${count}`
    const operation = nextOperation()
    const ids = operation.kind === 'put' ? operation.documents.map(({ id }) => id) : [operation.id]
    for (const id of ids) busy.add(id)
    tell({ kind: 'begun', number, operation })
    await run(operation)
    tell({ kind: 'acknowledged', number })
    for (const id of ids) busy.delete(id)
  }
}

tell({ kind: 'ready' })
await Promise.all([0, 1, 2, 3, 4, 5].map(work))
