/** How far estimates are from the truth, in one cell. */
export interface ErrorSummary {
  readonly bias: number
  /** Bias over its standard error. */
  readonly biasZ: number
  readonly rmse: number
  /** RMSE over that of k independent slots, sqrt(J (1 - J) / k). */
  readonly relativeRmse: number
}

/** @param slots k */
export function summarise(estimates: readonly number[], similarity: number, slots: number): ErrorSummary {
  const errors = estimates.map(estimate => estimate - similarity)
  const bias = mean(errors)
  const meanSquare = mean(errors.map(error => error ** 2))
  const standardError = Math.sqrt((meanSquare - bias ** 2) / errors.length)
  const rmse = Math.sqrt(meanSquare)
  return { bias, biasZ: bias / standardError, rmse, relativeRmse: rmse / binomialLine(similarity, slots) }
}

/** The standard error of an estimate from k independent slots. */
export function binomialLine(similarity: number, slots: number): number {
  return Math.sqrt((similarity * (1 - similarity)) / slots)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
