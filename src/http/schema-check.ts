import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { FieldError } from '../errors.ts'
import type { NamedSchema } from './schemas/reference.ts'

/** What is wrong with a value under a schema: nothing, or the first few faults. */
export type SchemaCheck = (value: unknown) => FieldError[]

/** One fault as TypeBox reports it, with the parameters of the keywords that we read. */
interface Fault {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
  readonly params: object
}

/** Fields of an object, and items of an array, among which faults are looked for. */
const shownFields = 1000
/** Levels of nesting that are shortened; no schema describes more. */
const shownLevels = 3

/**
 * Compiles a schema to a function that says what is wrong with a value. Nothing is coerced, removed or
 * filled in: a number is not a string, and an unknown field is a fault.
 *
 * @param named the schemas that this one may refer to
 */
export function schemaCheck(schema: TSchema, named: readonly NamedSchema[] = []): SchemaCheck {
  const context = Object.fromEntries(named.map(inner => [inner.$id, inner]))
  const validator = Compile(context, schema)
  return value => {
    if (validator.Check(value)) return []
    const faults = validator.Errors(shortened(value, shownLevels)) as readonly Fault[]
    const told = faults.filter(fault => !isToldBetter(fault, faults)).map(fieldError)
    return told.length > 0 ? told : [{ path: '', message: 'is not valid' }]
  }
}

/**
 * A copy with the first fields and items alone. TypeBox looks at every fault although it
 * tells of few: a million unknown fields took it twelve seconds.
 */
function shortened(value: unknown, levels: number): unknown {
  if (levels === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.slice(0, shownFields).map(item => shortened(item, levels - 1))
  const copy: Record<string, unknown> = {}
  let count = 0
  for (const name in value) {
    if (count++ === shownFields) break
    copy[name] = shortened((value as Record<string, unknown>)[name], levels - 1)
  }
  return copy
}

/** Names all faults in one sentence. */
export function describeErrors(errors: readonly FieldError[], whole: string): string {
  return errors.map(({ path, message }) => `${path === '' ? whole : path.replace(/^\//, '')} ${message}`).join('; ')
}

/** Unknown fields are named one by one, and a list of the allowed values says of which type they are. */
function isToldBetter({ keyword, instancePath }: Fault, faults: readonly Fault[]): boolean {
  if (keyword === 'additionalProperties') return true
  return keyword === 'type' && faults.some(other => other.keyword === 'enum' && other.instancePath === instancePath)
}

function fieldError({ keyword, instancePath, message, params }: Fault): FieldError {
  switch (keyword) {
    case 'boolean':
      return { path: instancePath, message: 'is not known' }
    case 'required': {
      const { requiredProperties } = params as { requiredProperties: readonly string[] }
      return { path: instancePath, message: `must have ${requiredProperties.map(name => `"${name}"`).join(' and ')}` }
    }
    case 'enum': {
      const { allowedValues } = params as { allowedValues: readonly unknown[] }
      return { path: instancePath, message: `must be one of ${allowedValues.map(String).join(', ')}` }
    }
    case 'minProperties':
    case 'maxProperties': {
      const { limit } = params as { limit: number }
      return {
        path: instancePath,
        message: `must have ${keyword === 'minProperties' ? 'at least' : 'at most'} ${limit} of its fields`
      }
    }
    case 'format': {
      const { format } = params as { format: string }
      return { path: instancePath, message: `must be a ${format} as RFC 3339 writes it` }
    }
    default:
      return { path: instancePath, message }
  }
}
