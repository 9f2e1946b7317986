import { appendFileSync } from 'node:fs'
import { tokenize } from '../../src/text/tokenize.ts'
import type { DocumentStream } from '../documents/document-stream.ts'
import { PeerProcess } from '../python/peer-process.ts'
import { freePort } from '../server/free-port.ts'
import { RedisServer } from '../server/redis-server.ts'

/** What a peer needed for all documents: to ask for the candidates of each, and to add it. */
export interface PeerIngest {
  readonly documents: number
  readonly candidates: number
  readonly seconds: number
  /** Of its own process and of the store's, if that is another one. */
  readonly cpuSeconds: number
  /** Of both. */
  readonly memoryBytes: number
}

interface PeerAnswer extends PeerIngest {
  readonly differing: number
}

const threshold = 0.6
/** Documents that are written to the file at once. */
const batchSize = 1000

/** Puts the same documents into datasketch's MinHashLSH, in memory and, where Redis is installed, on Redis. */
export async function ingestByPeers(
  python: string,
  directory: string,
  stream: DocumentStream,
  documents: number
): Promise<Map<string, PeerIngest>> {
  const file = `${directory}/documents.jsonl`
  for (let done = 0; done < documents; done += batchSize) {
    const batch = [...stream.take(Math.min(batchSize, documents - done))]
    const lines = batch.map(({ text }) => JSON.stringify({ text, tokens: tokenize(text).join(' ') }))
    appendFileSync(file, `${lines.join('\n')}\n`)
  }
  const found = new Map([['datasketch MinHashLSH in memory', await ingestBy(python, file, undefined)]])
  if (RedisServer.version() === undefined) return found
  const redis = await RedisServer.start(directory, await freePort())
  try {
    found.set('datasketch MinHashLSH on Redis', await ingestBy(python, file, redis))
  } finally {
    await redis.stop()
  }
  return found
}

async function ingestBy(python: string, file: string, redis: RedisServer | undefined): Promise<PeerIngest> {
  const peer = new PeerProcess(python, 'ingest.py', [file])
  const [cpu, memory] = [redis?.cpuSeconds ?? 0, redis?.anonymousBytes ?? 0]
  const answer = await peer.ask<PeerAnswer>({ threshold, redis: redis?.port ?? null })
  peer.close()
  const { differing, ...ingest } = answer
  if (differing > 0) throw new Error(`the tokens of ${differing} documents are not ours`)
  return {
    ...ingest,
    cpuSeconds: ingest.cpuSeconds + (redis?.cpuSeconds ?? 0) - cpu,
    memoryBytes: ingest.memoryBytes + (redis?.anonymousBytes ?? 0) - memory
  }
}
