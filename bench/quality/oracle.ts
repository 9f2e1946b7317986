import type { CorpusDocument, OraclePair } from '../../test/helpers/corpora.ts'
import type { ExactPair } from './exact-pairs.ts'

/** How the oracle file of a set agrees with the exact pairs; its tokens differ a little from ours. */
export interface OracleAgreement {
  /** Pairs of the oracle that are well above its least similarity. */
  readonly compared: number
  /** Those that differ by more than .02. */
  readonly beyond: number
  /** Those that are not among our pairs. */
  readonly missing: number
  readonly greatestDifference: number
}

const tolerance = 0.02

/** Compares the pairs of the oracle with ours. */
export function compareWithOracle(
  documents: readonly CorpusDocument[],
  exact: readonly ExactPair[],
  oracle: { readonly least: number; readonly pairs: readonly OraclePair[] }
): OracleAgreement {
  const ours = new Map(exact.map(({ a, b, similarity }) => [nameOf(documents[a]!.id, documents[b]!.id), similarity]))
  let [compared, beyond, missing, greatestDifference] = [0, 0, 0, 0]
  for (const { a, b, similarity } of oracle.pairs) {
    if (similarity < oracle.least + tolerance) continue
    compared++
    const own = ours.get(nameOf(a, b))
    if (own === undefined) {
      missing++
      continue
    }
    const difference = Math.abs(own - similarity)
    greatestDifference = Math.max(greatestDifference, difference)
    if (difference > tolerance) beyond++
  }
  return { compared, beyond, missing, greatestDifference }
}

function nameOf(a: string, b: string): string {
  return a < b ? `${a}\t${b}` : `${b}\t${a}`
}
