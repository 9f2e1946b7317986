import type { TSchema } from 'typebox'
import { DoppelError, type ErrorCode } from '../errors.ts'
import { namedSchemas } from './named-schemas.ts'
import { describeErrors, schemaCheck } from './schema-check.ts'

/** What a body is when it is invalid, where there is a better word than "the request". */
const bodyCodes: Readonly<Record<string, ErrorCode>> = {
  Document: 'INVALID_DOCUMENT',
  CollectionSettings: 'INVALID_SETTINGS',
  CollectionPatch: 'INVALID_SETTINGS'
}

/** Compiles the schema of a body to a function that says whether a value is valid, or what is wrong with it. */
export function bodyValidation(schema: TSchema): (body: unknown) => true | { readonly error: DoppelError } {
  const check = schemaCheck(schema, namedSchemas)
  const { $ref } = schema as { $ref?: string }
  const code = bodyCodes[$ref ?? ''] ?? 'INVALID_REQUEST'
  const known = named(schema)
  return body => {
    dropNulls(known, body)
    const errors = check(body)
    return errors.length === 0 || { error: new DoppelError(code, describeErrors(errors, 'the body'), { errors }) }
  }
}

/** What tells the fields of an object apart from those of the client's own. */
interface ObjectSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, ObjectSchema>>
  readonly required?: readonly string[]
}

function named(schema: TSchema): ObjectSchema {
  const { $ref } = schema as { $ref?: string }
  return (namedSchemas.find(({ $id }) => $id === $ref) ?? schema) as ObjectSchema
}

/**
 * Takes away fields that may be absent and are null: so clients of Go, Java, Rust and other languages send what is not
 * there. Where null has a meaning of its own it stays, and so does what is the client's own.
 */
function dropNulls({ properties = {}, required = [] }: ObjectSchema, value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  const object = value as Record<string, unknown>
  for (const [name, inner] of Object.entries(properties)) {
    if (!Object.hasOwn(object, name)) continue
    if (object[name] !== null) dropNulls(inner, object[name])
    else if (!required.includes(name) && !takesNull(inner)) delete object[name]
  }
}

function takesNull({ type }: ObjectSchema): boolean {
  return Array.isArray(type) && type.includes('null')
}
