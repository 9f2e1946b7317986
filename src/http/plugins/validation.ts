import type { FastifyInstance, FastifySchema } from 'fastify'
import fp from 'fastify-plugin'
import type { TSchema } from 'typebox'
import { DoppelError, type FieldError } from '../../errors.ts'
import { bodyValidation } from '../body-validation.ts'
import { JsonBytes } from '../preparation/json-bytes.ts'
import { describeErrors, schemaCheck } from '../schema-check.ts'
import { noQuery } from '../schemas/parameters.ts'

type Validation = (value: unknown) => boolean | { readonly value: unknown } | { readonly error: DoppelError }

/** How a parameter of a query is written; others are texts as they stand. */
interface ParameterSchema {
  readonly type?: string
  readonly default?: unknown
}

/**
 * Checks bodies and queries against the schemas of the routes, and takes parameters of a
 * query for numbers and booleans where the schema says so. Unknown parameters are refused
 * on every route of the specification.
 */
export default fp(
  async (app: FastifyInstance) => {
    app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
      if (httpPart === 'querystring') return queryValidation(schema)
      // A path that names nothing is not found rather than invalid: the routes and the store see to it.
      if (httpPart !== 'body') return () => true
      const validate = bodyValidation(schema)
      return body => body instanceof JsonBytes || validate(body)
    })
    // Answers are objects that the routes have put together field by field.
    app.setSerializerCompiler(() => answer => JSON.stringify(answer))
    app.addHook('onRoute', route => {
      const schema: FastifySchema = route.schema ?? {}
      if (schema.hide !== true) route.schema = { ...schema, querystring: schema.querystring ?? noQuery }
    })
  },
  { name: 'validation' }
)

function queryValidation(schema: TSchema): Validation {
  const check = schemaCheck(schema)
  const { properties } = schema as { properties?: Readonly<Record<string, ParameterSchema>> }
  const parameters = new Map(Object.entries(properties ?? {}))
  return query => {
    const given = Object.entries(query as Readonly<Record<string, string | string[]>>)
    const value = Object.fromEntries([
      ...[...parameters].flatMap(([name, parameter]) => ('default' in parameter ? [[name, parameter.default]] : [])),
      ...given.map(([name, text]) => [name, parameterValue(text, parameters.get(name)?.type)])
    ])
    const errors = [...repeatedParameters(given), ...check(value).map(namedParameter)]
    if (errors.length === 0) return { value }
    return { error: new DoppelError('INVALID_REQUEST', describeErrors(errors, 'the query'), { errors }) }
  }
}

/** A parameter as its type writes it; what is not written so stays a text, which the schema then refuses. */
function parameterValue(text: string | string[], type: string | undefined): unknown {
  // Only one value of a repeated parameter is checked, so that it is faulted once.
  const single = Array.isArray(text) ? text[0] : text
  if (single === undefined) return single
  if (type === 'integer' && /^-?\d{1,15}$/.test(single)) return Number(single)
  if (type === 'number' && /^-?\d{1,15}(\.\d{1,30})?$/.test(single)) return Number(single)
  if (type === 'boolean' && (single === 'true' || single === 'false')) return single === 'true'
  return single
}

function repeatedParameters(given: readonly [string, string | string[]][]): FieldError[] {
  return given
    .filter(([, text]) => Array.isArray(text))
    .map(([name]) => ({ path: name, message: 'must not be repeated' }))
}

function namedParameter({ path, message }: FieldError): FieldError {
  return { path: path.slice(1).replaceAll('~1', '/').replaceAll('~0', '~'), message }
}
