import t from 'tap'
import { clusterRules } from './conformance/clusters.ts'
import { collectionRules } from './conformance/collections.ts'
import { concurrencyRules } from './conformance/concurrency.ts'
import { documentRules } from './conformance/documents.ts'
import type { Engine } from './conformance/engine.ts'
import { exportRules } from './conformance/export.ts'
import { pagingRules } from './conformance/paging.ts'
import { partitionRules } from './conformance/partition.ts'
import { randomOperations } from './conformance/random-operations.ts'
import { verdictRules } from './conformance/verdicts.ts'

/** What every engine must do. Each test opens a store of its own. */
export function storeConformance(engine: Engine): void {
  const sections = {
    documents: documentRules,
    verdicts: verdictRules,
    clusters: clusterRules,
    collections: collectionRules,
    paging: pagingRules,
    export: exportRules,
    concurrency: concurrencyRules,
    partition: partitionRules,
    'random operations': randomOperations
  }
  // Minutes, for machines that do other work as well.
  t.setTimeout(280_000)
  for (const [section, rules] of Object.entries(sections)) {
    t.test(`${engine.name}: ${section}`, async t => rules(t, engine))
  }
}
