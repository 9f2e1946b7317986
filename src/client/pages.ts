/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string | undefined
}

/**
 * The items of a paged list, each page asked for when the one before is used up.
 *
 * @param cursor where to begin; the first page when undefined
 */
export async function* pagedItems<Item>(
  cursor: string | undefined,
  read: (cursor: string | undefined) => Promise<Page<Item>>
): AsyncGenerator<Item, void, void> {
  for (let next = cursor; ; ) {
    const { items, nextCursor } = await read(next)
    yield* items
    if (nextCursor === undefined) return
    next = nextCursor
  }
}
