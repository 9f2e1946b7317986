import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { compileFolders } from '../helpers/compile.ts'
import { canonical } from '../helpers/components.ts'
import { crashTexts, type PossibleTexts, possibleAfter } from '../helpers/crash-log.ts'
import { Model } from '../helpers/model.ts'
import { Random } from '../helpers/random.ts'
import { TestCollection } from '../helpers/test-collection.ts'

const rounds = 50
const folder = t.testdir()
const directory = join(folder, 'data')
const compiled = join(folder, 'compiled')
const child = join(compiled, 'test/helpers/crash-child.js')
const seed = Date.now()
const random = new Random(seed)
// Each round starts a process.
t.setTimeout(240_000)

/** Lets a child write into the store and kills it at a random moment, now and then before it has opened. */
async function runAndKill(t: Test, round: number): Promise<string> {
  const logPath = join(folder, `round-${round}.log`)
  const log = openSync(logPath, 'w')
  const args = [child, directory, `${random.below(2 ** 31)}`]
  // Without the environment of tap, which would have the child measured.
  const process = spawn(globalThis.process.execPath, args, { stdio: ['ignore', log, 'pipe'], env: {} })
  closeSync(log)
  let errors = ''
  process.stderr?.on('data', data => {
    errors += data
  })
  // Now and then before the store is open, else after some lines: machines differ in how far they get in a time.
  const lines = round % 10 === 9 ? 0 : 1 + random.below(120)
  while (readFileSync(logPath, 'utf8').split('\n').length <= lines && isRunning(process)) await setTimeout(2)
  await setTimeout(random.below(lines === 0 ? 400 : 8))
  if (isRunning(process)) {
    process.kill('SIGKILL')
    await once(process, 'exit')
  }
  t.equal(process.signalCode, 'SIGKILL', `round ${round}: the child ran until it was killed ${errors}`)
  return readFileSync(logPath, 'utf8')
}

function isRunning(process: ChildProcess): boolean {
  return process.exitCode === null && process.signalCode === null
}

/** Opens what a crash left behind and compares it with what was acknowledged. */
async function check(t: Test, possible: PossibleTexts, model: Model, round: number): Promise<PossibleTexts> {
  const store = new EmbeddedStore(new LmdbJournal(directory), Date.now)
  await store.open(() => {})
  const collection = new TestCollection(store, 'default', model.settings)
  try {
    const actual: PossibleTexts = new Map([...possible.keys()].map(id => [id, new Set([undefined])]))
    model.clear()
    for (const { id } of await collection.documents(100)) {
      const { text } = await collection.get(id)
      actual.set(id, new Set([crashTexts.indexOf(text as string)]))
      model.add(collection.prepare({ id, text: text as string }))
    }
    const wrong = [...actual].filter(([id, [text]]) => !possible.get(id)?.has(text))
    t.strictSame(wrong, [], `round ${round}: every document is as it was acknowledged, or as it was being written`)
    for (const threshold of [0.6, 0.8]) {
      const partition = await collection.partition(threshold)
      t.strictSame(
        partition,
        canonical(model.partition(threshold)),
        `round ${round}: the clusters are those of what is stored`
      )
    }
    await checkMatches(t, collection, model, round)
    return actual
  } finally {
    await store.close()
  }
}

async function checkMatches(t: Test, collection: TestCollection, model: Model, round: number): Promise<void> {
  const { documents, bytes, ...stats } = await collection.store.stats('default')
  const texts = model.documents.map(({ incoming }) => Buffer.byteLength(incoming.text as string))
  t.strictSame(
    [documents, bytes],
    [texts.length, texts.reduce((sum, length) => sum + length, 0)],
    `round ${round}: the figures`
  )
  const pairs = stats.matchSimilarities.reduce((sum, { count }) => sum + count, 0)
  t.equal(pairs, model.matches(0.6).length, `round ${round}: no match is lost`)
  for (const document of model.documents.slice(0, 20)) {
    const { id } = document.incoming
    const { matches } = await collection.store.matchesOf('default', id, { threshold: 0.6, limit: 1000 })
    t.strictSame(matches, model.matchesOf(document, 0.6), `round ${round}: the matches of ${id}`)
  }
}

t.test(`loses nothing in ${rounds} rounds of kill -9`, async t => {
  const model = new Model(defaultSettings, createSketcher(defaultSettings))
  compileFolders(['src', 'test/helpers'], compiled)
  let state: PossibleTexts = new Map()
  let total = 0
  for (let round = 0; round < rounds; round++) {
    const { possible, acknowledged } = possibleAfter(await runAndKill(t, round), state)
    state = await check(t, possible, model, round)
    total += acknowledged
  }
  t.comment(`seed ${seed}: ${total} calls were acknowledged, ${state.size} ids were used`)
  t.ok(total > rounds * 10, 'the children did some work before they were killed')
})
