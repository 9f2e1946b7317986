import { DoppelError } from '../errors.ts'

/** What is listed; a cursor of one listing is none of another. */
export type Listing = 'collections' | 'documents' | 'export' | 'clusters' | 'members'

/** What a listing was asked for, beside where it starts: its collection, its order and the like. */
export type Scope = readonly (string | number)[]

/** Writes a place in a listing of a scope as an opaque text; {@link placeAfter} reads it. */
export function cursorOf(listing: Listing, scope: Scope, place: readonly number[]): string {
  return encodeCursor(listing, [...scope, ...place])
}

/**
 * Reads a place that {@link cursorOf} wrote.
 *
 * @param length how many numbers a place has
 * @throws DoppelError INVALID_REQUEST when the cursor is not one of this listing and this scope
 */
export function placeAfter(listing: Listing, scope: Scope, cursor: string, length: number): number[] {
  const shape = [...scope.map(part => typeof part as 'string' | 'number'), ...Array<'number'>(length).fill('number')]
  const parts = decodeCursor<(string | number)[]>(listing, cursor, shape)
  if (scope.some((part, i) => parts[i] !== part)) throw foreignCursor()
  return parts.slice(scope.length) as number[]
}

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
  if (!isOfShape) throw foreignCursor()
  return place as unknown as Place
}

function foreignCursor(): DoppelError {
  const message = 'is not a cursor of this listing'
  return new DoppelError('INVALID_REQUEST', `cursor ${message}`, { errors: [{ path: 'cursor', message }] })
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}
