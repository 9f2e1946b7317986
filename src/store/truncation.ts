/** What a cap has cut: `candidates`, some of which were not looked at, or the `page`, of which there is more to show. */
export type Truncation = 'candidates' | 'page'

/** Whether a documented cap has cut an answer, and what. */
export interface Truncated {
  readonly truncated: boolean
  /** In alphabetical order; empty where nothing was cut. */
  readonly truncatedBy: readonly Truncation[]
}

/** Says what was cut. */
export function truncation(cut: Readonly<Partial<Record<Truncation, boolean>>>): Truncated {
  const kinds: readonly Truncation[] = ['candidates', 'page']
  const truncatedBy = kinds.filter(kind => cut[kind] === true)
  return { truncated: truncatedBy.length > 0, truncatedBy }
}
