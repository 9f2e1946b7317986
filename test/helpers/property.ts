import fc from 'fast-check'
import type { Test } from 'tap'

const { FAST_CHECK_SEED: seed, FAST_CHECK_PATH: path } = process.env
const replay = { ...(seed && { seed: Number(seed) }), ...(path && { path }) }

/**
 * Checks a property on random values. A failure throws, with the seed, the path and the
 * least counterexample in its message. To run one again: FAST_CHECK_SEED=seed FAST_CHECK_PATH=path.
 */
export async function holds<Values>(
  t: Test,
  property: fc.IRawProperty<Values>,
  parameters: fc.Parameters<Values> = {}
): Promise<void> {
  await fc.assert(property as fc.IAsyncProperty<Values>, { ...parameters, ...replay })
  t.pass(`holds for ${parameters.numRuns ?? 100} random values`)
}
