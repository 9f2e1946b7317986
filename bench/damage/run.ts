import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable } from '../report/table.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { fillForDamage } from './fill.ts'
import { DamageRounds, type Round } from './rounds.ts'

/** Broken promises of a round that are written out. */
const shown = 5
/** Rounds between two results. */
const saveEvery = 10

const asked = options({ rounds: 300, seed: 0, minutes: 0 })
const seed = asked.seed || Date.now() % 2 ** 31
// No round begins after it.
const deadline = asked.minutes > 0 ? performance.now() + 60_000 * asked.minutes : Number.POSITIVE_INFINITY
console.log(`Rounds of damage to the files of a data directory, seed ${seed}\n`)
const { rounds, questions } = await inTemporaryDirectory(async folder => {
  await fillForDamage(`${folder}/whole`)
  const trials = await DamageRounds.of(folder, seed)
  const rounds: Round[] = []
  while (rounds.length < asked.rounds && performance.now() < deadline) {
    const round = await trials.run()
    rounds.push(round)
    const { file, damage: kind, where, service, violations } = round
    for (const violation of violations.slice(0, shown))
      console.log(`round ${rounds.length}, ${file}, ${kind}, ${where}: ${violation}`)
    process.stderr.write(`round ${rounds.length}: ${file}, ${kind}: ${service}\n`)
    // What was found is not lost with the rounds that are still to come.
    if (rounds.length % saveEvery === 0) saveRounds(rounds, trials.questions)
  }
  return { rounds, questions: trials.questions }
})

const head = [
  'file and damage',
  'rounds',
  'named',
  'answers all',
  'refuses some',
  'refuses to start',
  'ends by a signal'
]
const names = [...new Set(rounds.map(nameOf))].sort()
console.log(
  markdownTable(
    head,
    names.map(name =>
      row(
        name,
        rounds.filter(round => nameOf(round) === name)
      )
    )
  )
)
const wrong = rounds.filter(({ violations }) => violations.length > 0).length
console.log(
  `\n${count(questions)} questions a round. ` +
    (wrong === 0
      ? 'Every answer was right or refused, and whatever was refused the verification named.'
      : `${wrong} rounds broke a promise.`)
)
saveRounds(rounds, questions)
if (wrong > 0) process.exitCode = 1

function saveRounds(rounds: readonly Round[], questions: number): void {
  const wrong = rounds.filter(({ violations }) => violations.length > 0).length
  const asking = { ...asked, seed }
  save({ bench: 'damage', machine: thisMachine(), asked: asking, questions, wrong, rounds: rounds.map(brief) })
}

function brief(round: Round) {
  return { ...round, violations: round.violations.slice(0, shown) }
}

function nameOf({ file, damage }: Round): string {
  return `${file}: ${damage}`
}

function row(name: string, group: readonly Round[]): string[] {
  const services = (['answers all', 'refuses some', 'refuses to start', 'ends by a signal'] as const).map(
    service => group.filter(round => round.service === service).length
  )
  return [name, ...[group.length, group.filter(({ fault }) => fault !== undefined).length, ...services].map(count)]
}
