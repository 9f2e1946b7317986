import { DocumentStream, type GeneratedDocument, type StreamSettings } from '../documents/document-stream.ts'
import { sentenceBase } from '../documents/sentences.ts'
import { importDocuments } from '../server/import-documents.ts'

// The process of a BulkImport: imports until it is told to stop, and says how much it was.
const [collection, settings] = process.argv.slice(2) as [string, string]
const stream = new DocumentStream(sentenceBase(), JSON.parse(settings) as StreamSettings)
let isWanted = true
let count = 0

await importDocuments(collection, stream.take(1000))
process.once('message', () => {
  isWanted = false
})
process.send!('started')
const begin = performance.now()
await importDocuments(collection, untilStopped())
process.send!({ documents: count, seconds: (performance.now() - begin) / 1000 })
process.disconnect()

function* untilStopped(): Generator<GeneratedDocument, void, void> {
  for (; isWanted; count++) yield stream.next()
}
