/** A failure that ends a run, told in a sentence to the person who started it. */
export class RunError extends Error {
  override readonly name = 'RunError'
}
