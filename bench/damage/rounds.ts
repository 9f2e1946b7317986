import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Random } from '../documents/random.ts'
import { ServerProcess } from '../server/server-process.ts'
import { damageFile, damages } from './damages.ts'
import { type Answers, allQuestions, ask } from './questions.ts'
import { type Fate, ServiceTrial } from './service-trial.ts'

/** How long a service may take to become ready, and a verification to end, in milliseconds. */
const timeoutMs = 60_000
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

/** The files of a data directory, and of how many rounds each is the one that is damaged. */
const files: readonly (readonly [path: string, weight: number])[] = [
  ['store/data.mdb', 7],
  ['index.snapshot', 2],
  ['store/lock.mdb', 1]
]
/** Share of the rounds in which the service also writes. */
const writing = 0.4

/** What a round did. */
export interface Round {
  readonly file: string
  readonly damage: string
  readonly where: string
  /** What a verification says first; undefined where it finds nothing. */
  readonly fault: string | undefined
  readonly service: Fate
  /** Answers that were refused. */
  readonly refused: number
  /** What must not be. */
  readonly violations: readonly string[]
}

/** Damages copies of a data directory, and asks for all that is in them. */
export class DamageRounds {
  readonly #folder: string
  readonly #random: Random
  readonly #expected: Answers

  private constructor(folder: string, random: Random, expected: Answers) {
    this.#folder = folder
    this.#random = random
    this.#expected = expected
  }

  /** @param folder holds the whole data directory as `whole`; the rounds work beside it */
  static async of(folder: string, seed: number): Promise<DamageRounds> {
    copyWhole(folder)
    const server = await ServerProcess.start({ directory: folder, from: 'build' })
    try {
      const expected = await ask(server.url, await allQuestions(server.url), () => false)
      const refused = [...expected].find(([, { kind }]) => kind !== 'body')
      if (refused !== undefined) throw new Error(`${refused[0]} is not answered by a whole directory`)
      return new DamageRounds(folder, new Random(seed), expected)
    } finally {
      await server.stop()
    }
  }

  /** Questions that every round asks. */
  get questions(): number {
    return this.#expected.size
  }

  async run(): Promise<Round> {
    copyWhole(this.#folder)
    const data = join(this.#folder, 'data')
    const file = this.#pick(files.flatMap(([path, weight]) => Array<string>(weight).fill(path)))
    const damage = this.#pick(Object.keys(damages))
    const where = damageFile(join(data, file), damage, this.#random)
    const { fault, violations } = verify(data)
    const settings = { directory: this.#folder, from: 'build', readyTimeoutMs: timeoutMs } as const
    const trial = new ServiceTrial(settings, this.#expected)
    const service = await (this.#random.chance(writing) ? trial.writing() : trial.reading())
    violations.push(...trial.violations)
    if (service !== 'answers all' && fault === undefined) {
      violations.push(`the service ${service} (${trial.reason}), and the verification finds nothing`)
    }
    return { file, damage, where, fault, service, refused: trial.refused, violations }
  }

  #pick(names: readonly string[]): string {
    return names[this.#random.below(names.length)] as string
  }
}

function verify(directory: string): { fault: string | undefined; violations: string[] } {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, 'verify', directory], {
    encoding: 'utf8',
    timeout: timeoutMs
  })
  if (status === 0) return { fault: undefined, violations: [] }
  const fault = stdout.match(/ has [\d,]+ faults?:\n {2}(.+)/)?.[1] ?? stderr.match(/^doppel: (.+)/m)?.[1]
  if (status === 1 && fault !== undefined) return { fault: fault.replaceAll(directory, '.'), violations: [] }
  const end = signal ?? `status ${status}`
  return { fault, violations: [`the verification ended by ${end} and names nothing: ${stdout}${stderr}`] }
}

function copyWhole(folder: string): void {
  rmSync(join(folder, 'data'), { recursive: true, force: true })
  cpSync(join(folder, 'whole'), join(folder, 'data'), { recursive: true })
}
