import { GrowingBytes } from '../../bytes/growing-bytes.ts'
import { HttpError } from '../http-error.ts'
import type { Upload } from './upload.ts'

/**
 * Reads a whole body into memory, and no more of it than is allowed.
 *
 * @param maxBytes counted after decompression, while it goes on
 * @throws HttpError BODY_TOO_LARGE as soon as that is certain, and what {@link Upload.chunks} throws
 */
export async function readBody(upload: Upload, maxBytes: number): Promise<Buffer> {
  const body = new GrowingBytes()
  for await (const chunk of upload.chunks()) {
    if (body.length + chunk.length > maxBytes) throw bodyTooLarge(maxBytes)
    body.append(chunk)
    upload.hold(body.length)
  }
  return body.take()
}

/** The refusal of a body of more than `maxBytes`. */
export function bodyTooLarge(maxBytes: number): HttpError {
  return new HttpError('BODY_TOO_LARGE', `the body is longer than the limit of ${maxBytes} bytes`)
}
