/** Every expected failure. The HTTP answer to each is in src/http/problems.ts. */
export type ErrorCode =
  | 'COLLECTION_NOT_FOUND'
  | 'COLLECTION_NOT_EMPTY'
  | 'COLLECTION_CHANGED'
  | 'DOCUMENT_NOT_FOUND'
  | 'TEXT_NOT_KEPT'
  | 'CLUSTER_NOT_FOUND'
  | 'BACKUP_EXISTS'
  | 'BACKUP_OFF'
  | 'BACKUP_RUNNING'
  | 'INVALID_DOCUMENT'
  | 'INVALID_SETTINGS'
  | 'INVALID_REQUEST'
  | 'SIGNATURE_MISMATCH'
  | 'DOCUMENT_TOO_COMPLEX'
  | 'HTML_TOO_LARGE'
  | 'HTML_TOO_COMPLEX'
  | 'NOT_HTML'
  | 'NOT_SUPPORTED'
  | 'STORE_BUSY'
  | 'STORE_CLOSING'
  | 'STORE_LOADING'
  | 'STORE_FULL'
  | 'STORE_UNAVAILABLE'

/** What is wrong with one field of the input. */
export interface FieldError {
  /** JSON pointer into the body, or the name of a parameter. */
  readonly path: string
  readonly message: string
}

/** An expected failure. Anything else that is thrown is a defect of the program. */
export class DoppelError extends Error {
  override readonly name = 'DoppelError'
  readonly code: ErrorCode
  readonly errors: readonly FieldError[] | undefined

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { errors?: readonly FieldError[] } = {}) {
    super(message, options)
    this.code = code
    this.errors = options.errors
  }
}
