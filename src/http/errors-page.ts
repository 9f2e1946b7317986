import { type ProblemCode, problemTypes } from './problem-types.ts'
import { slugOf } from './problems.ts'

/**
 * The page that describes every kind of failure, in Markdown: served where the `type` of
 * a problem points, and kept as docs/reference/errors.md.
 */
export function errorsPage(): string {
  const codes = Object.keys(problemTypes) as ProblemCode[]
  return [
    '# Errors',
    '',
    'Every error is answered as `application/problem+json` (RFC 9457). `code` is for programs, `title` and `detail` are for',
    'people, `errors` lists the fields that are wrong, and `instance` is the request id, under which the log has the details.',
    'In a stream of NDJSON the same object is the `error` of the line that failed. `type` is the address of the entry below',
    'on the service itself.',
    '',
    'Where a time is given, the same request may succeed after it; the header `Retry-After` says so too.',
    ...codes.flatMap(entry),
    ''
  ].join('\n')
}

function entry(code: ProblemCode): string[] {
  const { status, title, description, retryAfterSeconds } = problemTypes[code]
  const again = retryAfterSeconds === undefined ? '' : `, again after ${retryAfterSeconds} s`
  return ['', `<a id="${slugOf(code)}"></a>`, '', `## ${code}`, '', `${status}${again}. ${title}.`, '', description]
}
