import fc from 'fast-check'
import type { Test } from 'tap'

/**
 * Checks a property on random values. A failure throws, with the seed, the path and the
 * least counterexample in its message.
 */
export async function holds<Values>(
  t: Test,
  property: fc.IRawProperty<Values>,
  parameters: fc.Parameters<Values> = {}
): Promise<void> {
  await fc.assert(property as fc.IAsyncProperty<Values>, parameters)
  t.pass(`holds for ${parameters.numRuns ?? 100} random values`)
}
