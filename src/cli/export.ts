import { once } from 'node:events'
import type { DoppelCollection } from '../client/doppel-collection.ts'
import { checkJsonName, extensionOf } from '../dedup/outputs/output-names.ts'
import { RunError } from '../dedup/run-error.ts'
import { type Command, CommandError, jsonOption } from './command.ts'
import { counted } from './data-directory.ts'
import { forceOption, inChunks, requireNew, writeWhole } from './new-file.ts'
import { stringValue } from './option-values.ts'
import { progressLine } from './progress.ts'
import { answered, collectionOption, serviceOf, serviceOptions } from './service.ts'

/** Writes all documents of a collection, with their clusters. */
export const exportCommand: Command = {
  summary: 'write the documents of a service as JSON Lines, with the cluster of each',
  options: {
    ...serviceOptions,
    collection: collectionOption,
    representatives: { type: 'boolean', help: 'only one document a cluster: the deduplicated set' },
    out: {
      type: 'string',
      placeholder: 'FILE',
      help: 'a file, which is there only once it is whole; standard output by default',
      completes: 'files'
    },
    force: forceOption,
    json: { ...jsonOption, help: 'with --out, print what was written as JSON' }
  },
  examples: [
    { call: 'doppel export --out all.jsonl', does: 'writes all documents' },
    { call: 'doppel export --representatives --out unique.jsonl', does: 'writes the deduplicated set' },
    { call: 'doppel export | gzip > all.jsonl.gz', does: 'writes to standard output' }
  ],
  async run(values, { out, err }) {
    const path = stringValue(values, 'out')
    if (path === undefined && (values.json === true || values.force === true)) {
      throw new CommandError('--json and --force need --out: standard output has the documents', 2)
    }
    if (path !== undefined) {
      requireJsonLines(path)
      requireNew(path, values.force)
    }
    const service = await serviceOf(values)
    const progress = progressLine(err)
    let documents = 0
    const lines = linesOf(service.collection, values.representatives === true, () => {
      documents++
      progress.show(() => counted(documents, 'document'))
    })
    try {
      await answered(service, async () => {
        if (path !== undefined) return writeWhole(path, lines)
        for await (const chunk of inChunks(lines)) if (!out.write(chunk)) await once(out, 'drain')
      })
    } finally {
      progress.clear()
    }
    if (values.json === true) out.write(`${JSON.stringify({ file: path, documents })}\n`)
    else if (path !== undefined) out.write(`${path}: ${counted(documents, 'document')}\n`)
    return 0
  }
}

/** @throws CommandError with status 1 where the name of the output says that it is something else */
function requireJsonLines(path: string): void {
  if (/[.]gz$/i.test(path)) throw new CommandError(`${path}: nothing is compressed here; use doppel export | gzip`, 1)
  try {
    checkJsonName(path)
  } catch (error) {
    throw error instanceof RunError ? new CommandError(error.message, 1) : error
  }
  if (extensionOf(path) === 'json') throw new CommandError(`${path}: documents are written one a line; use .jsonl`, 1)
}

async function* linesOf(
  collection: DoppelCollection,
  representatives: boolean,
  onDocument: () => void
): AsyncGenerator<string, void, void> {
  for await (const document of collection.export({ representatives })) {
    onDocument()
    yield `${JSON.stringify(document)}\n`
  }
}
