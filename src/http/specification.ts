import { namedSchemas } from './named-schemas.ts'
import { BackupRequest } from './schemas/backups.ts'
import { CollectionPatch, CollectionSettings } from './schemas/collections.ts'
import { CompareRequest } from './schemas/comparison.ts'
import { Document } from './schemas/documents.ts'
import { addExamples } from './specification-examples.ts'
import { completeForGenerators } from './specification-for-generators.ts'
import { operationsOf, type Specification } from './specification-types.ts'

/** Operations whose body may be absent. */
const optionalBodies: ReadonlySet<string> = new Set(['makeBackup', 'putCollection'])

/** Schemas of what clients send. */
const requests: ReadonlySet<string> = new Set(
  [BackupRequest, CollectionPatch, CollectionSettings, CompareRequest, Document].map(({ $id }) => $id)
)

/**
 * Completes the specification with what the schemas of the routes cannot say: examples of
 * bodies, which bodies may be absent, that answers may get further fields in later versions,
 * and what generators of clients need.
 */
export function completeSpecification(generated: object): Specification {
  // Copies, here and below, because YAML writes shared objects as references.
  const specification = JSON.parse(JSON.stringify(generated)) as Specification
  for (const { operationId = '', requestBody, responses } of operationsOf(specification)) {
    openSchema(responses)
    if (requestBody !== undefined && optionalBodies.has(operationId)) requestBody.required = false
  }
  for (const { $id } of namedSchemas) {
    if (!requests.has($id)) openSchema(specification.components.schemas[$id])
  }
  completeForGenerators(specification)
  addExamples(specification)
  return specification
}

/** Takes the promise that there are no other fields away, from a schema and all within. */
function openSchema(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return
  const object = schema as { additionalProperties?: unknown }
  if (object.additionalProperties === false) delete object.additionalProperties
  for (const inner of Object.values(object)) openSchema(inner)
}
