import { PassThrough } from 'node:stream'
import t from 'tap'
import { defaultSettings } from '../../src/store/collections.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import { buildTestApp } from '../helpers/build-app.ts'
import { linesOf } from '../helpers/raw-client.ts'

/** The settings change just before the first batch is stored, and its refusal is told late. */
class ChangingStore extends EmbeddedStore {
  calls = 0
  letGo: () => void = () => {}
  readonly #held = new Promise<void>(resolve => {
    this.letGo = resolve
  })

  override async ingest(...args: Parameters<EmbeddedStore['ingest']>): ReturnType<EmbeddedStore['ingest']> {
    if (this.calls++ > 0) return super.ingest(...args)
    const change = this.putCollection('default', { ...defaultSettings, threshold: 0.7 })
    const answers = await super.ingest(...args)
    await change
    await this.#held
    return answers
  }
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
}

t.test('a batch that is ready for new settings waits for the one before, which must be prepared again', async t => {
  const store = new ChangingStore(new MemoryJournal(), Date.now)
  const { app } = await buildTestApp(t, { store })
  const payload = new PassThrough()
  const headers = { 'content-type': 'application/x-ndjson' }
  const reply = app.inject({ method: 'POST', url: '/v1/collections/default/import', payload, headers })
  reply.catch(() => {})
  const line = (id: string) => `${JSON.stringify({ id, text: 'one two three four five six' })}\n`
  payload.write(line('a'))
  while (store.calls === 0) await turns(1)
  await turns(50)
  payload.write(line('b'))
  await turns(50)
  payload.end(line('c'))
  await turns(50)
  store.letGo()
  const results = linesOf<{ id?: string; verdict?: string }>((await reply).body)
  t.strictSame(
    results.slice(0, -1).map(({ id, verdict }) => [id, verdict]),
    [
      ['a', 'unique'],
      ['b', 'exact-duplicate'],
      ['c', 'exact-duplicate']
    ]
  )
  t.equal((await store.getCollection('default')).counts.documents, 3)
})
