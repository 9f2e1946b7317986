import { pythonEnvironment } from '../python/environment.ts'
import { PeerProcess } from '../python/peer-process.ts'
import { thisMachine } from '../report/machine.ts'
import { save } from '../report/save.ts'
import { geometricMean } from '../report/statistics.ts'
import { count, markdownTable } from '../report/table.ts'
import { type BandingPoint, bandingCurve } from './banding.ts'
import { cellsOf } from './cells.ts'
import { type CellResult, measureOwn, measurePeers } from './measure.ts'
import { ownSchemes } from './schemes.ts'

const sizes = numbersOf('sizes') ?? [5, 20, 50, 200, 1_000, 10_000]
const [pairs] = numbersOf('pairs') ?? []
const pairCounts = [
  ...(pairs === undefined ? [] : [{ upTo: 10_000, pairs }]),
  { upTo: 200, pairs: 4_000 },
  { upTo: 1_000, pairs: 2_000 },
  { upTo: 10_000, pairs: 800 }
]
/** The peers are slower, and get the first pairs of each cell. */
const peerPairs = (size: number) => (size <= 200 ? 2_000 : size <= 1_000 ? 500 : 100)

const machine = thisMachine()
const environment = pythonEnvironment()
for (const sentence of environment.missing) console.log(sentence)
const peers = environment.python === undefined ? undefined : new PeerProcess(environment.python, 'accuracy.py', [])

const schemes = ownSchemes()
const results: CellResult[] = []
const cells = cellsOf(sizes, pairCounts)
for (const cell of cells) {
  console.error(`n = ${cell.size}, J = ${cell.similarity.toFixed(2)}`)
  results.push(...measureOwn(cell, schemes))
  if (peers) results.push(...(await measurePeers(cell, peers, peerPairs(cell.size))))
}
peers?.close()
printErrors()
const lastCell = cells.at(-1)!
const banding = bandingCurve(200, 20_000, lastCell.firstWord + lastCell.pairs * 2 * lastCell.size)
printBanding(banding)
save({ bench: 'accuracy', machine, peers: environment.versions, missing: environment.missing, results, banding })

/** The numbers of an argument such as `--sizes=5,20`. */
function numbersOf(option: string): number[] | undefined {
  const start = `--${option}=`
  const argument = process.argv.find(argument => argument.startsWith(start))
  return argument?.slice(start.length).split(',').map(Number)
}

function printErrors(): void {
  const names = [...new Set(results.map(({ scheme }) => scheme))]
  const rows = names.map(name => {
    const own = results.filter(({ scheme }) => scheme === name)
    const means = sizes.map(size => geometricMean(own.filter(cell => cell.size === size).map(nonZero)).toFixed(2))
    const worstSmall = worstOf(own.filter(({ size }) => size <= 50))
    const worst = worstOf(own)
    const bias = own.reduce((a, b) => (Math.abs(b.biasZ) > Math.abs(a.biasZ) ? b : a))
    return [name, ...means, rmseAt(worstSmall), rmseAt(worst), biasAt(bias)]
  })
  console.log('RMSE over sqrt(J (1 - J) / k), geometric mean over J; the worst cells; the bias farthest from noise\n')
  const means = sizes.map(size => `n = ${count(size)}`)
  console.log(markdownTable(['', ...means, 'worst to n = 50', 'worst', 'bias'], rows))
}

function worstOf(cells: readonly CellResult[]): CellResult {
  return cells.reduce((a, b) => (b.relativeRmse > a.relativeRmse ? b : a))
}

function rmseAt(cell: CellResult): string {
  const { size, similarity, relativeRmse, relativeRmseError } = cell
  return `${relativeRmse.toFixed(3)} ± ${relativeRmseError.toFixed(3)} (n = ${count(size)}, J = ${similarity.toFixed(2)})`
}

function nonZero({ relativeRmse }: CellResult): number {
  return Math.max(relativeRmse, 1e-9)
}

function biasAt({ size, similarity, bias, biasZ }: CellResult): string {
  return `${(100 * bias).toFixed(2)} % (n = ${count(size)}, J = ${similarity.toFixed(2)}; z = ${biasZ.toFixed(1)})`
}

function printBanding(points: readonly BandingPoint[]): void {
  const rows = points.map(({ threshold, banding, similarity, measured, theory }) => [
    String(threshold),
    `${banding.count} x ${banding.rows}`,
    similarity.toFixed(3),
    measured.toFixed(4),
    theory.toFixed(4)
  ])
  console.log('\nChance to become a candidate, sets of 200, 128 slots\n')
  console.log(markdownTable(['threshold', 'bands x rows', 'J', 'measured', 'theory'], rows))
}
