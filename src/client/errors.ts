import type { Problem } from './contract.ts'

/** There is no room for anything new. */
const fullStatus = 507
/** What passes by itself, or when someone gives the service more room. */
const temporaryStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504, fullStatus])
const temporaryCodes: ReadonlySet<string> = new Set(['COLLECTION_CHANGED'])

/** What the service answered instead of what was asked for. */
export class DoppelProblem extends Error {
  override readonly name = 'DoppelProblem'
  /** The kind of failure, as the list of errors of the service has it; `HTTP_502` and the like where a proxy answered. */
  readonly code: string
  readonly status: number
  /** What is wrong with which field. */
  readonly errors: NonNullable<Problem['errors']>
  /** The request id, under which the log of the service has the details. */
  readonly instance: string
  /** The whole answer. */
  readonly problem: Problem
  /** How long the service asks to wait before the next attempt, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(problem: Problem, retryAfterMs?: number) {
    super(messageOf(problem))
    this.code = problem.code
    this.status = problem.status
    this.errors = problem.errors ?? []
    this.instance = problem.instance
    this.problem = problem
    this.retryAfterMs = retryAfterMs
  }

  /** Whether the same request may succeed later. */
  get isTemporary(): boolean {
    return isTemporary(this.problem)
  }
}

/** There is no whole answer: the service cannot be reached, the connection broke, or it took too long. */
export class DoppelConnectionError extends Error {
  override readonly name = 'DoppelConnectionError'
}

/** Whether what failed with a problem may succeed later, as it is. */
export function isTemporary({ status, code }: Pick<Problem, 'status' | 'code'>): boolean {
  return temporaryStatuses.has(status) || temporaryCodes.has(code)
}

/** Whether a failure may pass within seconds; a service that is full does not get room by itself. */
export function isRetryable(error: unknown): error is DoppelProblem | DoppelConnectionError {
  if (error instanceof DoppelConnectionError) return true
  return error instanceof DoppelProblem && error.isTemporary && error.status !== fullStatus
}

function messageOf({ title, detail, status, errors = [] }: Problem): string {
  const reason = detail ?? errors.map(({ path, message }) => `${path} ${message}`).join('; ')
  return reason === '' ? `${status} ${title}` : `${status} ${title}: ${reason}`
}
