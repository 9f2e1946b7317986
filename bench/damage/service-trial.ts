import { ServerProcess, type ServerSettings, StartFailure } from '../server/server-process.ts'
import { type Answer, type Answers, ask } from './questions.ts'
import { writeSome } from './written.ts'

/** How a service fared on a damaged data directory. */
export type Fate = 'answers all' | 'refuses some' | 'refuses to start' | 'ends by a signal'

/** A service on a damaged data directory, and what it must answer. */
export class ServiceTrial {
  readonly #settings: ServerSettings
  readonly #expected: Map<string, Answer>
  /** What must not be. */
  readonly violations: string[] = []
  refused = 0
  /** Why it did not start, or how it ended. */
  reason = ''

  constructor(settings: ServerSettings, expected: Answers) {
    this.#settings = settings
    this.#expected = new Map(expected)
  }

  /** Asks for everything; then writes, asks again, and asks a second service what it finds. */
  async writing(): Promise<Fate> {
    const first = await this.#start('first', async server => {
      await this.#compare(server, 'first')
      const { refused, wrong } = await writeSome(server.url, this.#expected, () => server.end !== undefined)
      this.refused += refused
      this.violations.push(...wrong)
      await this.#compare(server, 'after some writes')
    })
    if (first === 'ends by a signal' || first === 'refuses to start') return first
    return this.#start('second', server => this.#compare(server, 'after a restart'))
  }

  /** Asks for everything. */
  reading(): Promise<Fate> {
    return this.#start('first', server => this.#compare(server, 'first'))
  }

  async #start(name: string, work: (server: ServerProcess) => Promise<void>): Promise<Fate> {
    const server = await this.#tryToStart()
    if (typeof server === 'string') return server
    try {
      await work(server)
    } catch (error) {
      if ((await server.endSoon()) === undefined) throw error
    }
    const { end } = server
    await server.stop('SIGTERM')
    if (end === undefined) return this.refused > 0 ? 'refuses some' : 'answers all'
    this.reason = String(end)
    if (typeof end === 'number') this.violations.push(`the ${name} service ended with status ${end}`)
    return 'ends by a signal'
  }

  async #tryToStart(): Promise<ServerProcess | Fate> {
    try {
      return await ServerProcess.start(this.#settings)
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error
      const { end, log } = error
      if (end.startsWith('SIG')) {
        this.reason = end
        return 'ends by a signal'
      }
      const line = log.split('\n').find(text => text.includes('"cannot start"'))
      if (end !== 'status 1' || line === undefined) this.violations.push(`it does not say why: ${error.message}`)
      else this.reason = (JSON.parse(line) as { reason: string }).reason
      return 'refuses to start'
    }
  }

  /** What is neither right nor refused is a violation, as long as the service lives. */
  async #compare(server: ServerProcess, when: string): Promise<void> {
    const hasEnded = () => server.end !== undefined
    const answers = await ask(server.url, [...this.#expected.keys()], hasEnded)
    const isBroken = [...answers.values()].some(({ kind }) => kind === 'none')
    if (isBroken && (await server.endSoon()) !== undefined) return
    if (hasEnded()) return
    for (const [question, right] of this.#expected) {
      const answer = answers.get(question)
      // An export that cannot go on is cut.
      const isCut = answer?.kind === 'none' && question.endsWith('/export')
      if (answer?.kind === 'refused' || isCut) this.refused++
      else if (answer?.kind !== 'body' || right.kind !== 'body' || answer.body !== right.body) {
        this.violations.push(`${when}: ${question}: ${shown(answer)}, not ${shown(right)}`)
      }
    }
  }
}

function shown(answer: unknown): string {
  return JSON.stringify(answer).slice(0, 200)
}
