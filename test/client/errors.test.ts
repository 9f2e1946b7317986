import t from 'tap'
import { DoppelConnectionError, DoppelProblem, isTemporary } from '../../src/client/entry.ts'
import { isRetryable } from '../../src/client/errors.ts'

const problem = (status: number, code = `HTTP_${status}`) => ({ type: '/x', title: 'X', status, code, instance: 'x' })

t.test('tells what may pass from what will not, as the Python client does', t => {
  for (const status of [408, 429, 502, 503, 504]) {
    t.ok(isTemporary(problem(status)), String(status))
    t.ok(isRetryable(new DoppelProblem(problem(status))))
  }
  for (const status of [400, 401, 404, 409, 413, 422, 500]) {
    t.notOk(isTemporary(problem(status)), String(status))
    t.notOk(isRetryable(new DoppelProblem(problem(status))))
  }
  t.ok(isTemporary(problem(409, 'COLLECTION_CHANGED')))
  t.ok(isRetryable(new DoppelProblem(problem(409, 'COLLECTION_CHANGED'))))
  t.end()
})

t.test('a service that is full may have room later, but not within seconds', t => {
  const full = new DoppelProblem(problem(507, 'STORE_FULL'))
  t.ok(full.isTemporary)
  t.notOk(isRetryable(full))
  t.end()
})

t.test('a broken connection may be mended, a mistake may not', t => {
  t.ok(isRetryable(new DoppelConnectionError('x')))
  t.notOk(isRetryable(new TypeError('x')))
  t.end()
})
