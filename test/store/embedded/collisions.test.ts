import t from 'tap'
import { createSketcher } from '../../../src/signature/sketcher.ts'
import { defaultSettings } from '../../../src/store/collections.ts'
import type { IncomingDocument } from '../../../src/store/documents.ts'
import { EmbeddedStore } from '../../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../../src/store/memory/memory-journal.ts'
import { openSecret } from '../../../src/text/secret.ts'

const sketcher = createSketcher(defaultSettings)
const options = { matchLimit: 10, renew: false }

/** A document whose content key is the same as that of all others. */
function colliding(id: string, text: string): IncomingDocument {
  const sketch = { ...sketcher.sketchText(text), contentKey: '0123456789abcdef'.repeat(2) }
  return {
    id,
    text: Buffer.from(text),
    textDigest: text,
    fieldsDigest: '',
    fields: {},
    sketch,
    sketcherKey: sketcher.key
  }
}

t.test('contents whose keys coincide stay apart, also after a restart and after deletions', async t => {
  const journal = new MemoryJournal(openSecret)
  const store = new EmbeddedStore(journal, Date.now)
  await store.open(() => {})
  const texts = { a: 'ant bee cat dog', b: 'elk fox gnu hen', c: 'ibis jay kite lark' }
  for (const [id, text] of Object.entries(texts)) {
    const [answer] = await store.ingest('default', [colliding(id, text)], options)
    t.match(answer, { verdict: 'unique', cluster: { size: 1 }, matches: [] })
  }
  const [copy] = await store.ingest('default', [colliding('b2', texts.b)], options)
  t.match(copy, { verdict: 'exact-duplicate', cluster: { size: 2 }, matches: [{ id: 'b' }] })
  t.match(await store.compare('default', { id: 'a' }, { id: 'b' }), { similarity: 0 })
  await store.remove('default', 'a')
  const reopened = new EmbeddedStore(journal, Date.now)
  await reopened.open(() => {})
  const query = { threshold: 0.6, matchLimit: 10 }
  t.match(await reopened.check('default', colliding('d', texts.c), query), { verdict: 'exact-duplicate' })
  t.match(await reopened.check('default', colliding('d', texts.b), query), { matches: [{ id: 'b' }, { id: 'b2' }] })
  t.match(await reopened.check('default', colliding('d', texts.a), query), { verdict: 'unique' })
  await Promise.all([store.close(), reopened.close()])
})
