import { type ProblemCode, problemTypes } from './problem-types.ts'
import { Problem } from './schemas/problem.ts'
import { reference } from './schemas/reference.ts'

/** What every route may answer. */
const everywhere: readonly ProblemCode[] = [
  'MALFORMED_REQUEST',
  'UNAUTHORIZED',
  'FOREIGN_ORIGIN',
  'FOREIGN_HOST',
  'INVALID_REQUEST',
  'TOO_MANY_REQUESTS',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
  'STORE_CLOSING'
]

/** What every route that reads a body may answer. */
const withBody: readonly ProblemCode[] = [
  'MALFORMED_BODY',
  'REQUEST_TIMEOUT',
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'TOO_MANY_BODIES'
]

/** What every route that asks the store may answer. */
const withStore: readonly ProblemCode[] = ['STORE_LOADING', 'STORE_UNAVAILABLE']

/** What every route that takes documents may answer for a web page. */
export const pageProblems: readonly ProblemCode[] = [
  'HTML_TOO_LARGE',
  'HTML_TOO_COMPLEX',
  'NOT_HTML',
  'NOT_SUPPORTED',
  'STORE_BUSY'
]

/** An answer in the specification. */
interface ProblemResponse {
  readonly description: string
  readonly content: { readonly 'application/problem+json': { readonly schema: ReturnType<typeof reference> } }
}

// One object for all, so that it is compiled once.
const content: ProblemResponse['content'] = { 'application/problem+json': { schema: reference(Problem) } }

/**
 * The problems that a route may answer, for the `response` of its schema, one entry a
 * status: those of every route, and the codes given.
 */
export function problems(...codes: readonly ProblemCode[]): Record<number, ProblemResponse> {
  const all = [...new Set([...everywhere, ...codes])]
  const statuses = [...new Set(all.map(code => problemTypes[code].status))].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map(status => {
      const described = all.filter(code => problemTypes[code].status === status)
      const description = described.map(code => `\`${code}\`: ${problemTypes[code].title.toLowerCase()}`).join('; ')
      return [status, { description, content }]
    })
  )
}

/** {@link problems} of a route that asks the store. */
export function storeProblems(...codes: readonly ProblemCode[]): Record<number, ProblemResponse> {
  return problems(...withStore, ...codes)
}

/** {@link problems} of a route that reads a body and asks the store. */
export function bodyProblems(...codes: readonly ProblemCode[]): Record<number, ProblemResponse> {
  return storeProblems(...withBody, ...codes)
}
