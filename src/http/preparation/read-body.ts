import { readBoundedJson, refuseUnsafe, tooManyValues } from '../bodies/parse-json.ts'
import { bodyValidation } from '../body-validation.ts'

const validations = new Map<string, ReturnType<typeof bodyValidation>>()

/**
 * Reads a body and checks it against a schema, as the routes do.
 *
 * @param schema the name of the schema
 * @throws HttpError MALFORMED_BODY; DoppelError INVALID_REQUEST, INVALID_SETTINGS
 */
export function readBody(bytes: Buffer, schema: string): unknown {
  let validate = validations.get(schema)
  if (validate === undefined) {
    validate = bodyValidation({ $ref: schema })
    validations.set(schema, validate)
  }
  const { value, isCut } = readBoundedJson(bytes)
  refuseUnsafe(value)
  const validity = validate(value)
  if (validity !== true) throw validity.error
  if (isCut) throw tooManyValues()
  return value
}
