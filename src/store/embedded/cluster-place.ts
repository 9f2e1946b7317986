import type { ClusterPart } from '../../cluster/cluster-part.ts'
import type { ClusterOrder } from '../clusters.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'

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

/** A cursor behind a place. */
export function cursorAfter(place: Place, threshold: number, order: ClusterOrder): string {
  return encodeCursor('clusters', [threshold, order, ...place])
}

/** @throws DoppelError INVALID_REQUEST when a cursor is not one of a listing at this threshold and in this order */
export function placeOf(cursor: string, threshold: number, order: ClusterOrder): Place {
  const shape = ['number', 'string', 'number', 'number'] as const
  const [cutAt, listedBy, value, created] = decodeCursor<[number, string, number, number]>('clusters', cursor, shape)
  if (cutAt !== threshold || listedBy !== order) decodeCursor('clusters', '', shape)
  return [value, created]
}
