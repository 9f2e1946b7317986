import { gzipSync } from 'node:zlib'
import { memoryOf } from '../server/process-figures.ts'
import type { ServerProcess } from '../server/server-process.ts'
import { comparisons } from './comparisons.ts'
import { documents } from './documents.ts'
import { lines } from './lines.ts'
import { pageScenarios } from './pages.ts'
import { type Pauses, probing } from './probe.ts'
import type { Family, Scenario } from './scenario.ts'
import { structure } from './structure.ts'

/** All scenarios. */
export const families: readonly Family[] = [documents, structure, lines, comparisons, pageScenarios]

/** What one scenario did. */
export interface Measured extends Pauses {
  readonly family: string
  readonly name: string
  readonly route: string
  readonly isGzip: boolean
  readonly bytes: number
  readonly expected: number
  readonly statuses: readonly number[]
  /** Anonymous memory of the service afterwards. */
  readonly memoryBytes: number
}

/** Runs the scenarios of a family, one after another, each plain and gzip. */
export async function* measureFamily(server: ServerProcess, family: Family, limit: number): AsyncGenerator<Measured> {
  const collection = `${server.url}/v1/collections/${family.name}`
  await fetch(collection, { method: 'PUT' })
  await family.prepare?.(collection, limit)
  for (const scenario of family.scenarios) {
    for (const isGzip of scenario.body === undefined ? [false] : [false, true]) {
      yield await measure(server, collection, family.name, scenario, limit, isGzip)
    }
  }
}

async function measure(
  server: ServerProcess,
  collection: string,
  family: string,
  scenario: Scenario,
  limit: number,
  isGzip: boolean
): Promise<Measured> {
  const { name, method = 'POST', path, isLines = false, status: expected, atOnce = 1 } = scenario
  const plain = scenario.body?.(limit)
  const body = plain && isGzip ? gzipSync(plain) : plain
  const headers = {
    ...(body && { 'content-type': isLines ? 'application/x-ndjson' : 'application/json' }),
    ...(isGzip && { 'content-encoding': 'gzip' })
  }
  const statuses: number[] = []
  const send = async () => {
    const response = await fetch(`${collection}${path}`, {
      method,
      headers,
      ...(body && { body: new Uint8Array(body) })
    })
    for await (const _chunk of response.body ?? []);
    statuses.push(response.status)
  }
  const pauses = await probing(server, async () => {
    await Promise.all(Array.from({ length: atOnce }, send))
  })
  const route = `${method} ${path}`
  const memoryBytes = memoryOf(server.pid).anonymous
  return { family, name, route, isGzip, bytes: body?.length ?? 0, expected, statuses, memoryBytes, ...pauses }
}
