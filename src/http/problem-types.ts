import type { ErrorCode } from '../errors.ts'
import type { HttpErrorCode } from './http-error.ts'

/** Every code that a problem may carry. */
export type ProblemCode = ErrorCode | HttpErrorCode

/** One kind of failure, as clients see it. */
export interface ProblemType {
  readonly status: number
  readonly title: string
  /** What it means and what to do, for docs/reference/errors.md. */
  readonly description: string
  /** Seconds after which the same request may be sent again; absent where that would not help. */
  readonly retryAfterSeconds?: number
}

/** Where the problem types are described: on the service itself. */
export const problemsPath = '/docs/problems'

/** Every failure and its answer. The compiler insists that none is missing. */
export const problemTypes: Readonly<Record<ProblemCode, ProblemType>> = {
  MALFORMED_REQUEST: {
    status: 400,
    title: 'The request cannot be read',
    description: 'The request line, the address or a header is not valid HTTP; for instance `%zz` in the path.'
  },
  MALFORMED_BODY: {
    status: 400,
    title: 'The body cannot be read',
    description: 'The body is missing, or is not JSON, not UTF-8, or not gzip although `content-encoding` says so.'
  },
  UNAUTHORIZED: {
    status: 401,
    title: 'A key is required',
    description: 'Send one of the keys of this service as `Authorization: Bearer KEY`.'
  },
  FOREIGN_ORIGIN: {
    status: 403,
    title: 'Web pages of this origin may not do this',
    description:
      'A browser sent the request for a web page of another origin than the service. `DOPPEL_CORS_ORIGINS` names the origins whose pages may use it.'
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: 'There is no such address',
    description: 'No route has this path. The routes are listed at `/docs`.'
  },
  COLLECTION_NOT_FOUND: {
    status: 404,
    title: 'There is no such collection',
    description: 'Create it with `PUT /v1/collections/{collection}`, or use `default`, which always exists.'
  },
  DOCUMENT_NOT_FOUND: {
    status: 404,
    title: 'There is no such document',
    description: 'It was never stored, was deleted, or has expired.'
  },
  CLUSTER_NOT_FOUND: {
    status: 404,
    title: 'There is no such cluster',
    description:
      'No stored document has this cluster id. A merge or a split keeps the ids of all stored documents alive.'
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The address does not take this method',
    description: 'The `Allow` header lists the methods it takes.'
  },
  REQUEST_TIMEOUT: {
    status: 408,
    title: 'The request took too long to arrive',
    description:
      'The client paused for longer than the service waits, or sent a JSON body too slowly. Nothing of a single document was stored.'
  },
  COLLECTION_NOT_EMPTY: {
    status: 409,
    title: 'The settings cannot change while there are documents',
    description: 'The collection holds documents under other settings. Delete it first, or create another one.'
  },
  COLLECTION_CHANGED: {
    status: 409,
    title: 'The settings changed during the request',
    description: 'The settings of the collection changed several times while the request ran. Send it again.'
  },
  TEXT_NOT_KEPT: {
    status: 409,
    title: 'The text of the document is not kept',
    description:
      'The answer needs the text, but the collection keeps none (`storeText: false`), or only a signature was sent. Send the text itself.'
  },
  BACKUP_OFF: {
    status: 409,
    title: 'The service is not set up for backups',
    description:
      'Backups are made in folders of the directory that `DOPPEL_BACKUP_DIRECTORY` names, and it names none. Set it and start the service again.'
  },
  BACKUP_EXISTS: {
    status: 409,
    title: 'There is such a backup already',
    description: 'A backup is never overwritten. Choose another name, or send none.'
  },
  BACKUP_RUNNING: {
    status: 409,
    title: 'Another backup is being made',
    description: 'One is made at a time. Send the request again when the other has its answer.'
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: 'The body is too large',
    description:
      'A JSON body or an NDJSON line, after decompression, is longer than `DOPPEL_BODY_LIMIT_BYTES` allows. A whole NDJSON upload has no limit.'
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The body is of a type that is not read here',
    description:
      'Send `content-type: application/json`, or `application/x-ndjson` (or `application/ndjson`, `application/jsonl`, `application/x-jsonlines`) where the route takes it; `content-encoding` may be `gzip`.'
  },
  FOREIGN_HOST: {
    status: 421,
    title: 'The service does not go by this name',
    description:
      'The `Host` of the request is not a name of the service. Without keys on a loopback address it answers to `localhost`, `127.0.0.1`, `[::1]` and the names in `DOPPEL_HOSTS`.'
  },
  INVALID_REQUEST: {
    status: 422,
    title: 'The request is not valid',
    description:
      'A field or a parameter is unknown, missing, repeated, of the wrong type or out of range: see `errors`.'
  },
  INVALID_DOCUMENT: {
    status: 422,
    title: 'The document is not valid',
    description: 'A field of the document is unknown, missing, of the wrong type or too long: see `errors`.'
  },
  INVALID_SETTINGS: {
    status: 422,
    title: 'The settings are not valid',
    description: 'A setting of the collection is unknown, of the wrong type or out of range: see `errors`.'
  },
  SIGNATURE_MISMATCH: {
    status: 422,
    title: 'The signature does not fit the collection',
    description: 'Its scheme or its number of slots differs from the settings of the collection.'
  },
  DOCUMENT_TOO_COMPLEX: {
    status: 422,
    title: 'The document takes too much to read',
    description:
      'To read and sketch the text took more time than `DOPPEL_PREPARATION_TIMEOUT_MS` allows, or too much memory. Send it in parts.'
  },
  HTML_TOO_LARGE: {
    status: 422,
    title: 'The page is too large',
    description: 'The `html` of a document is longer than `DOPPEL_HTML_LIMIT_BYTES` allows.'
  },
  HTML_TOO_COMPLEX: {
    status: 422,
    title: 'The page cannot be taken apart',
    description:
      'To find the text of the page took more time than `DOPPEL_HTML_TIMEOUT_MS` allows, or too much memory. Send its `text` instead.'
  },
  NOT_HTML: {
    status: 422,
    title: 'The page is not HTML',
    description: 'The `html` of a document is a PDF or another binary file, or was not decoded from its own encoding.'
  },
  NOT_SUPPORTED: {
    status: 422,
    title: 'This version does not support it',
    description: 'The request is valid, but needs something that this version of the service does not do yet.'
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'Too many requests',
    description: 'The client sent more requests a minute than `DOPPEL_RATE_LIMIT` allows. Wait as `Retry-After` says.'
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    title: 'The headers are too large',
    description: 'The address and the headers together are longer than 16 KiB.'
  },
  INTERNAL: {
    status: 500,
    title: 'The service has a defect',
    description: 'Unexpected. The log has the details under the request id that `instance` names; please report it.'
  },
  TOO_MANY_BODIES: {
    status: 503,
    title: 'Too many bodies are under way',
    description:
      'The bodies that have not arrived whole take more memory than `DOPPEL_BODIES_LIMIT_BYTES` allows, and this one paused longest. Nothing of it was stored.',
    retryAfterSeconds: 1
  },
  STORE_BUSY: {
    status: 503,
    title: 'Too much is waiting to be stored',
    description: 'Nothing of this request was stored. Send it again as `Retry-After` says, and fewer at a time.',
    retryAfterSeconds: 1
  },
  STORE_CLOSING: {
    status: 503,
    title: 'The service is shutting down',
    description: 'Nothing of this request was stored. Send it again, to another node or after the restart.',
    retryAfterSeconds: 5
  },
  STORE_LOADING: {
    status: 503,
    title: 'The service is still loading its index',
    description: '`/readyz` tells the progress.',
    retryAfterSeconds: 2
  },
  STORE_UNAVAILABLE: {
    status: 503,
    title: 'The store cannot be reached',
    description: 'The log has the details. Documents with an id are safe to send again.',
    retryAfterSeconds: 5
  },
  STORE_FULL: {
    status: 507,
    title: 'The memory or the disk is at its limit',
    description:
      'Nothing of this request was stored. The detail says which limit it was. Delete documents or collections, or give the service more room.'
  }
}
