import type { Test } from 'tap'
import { type Engine, openStore } from './engine.ts'

const nine = 'one two three four five six seven eight nine'
const emptySlots = new Array<number>(128).fill(0xffffffff)

/** Measuring and judging documents: rules 1, 2 and 8 of the contract. */
export async function verdictRules(t: Test, engine: Engine): Promise<void> {
  await t.test('similarity and containment are exact, and the best match comes first', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { threshold: 0.3 })
    await collection.put('a', nine)
    await collection.put('b', `${nine} ten`)
    const answer = await collection.put('c', `${nine} ten eleven twelve`)
    t.equal(answer.verdict, 'near-duplicate')
    t.strictSame(
      answer.matches.map(({ estimate, ...match }) => match),
      [
        { id: 'b', similarity: 8 / 10, containment: 8 / 10 },
        { id: 'a', similarity: 7 / 10, containment: 7 / 10 }
      ]
    )
    t.ok(answer.matches.every(({ estimate }) => estimate > 0.4 && estimate <= 1))
    const { matches } = await opened.store.matchesOf('news', 'a', { threshold: 0.3, limit: 10 })
    t.strictSame(
      matches.map(({ id, containment }) => [id, containment]),
      [
        ['b', 1],
        ['c', 1]
      ]
    )
  })

  await t.test('the verdict looks only at what was stored before, and a retry gives it again', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const first = await collection.put('a', nine)
    t.strictSame([first.verdict, first.matches], ['unique', []])
    t.equal((await collection.put('b', nine.toUpperCase())).verdict, 'exact-duplicate')
    t.equal((await collection.put('c', `${nine} ten`)).verdict, 'near-duplicate')
    await opened.reopen()
    const retry = await collection.in(opened.store).put('a', nine)
    t.strictSame([retry.status, retry.verdict, retry.matches], ['unchanged', 'unique', []])
    t.equal(retry.cluster.size, 3, 'the cluster is that of now')
  })

  await t.test('when the original goes, a retry of the next one finds it unique', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const id of ['a', 'b', 'c']) await collection.put(id, nine)
    await collection.remove('a')
    t.equal((await collection.put('b', nine)).verdict, 'unique')
    t.equal((await collection.put('c', nine)).verdict, 'exact-duplicate')
  })

  await t.test('as many matches are answered as were asked for', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (let copy = 0; copy < 30; copy++) await collection.put(`${copy}`, nine)
    for (const matchLimit of [0, 1, 10, 29, 100]) {
      const { matches, verdict } = await collection.ingest({ id: '29', text: nine }, { matchLimit })
      const expected = Array.from({ length: Math.min(29, matchLimit) }, (_, at) => `${at}`)
      t.strictSame([verdict, matches.map(({ id }) => id)], ['exact-duplicate', expected])
    }
    const { matches } = await opened.store.matchesOf('news', '5', { threshold: 1, limit: 7 })
    t.strictSame(
      matches.map(({ id }) => id),
      ['0', '1', '2', '3', '4', '6', '7']
    )
  })

  await t.test('short texts match only their equals', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { threshold: 0.3 })
    const texts = ['one', 'two', 'one two', 'two one', 'one two three', 'One, two!', 'one']
    const verdicts: string[] = []
    for (const [at, text] of texts.entries()) verdicts.push((await collection.put(`${at}`, text)).verdict)
    t.strictSame(verdicts, ['unique', 'unique', 'unique', 'unique', 'unique', 'exact-duplicate', 'exact-duplicate'])
    t.strictSame(await collection.partition(), [['0', '6'], ['1'], ['2', '5'], ['3'], ['4']])
  })

  await t.test('texts without a token are unique, each alone', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const [at, text] of ['', '', ' ...', '\0', '🚢'].entries()) {
      const { verdict, matches, cluster } = await collection.put(`${at}`, text)
      t.strictSame([verdict, matches, cluster.size], ['unique', [], 1])
    }
    t.equal((await collection.put('0', '')).status, 'unchanged')
    t.strictSame((await opened.store.matchesOf('news', '0', { threshold: 0.6, limit: 10 })).matches, [])
    await opened.reopen()
    t.strictSame(await collection.in(opened.store).partition(), [['0'], ['1'], ['2'], ['3'], ['4']])
    const comparison = { similarity: 0, estimate: 0, containment: null, shared: 0, union: 0 }
    t.strictSame(await opened.store.compare('news', { id: '0' }, { id: '1' }), comparison)
  })

  await t.test('a signature is judged by its estimate and is never exact', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    const { signature } = collection.sketcher.sketchText(nine)
    const slots = [...signature]
    const signed = (id: string, own: number[]) => collection.ingest({ id, signature: { scheme: 'doppel', slots: own } })
    await collection.put('text', nine)
    t.strictSame(await signed('same', slots), {
      id: 'same',
      status: 'created',
      verdict: 'near-duplicate',
      isEmpty: false,
      cluster: { id: (await collection.get('text')).cluster.id, size: 2, representative: 'text' },
      matches: [{ id: 'text', similarity: null, estimate: 1, containment: null }],
      truncated: false,
      truncatedBy: []
    })
    t.equal((await signed('same', slots)).status, 'unchanged')
    const near = slots.map((slot, at) => (at >= 96 ? (slot ^ 1) >>> 0 : slot))
    t.strictSame(
      (await signed('near', near)).matches.map(({ similarity, estimate }) => [similarity, estimate]),
      [
        [null, 0.75],
        [null, 0.75]
      ]
    )
    t.equal((await signed('copy', slots)).verdict, 'near-duplicate')
    t.equal((await collection.put('later', nine)).verdict, 'exact-duplicate')
    t.equal(
      (
        await signed(
          'far',
          slots.map((slot, at) => (at >= 76 ? (slot ^ 2) >>> 0 : slot))
        )
      ).verdict,
      'unique',
      '76 of 128 are less than .6'
    )
    t.equal((await collection.get('same')).text, undefined)
    await opened.reopen()
    const { matches } = await opened.store.matchesOf('news', 'same', { threshold: 0.6, limit: 10 })
    t.strictSame(
      matches.map(({ id, estimate }) => [id, estimate]),
      [
        ['text', 1],
        ['copy', 1],
        ['later', 1],
        ['near', 0.75]
      ]
    )
    const comparison = { similarity: null, estimate: 1, containment: null, shared: null, union: null }
    t.strictSame(await opened.store.compare('news', { id: 'same' }, { id: 'text' }), comparison)
  })

  await t.test('the empty signature matches nothing', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const id of ['a', 'b']) {
      const answer = await collection.ingest({ id, signature: { scheme: 'doppel', slots: emptySlots } })
      t.strictSame([answer.verdict, answer.cluster.size], ['unique', 1])
    }
    t.equal((await collection.put('c', '')).verdict, 'unique')
  })

  await t.test('a text without words matches one with the same signs, white space apart', async t => {
    const opened = await openStore(t, engine)
    for (const unit of ['word', 'character'] as const) {
      const collection = await opened.create(unit, { shingle: { unit, size: 3 } })
      await collection.put('a', '😀😀🚢🚢')
      const { verdict, matches } = await collection.put('b', ' 😀 😀\n🚢🚢')
      t.strictSame([verdict, matches], ['exact-duplicate', [{ id: 'a', similarity: 1, estimate: 1, containment: 1 }]])
      t.equal((await collection.put('c', '😀😀🚢🚢🚢')).verdict, 'unique')
      t.equal((await collection.put('d', '🚢🚢😀😀')).verdict, 'unique')
      t.equal((await collection.put('e', '...')).verdict, 'unique')
      t.strictSame(await opened.store.compare(unit, { id: 'a' }, { id: 'b' }), {
        similarity: 1,
        estimate: 1,
        containment: { left: 1, right: 1 },
        shared: 1,
        union: 1
      })
      t.strictSame(await collection.partition(), [['a', 'b'], ['c'], ['d'], ['e']])
    }
  })

  await t.test('a blank document says that it is empty', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    for (const [id, text, isEmpty] of [
      ['a', '', true],
      ['b', ' \n\u3000', true],
      ['c', '😀', false],
      ['d', 'ships', false]
    ] as const) {
      const check = await opened.store.check('news', collection.prepare({ id, text }), {
        threshold: 0.6,
        matchLimit: 1
      })
      t.equal(check.isEmpty, isEmpty)
      const { verdict, cluster, ...ingested } = await collection.put(id, text)
      t.strictSame([verdict, cluster.size, ingested.isEmpty], ['unique', 1, isEmpty])
      t.equal((await opened.store.getDocument('news', id)).isEmpty, isEmpty)
    }
  })

  await t.test('check answers what an ingest would, and stores nothing', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', nine)
    const { cluster } = await collection.put('b', `${nine} ten`)
    const check = (text: string, threshold = 0.6, id = 'new', matchLimit = 10) =>
      opened.store.check('news', collection.prepare({ id, text }), { threshold, matchLimit })
    const exact = await check(`${nine}!`)
    t.strictSame(
      [exact.verdict, exact.cluster, exact.matches.map(({ id }) => id)],
      ['exact-duplicate', cluster, ['a', 'b']]
    )
    const near = await check(`${nine} ten eleven`)
    t.strictSame([near.verdict, near.matches.map(({ id }) => id)], ['near-duplicate', ['b', 'a']])
    t.strictSame(await check('gulls over cold grey water'), {
      verdict: 'unique',
      isEmpty: false,
      cluster: null,
      matches: [],
      truncated: false,
      truncatedBy: []
    })
    const nothing = { verdict: 'unique', isEmpty: true, cluster: null, matches: [], truncated: false, truncatedBy: [] }
    t.strictSame(await check(''), nothing)
    const strict = await check(`${nine} ten eleven`, 0.95)
    t.strictSame([strict.verdict, strict.cluster], ['unique', null])
    const cut = await check(nine, 0.95)
    t.strictSame([cut.verdict, cut.cluster?.size], ['exact-duplicate', 1], 'the cluster is cut at the threshold too')
    const silent = await check(nine, 0.6, 'new', 0)
    t.strictSame([silent.verdict, silent.matches, silent.cluster], ['exact-duplicate', [], cluster])
    t.equal((await check(nine, 0.6, 'a')).verdict, 'unique', 'an ingest of the same would be unchanged')
    t.equal((await check(`${nine} ten`, 0.6, 'a')).verdict, 'exact-duplicate', 'the former version does not count')
    t.strictSame(await collection.partition(), [['a', 'b']])
    t.equal((await opened.store.getCollection('news')).counts.documents, 2)
  })

  await t.test('compare measures any two texts, stored or not', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create()
    await collection.put('a', nine)
    await collection.put('b', 'seven eight nine ten')
    await collection.put('empty', '')
    const compare = (left: string, right: string) => opened.store.compare('news', { id: left }, { id: right })
    const { estimate, ...rest } = await compare('a', 'b')
    t.strictSame(rest, { similarity: 1 / 8, containment: { left: 1 / 7, right: 1 / 2 }, shared: 1, union: 8 })
    t.ok(estimate < 0.4)
    t.strictSame(await compare('a', 'a'), {
      similarity: 1,
      estimate: 1,
      containment: { left: 1, right: 1 },
      shared: 7,
      union: 7
    })
    t.strictSame(await compare('a', 'empty'), {
      similarity: 0,
      estimate: 0,
      containment: { left: 0, right: null },
      shared: 0,
      union: 7
    })
    const itself = { similarity: 1, estimate: 1, containment: null, shared: 0, union: 0 }
    t.strictSame(await compare('empty', 'empty'), itself, 'a document against itself is 1, whatever it says')
    const content = collection.sketcher.sketchText(nine)
    t.strictSame(await opened.store.compare('news', { content }, { id: 'a' }), await compare('a', 'a'))
    t.strictSame(await opened.store.compare('news', { id: 'b' }, { content }), await compare('b', 'a'))
  })

  await t.test('all holds for the scheme minhash as well', async t => {
    const opened = await openStore(t, engine)
    const collection = await opened.create('news', { signature: { scheme: 'minhash', slots: 256, seed: 7 } })
    await collection.put('a', nine)
    t.equal((await collection.put('b', nine)).verdict, 'exact-duplicate')
    t.strictSame(
      (await collection.put('c', `${nine} ten`)).matches.map(({ id, similarity }) => [id, similarity]),
      [
        ['a', 7 / 8],
        ['b', 7 / 8]
      ]
    )
    const slots = [...collection.sketcher.sketchText(nine).signature]
    const answer = await collection.ingest({ id: 'd', signature: { scheme: 'minhash', slots } })
    t.strictSame([answer.verdict, answer.matches[0]?.estimate], ['near-duplicate', 1])
    t.strictSame(await collection.partition(), [['a', 'b', 'c', 'd']])
  })
}
