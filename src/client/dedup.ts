import type { Document, Ingested, IngestQuery, Problem, Verdict } from './contract.ts'
import type { DoppelClient } from './doppel-client.ts'
import { DoppelProblem } from './errors.ts'
import type { DocumentOf, UploadOptions } from './upload.ts'

/** How a stream is deduplicated. */
export interface DedupOptions<Item> extends UploadOptions<Item>, IngestQuery {
  /** Default `default`. */
  readonly collection?: string
  /** The verdicts whose documents are given out. Default `['unique']`; add `near-duplicate` to drop exact copies only. */
  readonly keep?: readonly Verdict[]
  /** Whether blank documents, which are `unique`, are left out. Default `false`. */
  readonly dropEmpty?: boolean
  /**
   * Called with a document that the service refuses, for instance because it is too long; it is not given out. Without
   * it the iteration rejects with the problem.
   */
  readonly onRefused?: (item: Item, problem: Problem) => void
}

/** How a stream is tagged: what is dropped is not asked for. */
export type TagOptions<Item> = Omit<DedupOptions<Item>, 'keep' | 'dropEmpty'>

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
export function dedup<Item extends Document>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  options?: DedupOptions<Item>
): AsyncGenerator<Item, void, void>
export function dedup<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  options: DedupOptions<Item> & DocumentOf<Item>
): AsyncGenerator<Item, void, void>
export async function* dedup<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  { keep = ['unique'], dropEmpty = false, ...options }: DedupOptions<Item> = {}
): AsyncGenerator<Item, void, void> {
  for await (const { item, ingested } of tagged(items, client, options as DedupOptions<Item> & DocumentOf<Item>)) {
    if (dropEmpty && ingested.empty) continue
    if (keep.includes(ingested.verdict)) yield item
  }
}

/**
 * Stores the documents of a stream, and gives out all of them with their verdicts, matches and clusters, in their order.
 *
 * @throws DoppelProblem, DoppelConnectionError as `import` of a collection does
 */
export function tagged<Item extends Document>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  options?: TagOptions<Item>
): AsyncGenerator<Tagged<Item>, void, void>
export function tagged<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  options: TagOptions<Item> & DocumentOf<Item>
): AsyncGenerator<Tagged<Item>, void, void>
export async function* tagged<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  client: DoppelClient,
  { collection = 'default', onRefused, ...options }: TagOptions<Item> = {}
): AsyncGenerator<Tagged<Item>, void, void> {
  const results = client.collection(collection).import(items, options as UploadOptions<Item> & DocumentOf<Item>)
  for await (const { item, answer, problem } of results) {
    if (answer !== undefined) yield { item, ingested: answer }
    else if (onRefused === undefined) throw new DoppelProblem(problem)
    else onRefused(item, problem)
  }
}
