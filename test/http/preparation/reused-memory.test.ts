import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { inlinePreparer } from '../../../src/http/preparation/inline-preparer.ts'
import type { Preparer } from '../../../src/http/preparation/preparer.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { LmdbJournal } from '../../../src/store/lmdb/lmdb-journal.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'
import { buildTestApp } from '../../helpers/build-app.ts'

/** Spoils what it gave as soon as it is given back: worse than to use it for other documents. */
const spoilingPreparer: Preparer = {
  ...inlinePreparer,
  async prepare(lines, settings, options) {
    const prepared = await inlinePreparer.prepare(lines, settings, options)
    const release = () => {
      for (const { outcome } of prepared.lines) {
        if (outcome instanceof Error || 'page' in outcome) continue
        const { signature, bandKeys, shingles } = outcome.sketch
        for (const part of [outcome.text, signature, bandKeys, shingles]) part?.fill(0xaa)
      }
    }
    return { lines: prepared.lines, release }
  }
}

/** Stories with variants, so that contents are compared, changed and looked at again. */
const words = Array.from({ length: 60 }, (_, i) => `word${i}`)
const textOf = (story: number, variant: number) =>
  [...words.map(word => `${word}of${story}`), `variant${variant}`, ...(variant % 3 === 0 ? ['and', 'more'] : [])].join(
    ' '
  )
const line = (id: number, story: number, variant: number) =>
  `${JSON.stringify({ id: `d${id}`, text: textOf(story, variant), title: `t${variant}` })}\n`
const upload = (count: number, variant: number) =>
  Array.from({ length: count }, (_, i) => line(i, i % 40, variant + (i % 7))).join('')

async function answersOf(t: Test, preparer: Preparer, journal: MemoryJournal | LmdbJournal): Promise<unknown[]> {
  const { app } = await buildTestApp(t, { preparer, store: new EmbeddedStore(journal, () => 1_700_000_000_000) })
  const put = {
    method: 'PUT',
    url: '/v1/collections/c',
    payload: { storeText: journal instanceof LmdbJournal }
  } as const
  await app.inject(put)
  const results = [await importOf(app, upload(900, 0)), await importOf(app, upload(500, 3))]
  for (let i = 0; i < 900; i += 9) await app.inject({ method: 'DELETE', url: `/v1/collections/c/documents/d${i}` })
  // Two uploads at a time: what one changes may come from a group of the other.
  const both = await Promise.all([importOf(app, upload(300, 1)), importOf(app, upload(300, 1))])
  t.ok(both.every(body => body.includes('"failed":0')))
  const shown = ['stats', 'clusters?limit=100', 'documents/d1/matches', 'documents/d4', 'documents/d8/matches']
  for (const path of shown) results.push((await app.inject(`/v1/collections/c/${path}`)).body)
  const payload = { left: { id: 'd1' }, right: { id: 'd41' } }
  results.push((await app.inject({ method: 'POST', url: '/v1/collections/c/compare', payload })).body)
  return results.map(body => String(body).replace(/"(ingestRate|asOf)":("[^"]*"|\{[^}]*\}|[^,}]*)/g, ''))
}

async function importOf(app: FastifyInstance, payload: string): Promise<string> {
  const headers = { 'content-type': 'application/x-ndjson' }
  return (await app.inject({ method: 'POST', url: '/v1/collections/c/import', headers, payload })).body
}

const journals: Record<string, (directory: string) => MemoryJournal | LmdbJournal> = {
  'in memory, without texts': () => new MemoryJournal(),
  'on disk, with texts': directory => new LmdbJournal(directory)
}
for (const [name, open] of Object.entries(journals)) {
  t.test(`nothing that is kept lies in memory that is used again: ${name}`, async t => {
    const directory = t.testdir()
    const expected = await answersOf(t, inlinePreparer, open(`${directory}/expected`))
    t.strictSame(await answersOf(t, spoilingPreparer, open(`${directory}/spoilt`)), expected)
  })
}
