import { DoppelError } from '../errors.ts'

/** What is listed; a cursor of one listing is none of another. */
export type Listing = 'collections' | 'documents' | 'export' | 'clusters' | 'members'

/** Writes a place in a listing as an opaque text. */
export function encodeCursor(listing: Listing, place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([listing, ...place])).toString('base64url')
}

/**
 * Reads a place that {@link encodeCursor} wrote.
 *
 * @param shape the types that the parts must have
 * @throws DoppelError INVALID_REQUEST when the cursor is not one of this listing
 */
export function decodeCursor<Place extends readonly (string | number)[]>(
  listing: Listing,
  cursor: string,
  shape: { readonly [Part in keyof Place]: 'string' | 'number' }
): Place {
  const [of, ...place] = parse(cursor)
  const types = shape as readonly string[]
  const isOfShape =
    of === listing && place.length === types.length && place.every((part, i) => typeof part === types[i])
  if (!isOfShape) {
    const message = 'is not a cursor of this listing'
    throw new DoppelError('INVALID_REQUEST', `cursor ${message}`, { errors: [{ path: 'cursor', message }] })
  }
  return place as unknown as Place
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}
