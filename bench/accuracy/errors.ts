/** How far estimates are from the truth, in one cell. */
export interface ErrorSummary {
  readonly bias: number
  /** Bias over its standard error. */
  readonly biasZ: number
  readonly rmse: number
  /** RMSE over that of k independent slots, sqrt(J (1 - J) / k). */
  readonly relativeRmse: number
  /** Standard error of that, from the spread of the squared errors. */
  readonly relativeRmseError: number
}

/** @param slots k */
export function summarise(estimates: readonly number[], similarity: number, slots: number): ErrorSummary {
  const errors = estimates.map(estimate => estimate - similarity)
  const squares = errors.map(error => error ** 2)
  const bias = mean(errors)
  const meanSquare = mean(squares)
  const standardError = Math.sqrt((meanSquare - bias ** 2) / errors.length)
  const rmse = Math.sqrt(meanSquare)
  const line = binomialLine(similarity, slots)
  const squareError = Math.sqrt(mean(squares.map(square => (square - meanSquare) ** 2)) / errors.length)
  return {
    bias,
    biasZ: bias / standardError,
    rmse,
    relativeRmse: rmse / line,
    relativeRmseError: squareError / (2 * rmse * line)
  }
}

/** The standard error of an estimate from k independent slots. */
export function binomialLine(similarity: number, slots: number): number {
  return Math.sqrt((similarity * (1 - similarity)) / slots)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
