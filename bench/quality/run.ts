import { tokenize } from '../../src/text/tokenize.ts'
import {
  type CorpusDocument,
  corporaWithOracle,
  corpusDir,
  leastOfOracle,
  readCorpus,
  readOracle
} from '../../test/helpers/corpora.ts'
import { nearCopies } from '../corpus/near-copies.ts'
import { pythonEnvironment } from '../python/environment.ts'
import { thisMachine } from '../report/machine.ts'
import { save } from '../report/save.ts'
import { wilsonInterval } from '../report/statistics.ts'
import { count, markdownTable } from '../report/table.ts'
import { findWithDoppel } from './doppel.ts'
import { exactPairs } from './exact-pairs.ts'
import { compareWithOracle, type OracleAgreement } from './oracle.ts'
import { PeerIndexes } from './peers.ts'
import { pooled, type Recall, recallFrom, type Score, scoreFindings } from './score.ts'

const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9]
/** Each set's scores, by threshold, by system. */
type Scores = Record<string, Record<string, Record<string, Score>>>

const machine = thisMachine()
const environment = pythonEnvironment()
const sets = corpusDir === undefined ? ['generated'] : corporaWithOracle()
for (const sentence of environment.missing) console.log(sentence)
if (corpusDir === undefined)
  console.log('CORPUS_DIR is not set: the documents are generated, with planted near-copies.')

const scores: Scores = {}
const agreements: Record<string, OracleAgreement> = {}
for (const set of sets) {
  console.error(set)
  scores[set] = await measureSet(set, corpusDir === undefined ? generatedDocuments() : readCorpus(set))
}
for (const threshold of thresholds) printThreshold(threshold)
printSets(0.6)
save({ bench: 'quality', machine, peers: environment.versions, missing: environment.missing, agreements, scores })

function generatedDocuments(): CorpusDocument[] {
  return nearCopies({ originals: 300, copies: 20, words: 300, seed: 1 }).map((text, i) => ({ id: String(i), text }))
}

function oracleOf(set: string) {
  return { least: leastOfOracle(set), pairs: readOracle(set) }
}

async function measureSet(
  set: string,
  documents: readonly CorpusDocument[]
): Promise<Record<string, Record<string, Score>>> {
  const texts = documents.map(({ text }) => text)
  const tokens = texts.map(tokenize)
  const exact = exactPairs(tokens, 0.3)
  if (corpusDir !== undefined) agreements[set] = compareWithOracle(documents, exact, oracleOf(set))
  const peers = environment.python === undefined ? undefined : new PeerIndexes(environment.python, texts, tokens)
  const byThreshold: Record<string, Record<string, Score>> = {}
  for (const threshold of thresholds) {
    const findings = new Map([
      ['doppel', await findWithDoppel(texts, threshold)],
      ...((await peers?.find(threshold)) ?? [])
    ])
    byThreshold[threshold] = Object.fromEntries(
      [...findings].map(([system, found]) => [system, scoreFindings(found, exact, threshold)])
    )
  }
  peers?.close()
  return byThreshold
}

function printThreshold(threshold: number): void {
  const rows = Object.keys(scores[sets[0]!]![threshold]!).map(system => {
    const all = pooled(sets.map(set => scores[set]![threshold]![system]!))
    const atThreshold = all.bins[threshold.toFixed(1)] ?? { found: 0, all: 0 }
    return [
      system,
      percent(recallFrom(all, threshold)),
      percent(atThreshold),
      percent(recallFrom(all, threshold + 0.1)),
      (all.right / all.reported).toFixed(4),
      all.adjustedRand.toFixed(4),
      count(all.documents / all.seconds)
    ]
  })
  console.log(`\n## Threshold ${threshold}, all sets together\n`)
  const next = (threshold + 0.1).toFixed(1)
  const head = ['', 'recall', `J ${threshold} to ${next}`, `J from ${next}`, 'precision', 'mean ARI', 'documents/s']
  console.log(markdownTable(head, rows))
}

function printSets(threshold: number): void {
  const rows = sets.map(set => {
    const score = scores[set]![threshold]!.doppel!
    const agreement = agreements[set]
    return [
      set,
      count(score.documents),
      percent(recallFrom(score, threshold)),
      (score.right / score.reported).toFixed(4),
      score.adjustedRand.toFixed(4),
      count(score.documents / score.seconds),
      agreement ? `${count(agreement.compared)}: ${agreement.beyond + agreement.missing} differ` : '-'
    ]
  })
  console.log(`\n## doppel at ${threshold}, set by set\n`)
  console.log(markdownTable(['', 'documents', 'recall', 'precision', 'ARI', 'documents/s', 'oracle pairs'], rows))
}

/** Recall with its counts and 95 % interval. */
function percent({ found, all }: Recall): string {
  const [low, high] = wilsonInterval(found, all)
  if (all === 0) return '-'
  return `${(found / all).toFixed(4)} (${count(found)}/${count(all)}; ${low.toFixed(4)}-${high.toFixed(4)})`
}
