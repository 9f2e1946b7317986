import type { FastifyError } from 'fastify'
import { DoppelError, type FieldError } from '../errors.ts'
import { UploadAborted } from './bodies/upload.ts'
import { HttpError } from './http-error.ts'
import { type ProblemCode, problemsPath, problemTypes } from './problem-types.ts'
import type { ProblemAnswer } from './schemas/problem.ts'

/** Fields that a problem names at most: the input may be hostile. */
const maxErrors = 8
/** Longest text of the client's that a problem repeats, in UTF-16 units. */
const maxTextLength = 500

/** What the framework refuses by itself, as our codes. */
const codesByStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'ROUTE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  431: 'HEADERS_TOO_LARGE',
  503: 'STORE_UNAVAILABLE'
}

/** The code that stands for an error, whoever threw it; INTERNAL for what nobody expected. */
export function codeOf(error: unknown): ProblemCode {
  if (error instanceof DoppelError || error instanceof HttpError) return error.code
  if (error instanceof UploadAborted) return 'MALFORMED_BODY'
  const status = (error as Partial<FastifyError> | null | undefined)?.statusCode
  if (typeof status !== 'number' || status < 400) return 'INTERNAL'
  return codesByStatus[status] ?? (status < 500 ? 'MALFORMED_REQUEST' : 'INTERNAL')
}

/**
 * The URI reference that names a kind of failure, and leads to its description.
 *
 * @param basePath as in HttpConfig
 */
export function typeOf(code: ProblemCode, basePath: string): string {
  return `${basePath}${problemsPath}#${slugOf(code)}`
}

/** A code as it stands in addresses: `document-not-found`. */
export function slugOf(code: ProblemCode): string {
  return code.toLowerCase().replaceAll('_', '-')
}

/**
 * An error as the client may see it: the message of a 5xx stays inside.
 *
 * @param requestId names the request in the log
 * @param basePath as in HttpConfig
 */
export function problemOf(error: unknown, requestId: string, basePath: string): ProblemAnswer {
  const code = codeOf(error)
  const { status, title } = problemTypes[code]
  const errors = error instanceof DoppelError ? error.errors : undefined
  return {
    type: typeOf(code, basePath),
    title,
    status,
    ...(status < 500 && error instanceof Error && { detail: shown(error.message) }),
    instance: requestId,
    code,
    ...(errors !== undefined && { errors: errors.slice(0, maxErrors).map(shownField) })
  }
}

/** Seconds until the same request may succeed; undefined where waiting does not help. */
export function retryAfterSeconds(error: unknown): number | undefined {
  const own = error instanceof HttpError ? error.retryAfterSeconds : undefined
  return own ?? problemTypes[codeOf(error)].retryAfterSeconds
}

function shownField({ path, message }: FieldError): FieldError {
  return { path: shown(path), message: shown(message) }
}

function shown(text: string): string {
  const short = text.length > maxTextLength ? `${text.slice(0, maxTextLength)}…` : text
  return short.toWellFormed()
}
