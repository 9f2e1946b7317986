import { createHash } from 'node:crypto'
import { tokenize } from '../../src/text/tokenize.ts'
import type { TextGroup } from '../corpus/news.ts'
import type { PeerProcess } from '../python/peer-process.ts'
import { median } from '../report/statistics.ts'
import type { Variant } from './variants.ts'

/** How much is measured. */
export interface Effort {
  readonly repetitions: number
  /** CPU time that one repetition of one variant should take. */
  readonly secondsPerRun: number
}

/** CPU time of one document, in microseconds: the median of all repetitions, and the least. */
export interface Cost {
  readonly median: number
  readonly least: number
  /** Documents in one repetition. */
  readonly documents: number
}

/** Runs a variant over so many texts of the group (again from the first where there are fewer). */
type Runner = (group: TextGroup, documents: number) => Promise<{ seconds: number; count: number }>

/**
 * Measures variants on a group of texts, one repetition of each in turn, so that all of them
 * see the machine in the same moods. The first repetition warms up and is not counted.
 */
export async function measure(
  group: TextGroup,
  runners: ReadonlyMap<string, Runner>,
  { repetitions, secondsPerRun }: Effort
): Promise<Map<string, Cost>> {
  const runs = new Map<string, { documents: number; micros: number[] }>()
  for (const [name, run] of runners) {
    let documents = Math.min(3, group.texts.length)
    for (;;) {
      const { seconds } = await run(group, documents)
      if (seconds >= secondsPerRun / 2) break
      documents = Math.ceil(documents * Math.min(8, secondsPerRun / Math.max(seconds, 1e-6)))
    }
    runs.set(name, { documents, micros: [] })
  }
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const [name, run] of runners) {
      const state = runs.get(name)!
      const { seconds, count } = await run(group, state.documents)
      state.micros.push((seconds / count) * 1e6)
    }
  }
  return new Map(
    [...runs].map(([name, { documents, micros }]) => [
      name,
      { median: median(micros), least: Math.min(...micros), documents }
    ])
  )
}

/** Measures a variant in this process. */
export function ownRunner({ work }: Variant): Runner {
  return async ({ texts }, documents) => {
    const start = process.cpuUsage()
    for (let i = 0; i < documents; i++) kept = work(texts[i % texts.length]!)
    const { user, system } = process.cpuUsage(start)
    return { seconds: (user + system) / 1e6, count: documents }
  }
}

/** The last result, for the optimiser to see it used. */
export let kept: unknown

/** Lets the Python process measure a variant; its answer has the same shape. */
export function peerRunner(peers: PeerProcess, variant: string): Runner {
  return ({ name }, documents) => peers.ask({ variant, group: name, count: documents })
}

/** Identifies the tokens of all texts of a group, as bench/python/signature.py does. */
export function digestOfTokens({ texts }: TextGroup): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${tokenize(text).join(' ')}\n`)
  return hash.digest('hex')
}
