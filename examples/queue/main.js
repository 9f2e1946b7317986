// A worker: node main.js. Any number may run. SIGTERM or Ctrl-C ends it after what it has begun.
import { DoppelClient } from 'doppel/client'
import { Redis } from 'ioredis'
import { work } from './worker.js'

const { DOPPEL_URL = 'http://127.0.0.1:3000', REDIS_URL = 'redis://127.0.0.1:6379', RECLAIM_AFTER_MS } = process.env
// Neither side is ever given up: what is in the queue stays there until both are back.
const forever = Number.POSITIVE_INFINITY
const client = new DoppelClient({
  url: DOPPEL_URL,
  retry: { attempts: forever, maxRetryAfterMs: forever, maxMs: 5_000 }
})
const redis = new Redis(REDIS_URL, { maxRetriesPerRequest: null })
redis.on('error', error => console.error(`redis: ${error.message}`))

const controller = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => controller.abort())
await work(
  redis,
  client,
  controller.signal,
  RECLAIM_AFTER_MS && { reclaimAfterMs: Number(RECLAIM_AFTER_MS), blockMs: 200, repeatAfterMs: 200 }
)
redis.disconnect()
