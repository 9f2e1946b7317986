// Writes random documents into a store until it is ended: crash-child.ts FOLDER SEED NOW
// Standard output, best a file, gets one JSON line before each phase and one after each answer.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DoppelError } from '../../src/errors.ts'
import { prepareDocument } from '../../src/service/document-input.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import {
  type CrashDocument,
  type CrashEvent,
  type CrashOperation,
  crashCollections,
  crashSettings,
  crashTexts
} from './crash-log.ts'
import { Random } from './random.ts'

/** Documents of a collection. */
const idCount = 130
const refusals = ['DOCUMENT_NOT_FOUND', 'COLLECTION_NOT_FOUND', 'COLLECTION_NOT_EMPTY']

const [folder = '', seed = '0', start = '0'] = process.argv.slice(2)
const random = new Random(Number(seed))
let now = Number(start)
const journal = new LmdbJournal(join(folder, 'data'))
const store = new EmbeddedStore(journal, () => now, {
  snapshots: { idleMs: 3, minChanges: 1, minShare: 0 },
  sweepMs: 3
})

/** Collections that are perhaps empty, and may get other settings. */
const emptied = new Set<string>()

process.once('SIGTERM', async () => {
  await store.close()
  tell({ kind: 'closed' })
  process.exit()
})

/** A synchronous write: what is told here was told before the end. */
function tell(event: CrashEvent): void {
  writeSync(1, `${JSON.stringify(event)}\n`)
}

function nextPhase(number: number): CrashOperation[] {
  const operations = crashCollections.flatMap(name => {
    const isEmpty = emptied.delete(name)
    if (isEmpty && random.next() < 0.7) return change(name, 'create')
    return random.next() < 0.15
      ? change(name, random.pick(['create', 'drop', 'drop', 'patch', 'patch']))
      : documentCalls(name)
  })
  if (random.next() < 0.02) {
    operations.push({ kind: 'backup', collection: '', directory: join(folder, `backup-${seed}-${number}`) })
  }
  return operations
}

function change(collection: string, kind: 'create' | 'drop' | 'patch'): CrashOperation {
  if (kind !== 'patch') emptied.add(collection)
  if (kind === 'create') return { kind, collection, settings: random.below(crashSettings.length) }
  if (kind === 'drop') return { kind, collection }
  const representative = random.pick(['earliest', 'longest', 'central'] as const)
  return { kind, collection, retentionSeconds: random.pick([null, 10, 100]), representative }
}

function documentCalls(collection: string): CrashOperation[] {
  const ids = random.shuffle(Array.from({ length: idCount }, (_, at) => `${at}`))
  const calls: CrashOperation[] = []
  for (let left = random.below(5); left > 0; left--) {
    if (random.next() < 0.25) calls.push({ kind: 'remove', collection, id: ids.pop() as string })
    else {
      const count = random.pick([1, 1, 1, 2, 5, 30])
      const documents = ids.splice(0, Math.min(count, ids.length - 5)).map(version)
      if (documents.length > 0) calls.push({ kind: 'put', collection, documents })
    }
  }
  return calls
}

/** Few variants, so that now and then the same is sent again, or the same text with other fields. */
function version(id: string): CrashDocument {
  const text = random.next() < 0.3 ? Number(id) % crashTexts.length : random.below(crashTexts.length)
  const retention = random.next() < 0.1 ? { retentionSeconds: random.pick([5, 1000]) } : {}
  return { id, text, variant: random.below(2), ...retention }
}

async function run(operation: CrashOperation): Promise<void> {
  const { collection } = operation
  if (operation.kind === 'backup') await journal.backUp(operation.directory)
  else if (operation.kind === 'remove') await store.remove(collection, operation.id)
  else if (operation.kind === 'drop') await store.deleteCollection(collection)
  else if (operation.kind === 'create') await store.putCollection(collection, crashSettings[operation.settings]!)
  else if (operation.kind === 'patch') await store.patchCollection(collection, operation)
  else await ingest(collection, operation.documents)
}

async function ingest(collection: string, documents: readonly CrashDocument[]): Promise<void> {
  const settings = await store.settingsOf(collection).catch(() => defaultSettings)
  const sketcher = createSketcher({ ...settings, secret: store.secret })
  const prepared = documents.map(({ id, text, variant, ...fields }) =>
    prepareDocument({ id, text: crashTexts[text]!, title: `${text} ${variant}`, ...fields }, id, sketcher)
  )
  const answers = await store.ingest(collection, prepared, { matchLimit: 10, renew: false })
  for (const answer of answers) if (answer instanceof Error) throw answer
}

/** @returns whether it is known what became of the call */
async function acknowledge(operation: CrashOperation, place: number): Promise<boolean> {
  try {
    await run(operation)
  } catch (error) {
    // Only at the end; whether the call happened is not known.
    if (error instanceof DoppelError && /^STORE_(CLOSING|UNAVAILABLE)$/.test(error.code)) return false
    if (!(error instanceof DoppelError && refusals.includes(error.code))) throw error
  }
  tell({ kind: 'acknowledged', place })
  return true
}

await store.open(() => {})
tell({ kind: 'ready' })
for (let number = 0; ; number++) {
  const operations = nextPhase(number)
  tell({ kind: 'phase', operations })
  const known = await Promise.all(operations.map(acknowledge))
  // The clock must not move while it is open when a call happened.
  if (known.includes(false)) break
  if (random.next() < 0.2) {
    const next = now + random.pick([1000, 6000, 45_000])
    tell({ kind: 'clock', now: next })
    now = next
  }
  // For a snapshot.
  if (random.next() < 0.3) await setTimeout(random.below(25))
}
