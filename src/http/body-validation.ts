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
  return body => {
    const errors = check(body)
    return errors.length === 0 || { error: new DoppelError(code, describeErrors(errors, 'the body'), { errors }) }
  }
}
