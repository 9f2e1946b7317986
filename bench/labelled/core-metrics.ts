/** What text-dedup counts a document as. */
export type CoreClass = 'TP' | 'TN' | 'FP' | 'FN'

/** The metrics of the CORE benchmark, as text-dedup's benchmarks/benchmark_core.py computes them. */
export interface CoreMetrics {
  /** Share of documents whose predicted ids equal the labelled ids. */
  readonly accuracy: number
  readonly precisionDuplicates: number
  readonly recallDuplicates: number
  readonly precisionNonDuplicates: number
  readonly recallNonDuplicates: number
  /** Mean of the two precisions: the column that text-dedup prints as "Macro F1 Score". */
  readonly macroPrecision: number
  /** Mean of the two F1 scores, which the column's name promises. */
  readonly macroF1: number
  readonly classes: Readonly<Record<CoreClass, number>>
}

/**
 * The class of one document. Labels that are a subset of the prediction are a hit, so that joining
 * too much still counts; any other prediction is a false one.
 */
export function coreClass(labels: ReadonlySet<string>, predictions: ReadonlySet<string>): CoreClass {
  if (predictions.size === 0) return labels.size === 0 ? 'TN' : 'FN'
  return labels.size > 0 && [...labels].every(id => predictions.has(id)) ? 'TP' : 'FP'
}

/**
 * @param labels the duplicates of each document
 * @param predictions those found; a document that is missing has none
 */
export function coreMetrics(
  labels: ReadonlyMap<string, ReadonlySet<string>>,
  predictions: ReadonlyMap<string, ReadonlySet<string>>
): CoreMetrics {
  const classes = { TP: 0, TN: 0, FP: 0, FN: 0 }
  let equal = 0
  for (const [id, labelled] of labels) {
    const predicted = predictions.get(id) ?? new Set()
    classes[coreClass(labelled, predicted)]++
    if (labelled.size === predicted.size && [...labelled].every(other => predicted.has(other))) equal++
  }
  const { TP, TN, FP, FN } = classes
  const [precisionDuplicates, recallDuplicates] = [share(TP, FP), share(TP, FN)]
  const [precisionNonDuplicates, recallNonDuplicates] = [share(TN, FN), share(TN, FP)]
  return {
    accuracy: equal / labels.size,
    precisionDuplicates,
    recallDuplicates,
    precisionNonDuplicates,
    recallNonDuplicates,
    macroPrecision: (precisionDuplicates + precisionNonDuplicates) / 2,
    macroF1: (f1(precisionDuplicates, recallDuplicates) + f1(precisionNonDuplicates, recallNonDuplicates)) / 2,
    classes
  }
}

/** The other members of each document's cluster: what text-dedup takes for the prediction. */
export function predictionsFrom<Part>(ids: readonly string[], clusters: readonly Part[]): Map<string, Set<string>> {
  const members = new Map<Part, string[]>()
  for (const [i, id] of ids.entries()) {
    const part = clusters[i] as Part
    const others = members.get(part)
    if (others) others.push(id)
    else members.set(part, [id])
  }
  return new Map(ids.map((id, i) => [id, new Set(members.get(clusters[i] as Part)!.filter(other => other !== id))]))
}

function share(hits: number, misses: number): number {
  return hits + misses === 0 ? 0 : hits / (hits + misses)
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}
