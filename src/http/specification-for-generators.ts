import { type Operation, operationsOf, type Schema, type Specification } from './specification-types.ts'

/** Largest value of the 32-bit integers that generators take unless a format says otherwise. */
const largestInt32 = 2 ** 31 - 1

/** Keywords whose values are data and not schemas. */
const dataKeywords: ReadonlySet<string> = new Set(['default', 'enum', 'example', 'examples', 'required'])

/**
 * Changes a specification so that generators of clients make good code of it:
 *
 * - a schema with a `title` stands once under that name, so that an enumeration is one type and an object has a name;
 * - integers and numbers say how wide they are, since generators take 32 bits otherwise;
 * - a field that is true whenever it is present is a boolean, not an enumeration with one value;
 * - a stream of lines is a file, which generators neither parse nor quote;
 * - every operation says that any other answer is a problem.
 */
export function completeForGenerators(specification: Specification): void {
  const { schemas } = specification.components
  for (const name of Object.keys(schemas)) nameSchemas(schemas[name] as Schema, schemas)
  for (const operation of operationsOf(specification)) {
    completeOperation(operation)
    nameParameters(operation, schemas)
    nameSchemas(operation as unknown as Schema, schemas)
  }
  widenNumbers(specification as unknown as Schema)
}

function completeOperation({ requestBody, responses }: Operation): void {
  for (const body of [requestBody, ...Object.values(responses)]) {
    const lines = body?.content?.['application/x-ndjson']
    if (lines === undefined) continue
    lines.schema = { ...lines.schema, type: 'string', format: 'binary' }
  }
  responses.default = {
    description: 'Any other failure, such as one of a version to come',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  }
}

/** Moves the schemas of parameters that have a title, with their defaults: a parameter has no other place for one. */
function nameParameters({ parameters = [] }: Operation, named: Record<string, Schema>): void {
  for (const parameter of parameters) {
    const { title, ...definition } = parameter.schema
    if (title === undefined) continue
    named[title] ??= definition
    parameter.schema = { $ref: `#/components/schemas/${title}` }
  }
}

/** Moves each inner schema that has a title to the named ones, and refers to it. A default stays where it was. */
function nameSchemas(schema: Schema, named: Record<string, Schema>): void {
  for (const [keyword, inner] of Object.entries(schema)) {
    if (dataKeywords.has(keyword) || typeof inner !== 'object' || inner === null) continue
    nameSchemas(inner as Schema, named)
    const { title, default: value, ...definition } = inner as Schema
    if (typeof title !== 'string') continue
    named[title] ??= definition
    Object.assign(schema, {
      [keyword]: { $ref: `#/components/schemas/${title}`, ...(value !== undefined && { default: value }) }
    })
  }
}

function widenNumbers(schema: Schema): void {
  const types = [schema.type].flat()
  if (types.includes('integer')) {
    const isNarrow = schema.enum !== undefined || (schema.maximum ?? Number.POSITIVE_INFINITY) <= largestInt32
    schema.format = isNarrow ? 'int32' : 'int64'
  }
  if (types.includes('number')) schema.format = 'double'
  if (schema.enum?.length === 1 && schema.enum[0] === true) delete schema.enum
  for (const [keyword, inner] of Object.entries(schema)) {
    if (!dataKeywords.has(keyword) && typeof inner === 'object' && inner !== null) widenNumbers(inner as Schema)
  }
}
