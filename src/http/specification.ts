import { namedSchemas } from './named-schemas.ts'
import { BackupRequest } from './schemas/backups.ts'
import { CollectionPatch, CollectionSettings } from './schemas/collections.ts'
import { CompareRequest } from './schemas/comparison.ts'
import { Document } from './schemas/documents.ts'
import {
  checkExamples,
  compareExamples,
  documentExamples,
  exportExamples,
  patchExamples,
  putExamples,
  settingsExamples,
  streamExamples
} from './schemas/examples.ts'

/** A part of the specification, as far as it is touched here. */
interface Operation {
  readonly operationId?: string
  readonly responses?: Record<string, { readonly content?: Record<string, { examples?: object }> }>
  readonly requestBody?: { required?: boolean; readonly content: Record<string, { examples?: object }> }
}

interface Specification {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, object> }
}

/** Bodies to try, by operation. */
const examples: Readonly<Record<string, object>> = {
  checkDocument: checkExamples,
  compareDocuments: compareExamples,
  ingestDocument: documentExamples,
  patchCollection: patchExamples,
  putCollection: settingsExamples,
  putDocument: putExamples
}

/** Operations whose body may be absent. */
const optionalBodies: ReadonlySet<string> = new Set(['makeBackup', 'putCollection'])

/** Schemas of what clients send. */
const requests: ReadonlySet<string> = new Set(
  [BackupRequest, CollectionPatch, CollectionSettings, CompareRequest, Document].map(({ $id }) => $id)
)

/**
 * Completes the specification with what the schemas of the routes cannot say: examples of
 * bodies, which bodies may be absent, and that answers may get further fields in later versions.
 */
export function completeSpecification(generated: object): Specification {
  // Copies, here and below, because YAML writes shared objects as references.
  const specification = JSON.parse(JSON.stringify(generated)) as Specification
  for (const operation of Object.values(specification.paths).flatMap(path => Object.values(path))) {
    completeOperation(operation)
  }
  for (const { $id } of namedSchemas) {
    if (!requests.has($id)) openSchema(specification.components.schemas[$id])
  }
  return specification
}

function completeOperation({ operationId = '', requestBody, responses }: Operation): void {
  const exported = operationId === 'exportDocuments' ? responses?.['200']?.content?.['application/x-ndjson'] : undefined
  if (exported !== undefined) exported.examples = structuredClone(exportExamples)
  if (requestBody === undefined) return
  if (optionalBodies.has(operationId)) requestBody.required = false
  const { 'application/json': json, 'application/x-ndjson': ndjson } = requestBody.content
  const bodies = examples[operationId]
  if (json !== undefined && bodies !== undefined) json.examples = structuredClone(bodies)
  if (ndjson !== undefined) ndjson.examples = structuredClone(streamExamples)
}

/** Takes the promise that there are no other fields away, from a schema and all within. */
function openSchema(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return
  const object = schema as { additionalProperties?: unknown }
  if (object.additionalProperties === false) delete object.additionalProperties
  for (const inner of Object.values(object)) openSchema(inner)
}
