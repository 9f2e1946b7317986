import { editDistance, nearestName } from '../../nearest-name.ts'

/** Most names that a message lists. */
const maxNames = 8

/** All names for a message, unless they are very many. */
export function listedLong(names: readonly string[]): string {
  return names.length > 50 ? `${names.slice(0, 50).join(', ')}, ...` : names.join(', ')
}

/** Names for a message, in quotes; of many only the first. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map(name => JSON.stringify(name))
  return names.length > maxNames ? `${shown.join(', ')}, ...` : shown.join(', ')
}

/** The name that somebody may have meant by another one; undefined where none is near. */
export function nearName(wanted: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const nearest = nearestName(wanted, names)
  return editDistance(wanted.toUpperCase(), nearest.toUpperCase()) <= Math.max(1, wanted.length / 3)
    ? nearest
    : undefined
}
