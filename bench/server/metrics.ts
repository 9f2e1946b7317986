/** How many requests were answered within each bound, in seconds, ascending; the last bound is infinite. */
export type DurationCounts = readonly { readonly bound: number; readonly count: number }[]

/** The value of a metric without labels, in the text format of Prometheus. */
export function metricOf(text: string, name: string): number {
  return Number(text.match(new RegExp(`^${name} (\\S+)$`, 'm'))![1])
}

/** The server's own histogram of answers to single documents. */
export function documentDurations(text: string): DurationCounts {
  const lines =
    /^doppel_http_request_duration_seconds_bucket\{le="([^"]+)",method="POST",route="[^"]+\/documents",status="201"\} (\d+)$/gm
  return Array.from(text.matchAll(lines), ([, bound, count]) => ({
    bound: bound === '+Inf' ? Number.POSITIVE_INFINITY : Number(bound),
    count: Number(count)
  }))
}

/**
 * The bound that a share of the requests between two moments kept: between two bounds by the straight line, as
 * Prometheus does it.
 *
 * @param share from 0 to 1
 * @returns seconds; infinite where it is beyond the last bound but one
 */
export function durationQuantile(before: DurationCounts, after: DurationCounts, share: number): number {
  const counts = after.map(({ count }, place) => count - (before[place]?.count ?? 0))
  const wanted = share * (counts.at(-1) ?? 0)
  const place = counts.findIndex(count => count >= wanted)
  const [low, high] = [after[place - 1]?.bound ?? 0, after[place]?.bound ?? Number.NaN]
  const below = counts[place - 1] ?? 0
  if (!Number.isFinite(high)) return high
  return low + ((high - low) * (wanted - below)) / Math.max(1, (counts[place] as number) - below)
}
