/** What can go wrong before the service is asked, or without its knowledge. */
export type HttpErrorCode =
  | 'MALFORMED_REQUEST'
  | 'MALFORMED_BODY'
  | 'UNAUTHORIZED'
  | 'FOREIGN_ORIGIN'
  | 'FOREIGN_HOST'
  | 'ROUTE_NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'REQUEST_TIMEOUT'
  | 'BODY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_MANY_REQUESTS'
  | 'HEADERS_TOO_LARGE'
  | 'TOO_MANY_BODIES'
  | 'INTERNAL'

/** A request that HTTP itself refuses. The message is shown to the client. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly code: HttpErrorCode
  /** Seconds until a repetition has a chance; overrides what the code's problem type says. */
  readonly retryAfterSeconds: number | undefined

  constructor(code: HttpErrorCode, message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options)
    this.code = code
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
