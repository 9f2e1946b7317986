/** ISO 8601 as pages write it: a day, or a time that may lack seconds and the zone. */
const pattern = /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):\d\d)(:\d\d(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i

/**
 * A time of a page as RFC 3339. What names no zone is taken as UTC: the same page gives the same time everywhere.
 *
 * @returns undefined for what is no such time, or for a day that is not in the calendar
 */
export function toDateTime(value: string): string | undefined {
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = pattern.exec(value.trim()) ?? []
  if (day === undefined) return undefined
  const offset = zone.toUpperCase().replace(/^(...)(\d\d)$/, '$1:$2')
  const time = `${day}T${minutes}${seconds}${offset}`
  // The engine accepts the 30th of February, and makes it a day in March.
  const isDay = !Number.isNaN(Date.parse(time)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return isDay ? time : undefined
}
