import { DoppelError, type ErrorCode, type FieldError } from '../../errors.ts'
import { HttpError, type HttpErrorCode } from '../http-error.ts'

/** An error on its way between threads. */
export interface PackedError {
  readonly id?: string
  readonly kind: 'doppel' | 'http' | 'other'
  readonly code?: string
  readonly message: string
  readonly errors?: readonly FieldError[]
}

/** More of a text of the client's is not shown in any case. */
const maxTextLength = 1000
/** More faults are not named in any case. */
const maxErrors = 16

/** @param id of the line that it is the error of */
export function packError(id: string | undefined, error: Error): PackedError {
  const own = { ...(id !== undefined && { id }), message: cut(error.message) }
  if (error instanceof DoppelError) {
    const errors = error.errors
      ?.slice(0, maxErrors)
      .map(({ path, message }) => ({ path: cut(path), message: cut(message) }))
    return { ...own, kind: 'doppel', code: error.code, ...(errors !== undefined && { errors }) }
  }
  if (error instanceof HttpError) return { ...own, kind: 'http', code: error.code }
  return { ...own, kind: 'other', message: error.stack ?? error.message }
}

/** What {@link packError} packed. */
export function unpackError({ kind, code, message, errors }: PackedError): Error {
  if (kind === 'doppel') return new DoppelError(code as ErrorCode, message, errors === undefined ? {} : { errors })
  return kind === 'http' ? new HttpError(code as HttpErrorCode, message) : new Error(message)
}

function cut(text: string): string {
  return text.length > maxTextLength ? text.slice(0, maxTextLength) : text
}
