import {
  checkExamples,
  compareExamples,
  documentExamples,
  exampleCollection,
  exampleIds,
  exportExamples,
  patchExamples,
  putExamples,
  settingsExamples,
  streamExamples
} from './schemas/examples.ts'
import { type Operation, operationsOf, type Specification } from './specification-types.ts'

/** Bodies to try, by operation. */
const bodies: Readonly<Record<string, object>> = {
  checkDocument: checkExamples,
  compareDocuments: compareExamples,
  ingestDocument: documentExamples,
  patchCollection: patchExamples,
  putCollection: settingsExamples,
  putDocument: putExamples,
  putDocumentByQuery: putExamples
}

/**
 * Operations that change or delete a whole collection: their examples name one that is there to be tried
 * on, never one that a reader may use.
 */
const onExampleCollection: ReadonlySet<string> = new Set(['deleteCollection', 'patchCollection', 'putCollection'])

/** Adds what a reader may send as it stands: bodies, and names in paths. */
export function addExamples(specification: Specification): void {
  for (const operation of operationsOf(specification)) {
    addBodies(operation)
    addParameters(operation)
  }
}

function addBodies({ operationId = '', requestBody, responses }: Operation): void {
  const exported = operationId === 'exportDocuments' ? responses['200']?.content?.['application/x-ndjson'] : undefined
  if (exported !== undefined) exported.examples = structuredClone(exportExamples)
  const { 'application/json': json, 'application/x-ndjson': lines } = requestBody?.content ?? {}
  const examples = bodies[operationId]
  if (json !== undefined && examples !== undefined) json.examples = structuredClone(examples)
  if (lines !== undefined) lines.examples = structuredClone(streamExamples)
}

function addParameters({ operationId = '', parameters = [] }: Operation): void {
  for (const parameter of parameters) {
    if (parameter.name === 'collection') {
      parameter.example = onExampleCollection.has(operationId) ? exampleCollection : 'default'
    }
    if (parameter.name === 'id' && !['getCluster', 'listDocuments'].includes(operationId)) {
      parameter.example = exampleIds[0]
    }
  }
}
