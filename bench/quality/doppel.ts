import { DedupService, type SettingsInput } from '../../src/service/dedup-service.ts'
import { EmbeddedStore } from '../../src/store/embedded/embedded-store.ts'
import { MemoryJournal } from '../../src/store/memory/memory-journal.ts'
import type { Findings } from './score.ts'

const collection = 'bench'
const batchSize = 256
/** More than any document of the sets has; the bench fails if one has as many. */
const mostMatches = 1_000

/**
 * Puts documents through the whole service, with the embedded engine and nothing on disk, and asks for
 * the matches and the cluster of each.
 *
 * The CPU time is that of the ingest, which finds, verifies and clusters.
 *
 * @param settings of the collection, where they are not the default ones
 */
export async function findWithDoppel(
  texts: readonly string[],
  threshold: number,
  settings: SettingsInput = {}
): Promise<Findings> {
  const store = new EmbeddedStore(new MemoryJournal(), Date.now)
  await store.open(() => {})
  const service = new DedupService(store)
  await service.putCollection(collection, { ...settings, threshold })
  const start = process.cpuUsage()
  for (let from = 0; from < texts.length; from += batchSize) {
    const batch = texts.slice(from, from + batchSize).map((text, i) => ({ id: String(from + i), text }))
    for (const result of await service.ingestMany(collection, batch, { matchLimit: 0, renew: false })) {
      if (result instanceof Error) throw result
    }
  }
  const { user, system } = process.cpuUsage(start)
  const findings = await collect(service, texts.length)
  await store.close()
  return { ...findings, seconds: (user + system) / 1e6 }
}

async function collect(service: DedupService, documents: number): Promise<Pick<Findings, 'pairs' | 'clusters'>> {
  const pairs: { a: number; b: number }[] = []
  const numbers = new Map<string, number>()
  const clusters: number[] = []
  for (let a = 0; a < documents; a++) {
    const query = { threshold: undefined, limit: mostMatches }
    const { matches } = await service.matchesOf(collection, String(a), query)
    if (matches.length === mostMatches) throw new Error(`document ${a} has too many matches for this bench`)
    for (const { id } of matches) if (Number(id) > a) pairs.push({ a, b: Number(id) })
    const { cluster } = await service.getDocument(collection, String(a))
    const number = numbers.get(cluster.id) ?? numbers.size
    numbers.set(cluster.id, number)
    clusters.push(number)
  }
  return { pairs, clusters }
}
