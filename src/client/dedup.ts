import type { Ingested, IngestQuery, Problem, Verdict } from './contract.ts'
import type { DoppelClient } from './doppel-client.ts'
import { DoppelProblem } from './errors.ts'
import type { UploadOptions } from './upload.ts'

/** How a stream is deduplicated. */
export interface DedupOptions<Item> extends UploadOptions<Item>, IngestQuery {
  /** Default `default`. */
  readonly collection?: string
  /** The verdicts whose documents are given out. Default `['unique']`; add `near-duplicate` to drop exact copies only. */
  readonly keep?: readonly Verdict[]
  /**
   * Called with a document that the service refuses, for instance because it is too long; it is not given out. Without
   * it the iteration rejects with the problem.
   */
  readonly onRefused?: (item: Item, problem: Problem) => void
}

/** An item and what the service says of it. */
export interface Tagged<Item> {
  readonly item: Item
  readonly ingested: Ingested
}

/**
 * Stores the documents of a stream, and gives out those that are not duplicates of an earlier one, in their order.
 *
 * @throws DoppelProblem, DoppelConnectionError as `import` of a collection does
 */
export async function* dedup<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  { keep = ['unique'], ...options }: DedupOptions<Item> = {}
): AsyncGenerator<Item, void, void> {
  for await (const { item, ingested } of tagged(items, client, options)) {
    if (keep.includes(ingested.verdict)) yield item
  }
}

/**
 * Stores the documents of a stream, and gives out all of them with their verdicts, matches and clusters, in their order.
 *
 * @throws DoppelProblem, DoppelConnectionError as `import` of a collection does
 */
export async function* tagged<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  { collection = 'default', onRefused, ...options }: Omit<DedupOptions<Item>, 'keep'> = {}
): AsyncGenerator<Tagged<Item>, void, void> {
  for await (const { item, answer, problem } of client.collection(collection).import(items, options)) {
    if (answer !== undefined) yield { item, ingested: answer }
    else if (onRefused === undefined) throw new DoppelProblem(problem)
    else onRefused(item, problem)
  }
}
