/** One command of the soak: an npm script with its arguments. */
export interface Step {
  /** Also the name of its file of results. */
  readonly name: string
  readonly script: string
  readonly parameters: readonly string[]
}

const step = (name: string, script: string, ...parameters: string[]): Step => ({ name, script, parameters })

/** The targets are about this many documents; all of it takes some hours and up to 40 GB in `TMPDIR`. */
export const benches: readonly Step[] = [
  step('ingest', 'bench:ingest', '--documents', '1000000', '--peer-documents', '0'),
  step('ingest-engine', 'bench:ingest', '--engine', '--documents', '10000000', '--block', '1000000', '--words', '100'),
  step('latency-1m', 'bench:latency', '--documents', '1000000'),
  step('latency-10m', 'bench:latency', '--documents', '10000000', '--words', '100'),
  step('peers', 'bench:ingest', '--only-peers', '--peer-documents', '100000'),
  step('restart', 'bench:restart', '--documents', '1000000', '--damage', '--verify'),
  step('hot-bucket', 'bench:hot-bucket', '--documents', '100000'),
  step('window', 'bench:window', '--alive', '1000000', '--passes', '10')
]

/**
 * Long tests of what survives: kill -9 at random moments, damaged files, random operations with restarts and failing
 * commits.
 */
export const faults: readonly Step[] = [
  step('crash', 'soak:crash', '--rounds', '200'),
  step('damage', 'soak:damage', '--rounds', '300'),
  step('operations', 'soak:operations', '--steps', '100000')
]
