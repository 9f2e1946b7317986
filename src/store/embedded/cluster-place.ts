import type { ClusterPart } from '../../cluster/cluster-part.ts'
import type { ClusterOrder } from '../clusters.ts'
import { cursorOf, placeAfter } from '../cursor.ts'

/** A place in a listing: the value by which it is ordered, and the creation of a cluster's earliest document. */
export type Place = readonly [value: number, created: number]

/** What a part is ordered by. */
export function placeValue({ size, updatedAt }: ClusterPart, order: ClusterOrder): number {
  return order === '-updatedAt' ? updatedAt : size
}

/** Which of two places comes first; clusters of one value stand in order of creation. */
export function comparePlaces(order: ClusterOrder, [a, aCreated]: Place, [b, bCreated]: Place): number {
  return (order === 'size' ? a - b : b - a) || aCreated - bCreated
}

/** What decides the order of a listing and what is in it. */
export interface ListingScope {
  readonly collection: string
  readonly threshold: number
  readonly order: ClusterOrder
}

/** A cursor behind a place. */
export function cursorAfter(place: Place, { collection, threshold, order }: ListingScope): string {
  return cursorOf('clusters', [collection, threshold, order], place)
}

/** @throws DoppelError INVALID_REQUEST when a cursor is of another collection, threshold or order */
export function placeOf(cursor: string, { collection, threshold, order }: ListingScope): Place {
  const [value, created] = placeAfter('clusters', [collection, threshold, order], cursor, 2) as [number, number]
  return [value, created]
}
