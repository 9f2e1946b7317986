import { hostname } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { isTemporary } from 'doppel/client'
import { entryOf, names, prepare } from './streams.js'

/** What a worker may want otherwise. */
const defaults = {
  /** Entries of a worker that has died are taken over after so long, in milliseconds. */
  reclaimAfterMs: 60_000,
  /** How long to wait for a new entry before looking for entries to take over, in milliseconds. */
  blockMs: 5_000,
  /** What doppel cannot take now is sent again after so long, in milliseconds; less than `reclaimAfterMs`. */
  repeatAfterMs: 5_000,
  /** An entry that was taken over more often than this is put aside: workers die of it. */
  maxTakeovers: 5,
  /** Most entries that are on their way to doppel. */
  batch: 200
}

/**
 * Takes documents from the queue, gives them to doppel, and acknowledges each only when doppel has stored it.
 *
 * @param redis a connection for commands; it is duplicated for reading, which blocks
 * @param client a `DoppelClient` that never gives up (`retry: { attempts: Infinity }`)
 * @param signal ends the worker once what it has read is settled
 */
export async function work(redis, client, signal, options = {}) {
  const settings = { ...defaults, ...options }
  const consumer = `${hostname()}-${process.pid}-${Date.now()}`
  // What doppel could not take, the earliest first.
  const refused = []
  const reader = redis.duplicate()
  reader.on('error', () => {}) // `redis` tells of it too.
  const stop = () => reader.disconnect()
  try {
    await prepare(redis)
    signal.addEventListener('abort', stop, { once: true })
    const entries = documents({ redis, reader, client, consumer, refused, signal, ...settings })
    const document = entry => entry.document
    const results = client.collection().import(entries, { document, maxPending: settings.batch })
    for await (const { item, answer, problem } of results) {
      if (problem === undefined) await tell(redis, item, answer)
      else if (isPermanent(problem)) await putAside(redis, item, `${problem.code}: ${problem.detail ?? problem.title}`)
      else {
        await keep(redis, consumer, item)
        refused.push({ entry: item, dueAt: Date.now() + settings.repeatAfterMs })
      }
    }
  } finally {
    signal.removeEventListener('abort', stop)
    reader.disconnect()
  }
}

/** Whether it is the fault of the document: another attempt would end the same. */
function isPermanent(problem) {
  return problem.status < 500 && !isTemporary(problem)
}

/** The entries that hold documents: what was refused and is due, what dead workers left, and what is new. */
async function* documents(worker) {
  const { redis, reader, consumer, refused, signal, blockMs, batch } = worker
  const inHand = new Set()
  while (!signal.aborted) {
    while (refused.length > 0 && refused[0].dueAt <= Date.now()) yield refused.shift().entry
    if (refused.length >= batch) {
      // Nothing more is read for a doppel that is full.
      await delay(refused[0].dueAt - Date.now(), undefined, { signal }).catch(() => {})
      continue
    }
    for (const entry of await takeOver(worker)) yield* usable(redis, entry, inHand)
    const waitMs = Math.min(blockMs, refused.length > 0 ? Math.max(1, refused[0].dueAt - Date.now()) : blockMs)
    for (const entry of await readNew(reader, consumer, waitMs, batch, signal)) yield* usable(redis, entry, inHand)
  }
}

/** An entry that this worker has already is not begun again. */
async function* usable(redis, entry, inHand) {
  if (inHand.has(entry.id)) return
  if (entry.reason !== undefined) {
    await putAside(redis, entry, entry.reason)
    return
  }
  inHand.add(entry.id)
  yield { ...entry, settled: () => inHand.delete(entry.id) }
}

async function readNew(reader, consumer, blockMs, count, signal) {
  try {
    const group = ['GROUP', names.group, consumer, 'COUNT', count, 'BLOCK', blockMs]
    const streams = await reader.xreadgroup(...group, 'STREAMS', names.pages, '>')
    return (streams?.[0]?.[1] ?? []).map(entryOf)
  } catch (error) {
    if (signal.aborted) return []
    throw error
  }
}

/** Takes over what other workers have had for too long. Not while doppel is down: then they are not dead, they wait. */
async function takeOver({ redis, client, consumer, reclaimAfterMs, maxTakeovers, batch }) {
  const { isReady } = await client.readiness().catch(() => ({ isReady: false }))
  if (!isReady) return []
  const found = []
  let cursor = '0-0'
  do {
    const claim = [names.pages, names.group, consumer, reclaimAfterMs, cursor, 'COUNT', batch]
    const [next, entries] = await redis.xautoclaim(...claim)
    for (const entry of entries.map(entryOf)) {
      const [pending] = await redis.xpending(names.pages, names.group, entry.id, entry.id, 1)
      if (pending === undefined) continue
      const takeovers = pending[3] - 1
      found.push(takeovers > maxTakeovers ? { ...entry, reason: `${takeovers} workers did not finish it` } : entry)
    }
    cursor = next
  } while (cursor !== '0-0' && found.length < batch)
  return found
}

/** Acknowledges, and tells the verdict in the same step. */
async function tell(redis, entry, { id, verdict, cluster }) {
  const outcome = ['id', id, 'verdict', verdict, 'cluster', cluster.id, 'representative', cluster.representative]
  await redis.settle(names.pages, names.verdicts, names.group, entry.id, ...outcome)
  entry.settled()
}

/** Says that this worker lives and still has an entry. With JUSTID that does not count as a takeover. */
async function keep(redis, consumer, entry) {
  await redis.xclaim(names.pages, names.group, consumer, 0, entry.id, 'JUSTID')
}

/** Acknowledges what can never be stored, and keeps it with the reason. */
async function putAside(redis, entry, reason) {
  const fields = ['entry', entry.id, 'reason', reason, 'document', entry.text ?? '']
  await redis.settle(names.pages, names.dead, names.group, entry.id, ...fields)
  entry.settled?.()
}
