// Kills a worker and the service while they work: nothing may be lost, and each cluster must have one `unique`.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { DoppelClient } from 'doppel/client'
import { Redis } from 'ioredis'
import { freePort, startDoppel, startRedis, startWorker } from './processes.js'
import { enqueue, names } from './streams.js'

const stories = 1500
const versions = 4

/** The versions of a story differ in punctuation and in one word of many. */
function pageOf(story, version) {
  const text = Array.from({ length: 80 }, (_, i) => `s${story}w${i}`)
  if (version > 1) text[40] = `changed${version}`
  return { id: `${story}/${version}`, text: text.join(version === 1 ? ', ' : ' ') }
}

async function setUp(t) {
  const folder = mkdtempSync(join(tmpdir(), 'doppel-queue-'))
  const [redisPort, doppelPort] = [await freePort(), await freePort()]
  const processes = [startRedis(redisPort, folder)]
  const redis = new Redis(redisPort, '127.0.0.1', { maxRetriesPerRequest: null })
  redis.on('error', () => {})
  t.after(async () => {
    redis.disconnect()
    await Promise.all(processes.map(({ end }) => end('SIGKILL')))
    rmSync(folder, { recursive: true, force: true })
  })
  await redis.ping()
  const add = process => {
    processes.push(process)
    return process
  }
  return {
    redis,
    client: new DoppelClient({ url: `http://127.0.0.1:${doppelPort}`, retry: { attempts: 20 } }),
    doppel: environment => add(startDoppel(doppelPort, folder, environment)),
    worker: () => add(startWorker(redisPort, doppelPort))
  }
}

async function until(isTrue) {
  while (!(await isTrue())) await delay(50)
}

/** The entries of a stream as objects. */
async function entriesOf(redis, stream) {
  const entries = await redis.xrange(stream, '-', '+')
  return entries.map(([, fields]) =>
    Object.fromEntries(fields.flatMap((name, i) => (i % 2 === 0 ? [[name, fields[i + 1]]] : [])))
  )
}

test('nothing is lost when workers and the service are killed', { timeout: 300_000 }, async t => {
  const { redis, client, doppel, worker } = await setUp(t)
  let service = doppel()
  const [first] = [worker(), worker()]
  for (let version = 0; version < versions; version++) {
    await Promise.all(Array.from({ length: stories }, (_, story) => enqueue(redis, pageOf(story, version))))
  }
  const settled = count => until(async () => (await redis.xlen(names.verdicts)) >= count)

  await settled(500)
  await first.end('SIGKILL')
  await settled(1500)
  await service.end('SIGKILL')
  assert.ok((await redis.xlen(names.pages)) > 0, 'there was something left to do')
  // The workers wait meanwhile.
  await delay(1500)
  service = doppel()
  worker()
  await until(async () => (await redis.xlen(names.pages)) === 0)

  const verdicts = await entriesOf(redis, names.verdicts)
  const ids = verdicts.map(({ id }) => id)
  assert.equal(ids.length, stories * versions, 'one outcome for each document')
  assert.equal(new Set(ids).size, ids.length)
  assert.equal((await client.collection().stats()).documents, stories * versions)
  const uniques = verdicts.filter(({ verdict }) => verdict === 'unique').map(({ id }) => id.split('/')[0])
  assert.equal(new Set(uniques).size, stories, 'one unique for each story')
  assert.equal(uniques.length, stories)
  let clusters = 0
  for await (const { size } of client.collection().clusters({ limit: 100 })) {
    assert.equal(size, versions)
    clusters++
  }
  assert.equal(clusters, stories)
  assert.deepEqual(await entriesOf(redis, names.dead), [])
  assert.equal((await redis.xpending(names.pages, names.group))[0], 0)
})

test('what can never be stored is put aside with the reason, and the rest goes on', { timeout: 120_000 }, async t => {
  const { redis, doppel, worker } = await setUp(t)
  await enqueue(redis, { id: 'good', text: 'one two three four' })
  await redis.xadd(names.pages, '*', 'document', '{"cut')
  await redis.xadd(names.pages, '*', 'something', 'else')
  await enqueue(redis, { id: 'bad', text: 5 })
  const withoutId = await enqueue(redis, { text: 'five six seven eight' })
  doppel()
  const { end } = worker()
  await until(async () => (await redis.xlen(names.verdicts)) === 2 && (await redis.xlen(names.dead)) === 3)
  const ids = (await entriesOf(redis, names.verdicts)).map(({ id }) => id)
  assert.deepEqual(ids, ['good', withoutId])
  const reasons = (await entriesOf(redis, names.dead)).map(({ reason }) => reason)
  assert.equal(reasons.filter(reason => reason.startsWith('the entry holds no document')).length, 2)
  assert.equal(reasons.filter(reason => reason.startsWith('INVALID_DOCUMENT')).length, 1)
  assert.deepEqual(await end('SIGTERM'), [0, null], 'a worker ends in order')
})

test('what a doppel that is full refuses stays in the queue until there is room', { timeout: 120_000 }, async t => {
  const { redis, doppel, worker } = await setUp(t)
  const count = 2000
  await redis.xgroup('CREATE', names.pages, names.group, '0', 'MKSTREAM')
  await Promise.all(Array.from({ length: count }, (_, story) => enqueue(redis, pageOf(story, 0))))
  const full = doppel({ DOPPEL_MEMORY_LIMIT_BYTES: '1048576' })
  worker()
  worker()
  await until(async () => (await redis.xpending(names.pages, names.group))[0] >= 400)
  // Longer than entries of a dead worker are left alone, six times over.
  await delay(8000)
  assert.equal(await redis.xlen(names.dead), 0)
  assert.equal(await redis.xlen(names.pages), count)
  const pending = await redis.xpending(names.pages, names.group, '-', '+', count)
  assert.ok(
    Math.max(...pending.map(([, , , deliveries]) => deliveries)) < 4,
    'a worker that waits is not taken for dead'
  )
  assert.ok(pending.length < count, 'the rest is left for later')
  await full.end('SIGKILL')
  doppel()
  await until(async () => (await redis.xlen(names.pages)) === 0)
  assert.equal(await redis.xlen(names.verdicts), count)
  assert.equal(await redis.xlen(names.dead), 0)
})

test('an entry that workers die of is put aside in the end', { timeout: 120_000 }, async t => {
  const { redis, doppel, worker } = await setUp(t)
  await redis.xgroup('CREATE', names.pages, names.group, '0', 'MKSTREAM')
  await enqueue(redis, { id: 'deadly', text: 'one two three four' })
  const [[, [[id]]]] = await redis.xreadgroup('GROUP', names.group, 'gone', 'STREAMS', names.pages, '>')
  for (let i = 0; i < 5; i++) await redis.xclaim(names.pages, names.group, `gone${i}`, 0, id)
  doppel()
  worker()
  await until(async () => (await redis.xlen(names.dead)) === 1)
  assert.match((await entriesOf(redis, names.dead))[0].reason, /6 workers did not finish it/)
  assert.equal(await redis.xlen(names.pages), 0)
})
