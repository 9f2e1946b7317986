import { DocumentStream, type StreamSettings } from '../documents/document-stream.ts'
import { sentenceBase } from '../documents/sentences.ts'
import { ingestByEngine } from '../ingest/by-engine.ts'

// The process of a preparation: what it needs of memory is free again when the server starts.
const [directory, documents, settings] = process.argv.slice(2) as [string, string, string]
const stream = new DocumentStream(sentenceBase(), JSON.parse(settings) as StreamSettings)
await ingestByEngine(directory, stream, { documents: Number(documents), block: 100_000 }, {})
