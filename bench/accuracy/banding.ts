import { type Banding, bandingFor, bandKeys, candidateProbability } from '../../src/lsh/banding.ts'
import { cellOf, setsOf } from './cells.ts'
import { ownSchemes } from './schemes.ts'

/** How often pairs of one similarity shared a band, and how often theory says. */
export interface BandingPoint {
  readonly threshold: number
  readonly banding: Banding
  readonly similarity: number
  readonly pairs: number
  readonly measured: number
  readonly theory: number
}

const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9]
/** Where the curves are measured, relative to the threshold. */
const distances = [-0.3, -0.2, -0.1, 0, 0.05]

/**
 * Measures the chance of a pair to become a candidate, for the default bandings.
 *
 * @param size elements of each set
 * @param pairs pairs a point
 */
export function bandingCurve(size: number, pairs: number, firstWord: number): BandingPoint[] {
  const [scheme] = ownSchemes()
  const bandings = thresholds.map(threshold => ({ threshold, banding: bandingFor(threshold, scheme!.slots) }))
  const points: BandingPoint[] = []
  let first = firstWord
  for (let wanted = 20; wanted <= 95; wanted += 5) {
    const asked = bandings.filter(({ threshold }) => distances.some(d => Math.round(100 * (threshold + d)) === wanted))
    if (asked.length === 0) continue
    const cell = cellOf(size, wanted / 100, pairs, first)
    first += pairs * 2 * size
    const hits = asked.map(() => 0)
    for (let pair = 0; pair < pairs; pair++) {
      const [left, right] = setsOf(cell, pair).map(scheme!.sign)
      for (const [i, { banding }] of asked.entries()) if (shareBand(left!, right!, banding)) hits[i]!++
    }
    for (const [i, { threshold, banding }] of asked.entries()) {
      const { similarity } = cell
      const theory = candidateProbability(similarity, banding)
      points.push({ threshold, banding, similarity, pairs, measured: hits[i]! / pairs, theory })
    }
  }
  return points.sort((a, b) => a.threshold - b.threshold || a.similarity - b.similarity)
}

function shareBand(left: Uint32Array, right: Uint32Array, banding: Banding): boolean {
  const keys = bandKeys(right, banding)
  return bandKeys(left, banding).some((key, band) => key === keys[band])
}
