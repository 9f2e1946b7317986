import type { PeerProcess } from '../python/peer-process.ts'
import { type Cell, setsOf } from './cells.ts'
import { type ErrorSummary, summarise } from './errors.ts'
import { estimate, type Scheme } from './schemes.ts'

/** What a scheme made of one cell. */
export interface CellResult extends ErrorSummary {
  readonly scheme: string
  readonly slots: number
  readonly size: number
  readonly similarity: number
  readonly pairs: number
}

/** Sets up to this size are also given to the oracle, a few of each cell. */
const largestChecked = 200
const checkedPairs = 2

/** Measures our schemes on a cell, and holds a few signatures against their oracle. */
export function measureOwn(cell: Cell, schemes: readonly Scheme[]): CellResult[] {
  const estimates = schemes.map(() => [] as number[])
  for (let pair = 0; pair < cell.pairs; pair++) {
    const [left, right] = setsOf(cell, pair)
    for (const [i, scheme] of schemes.entries()) {
      estimates[i]!.push(estimate(scheme.sign(left), scheme.sign(right)))
      if (pair < checkedPairs && cell.size <= largestChecked) scheme.check(left)
    }
  }
  return schemes.map(({ name, slots }, i) => resultOf(name, slots, cell, estimates[i]!))
}

/** Lets the Python process measure all peers on the first pairs of a cell. */
export async function measurePeers(cell: Cell, peers: PeerProcess, pairs: number): Promise<CellResult[]> {
  const { slots, estimates } = await peers.ask<{ slots: number; estimates: Record<string, number[]> }>({
    ...cell,
    pairs: Math.min(pairs, cell.pairs)
  })
  return Object.entries(estimates).map(([name, values]) => resultOf(name, slots, cell, values))
}

function resultOf(scheme: string, slots: number, cell: Cell, estimates: readonly number[]): CellResult {
  const { size, similarity } = cell
  return { scheme, slots, size, similarity, pairs: estimates.length, ...summarise(estimates, similarity, slots) }
}
