import type { LightMyRequestResponse } from 'fastify'
import type { Test } from 'tap'
import { buildTestApp, type TestAppOptions } from './build-app.ts'

/** The route of documents. */
export const documents = '/v1/collections/default/documents'
export const words = 'the quick brown fox jumps over the lazy dog while nobody is looking at the moon'
/** Fourteen of its fifteen shingles are those of `words`. */
export const nearWords = `${words} tonight`

/** An application with shorthands for the requests of these tests. */
export async function open(t: Test, options: TestAppOptions = {}) {
  const { app } = await buildTestApp(t, options)
  return {
    app,
    post: (payload: object | string, query = '') =>
      app.inject({ method: 'POST', url: `${documents}${query}`, payload }),
    put: (id: string, payload: object, query = '') =>
      app.inject({ method: 'PUT', url: `${documents}/${encodeURIComponent(id)}${query}`, payload }),
    get: (id: string, rest = '') => app.inject(`${documents}/${encodeURIComponent(id)}${rest}`),
    remove: (id: string) => app.inject({ method: 'DELETE', url: `${documents}/${encodeURIComponent(id)}` }),
    list: (query = '') => app.inject(`${documents}${query}`),
    send: (path: string, payload: object) =>
      app.inject({ method: 'POST', url: `/v1/collections/default/${path}`, payload })
  }
}

/** Expects a problem; for a fault of validation, with these paths. */
export function refused(t: Test, answer: LightMyRequestResponse, status: number, code: string, paths?: string[]): void {
  t.equal(answer.statusCode, status, answer.body.slice(0, 200))
  t.match(answer.headers['content-type'], 'application/problem+json')
  const problem = answer.json()
  t.match(problem, { status, code, detail: String, type: `/docs/problems#${code.toLowerCase().replaceAll('_', '-')}` })
  if (paths !== undefined)
    t.strictSame(problem.errors?.map((error: { path: string }) => error.path).sort(), paths.sort())
}
