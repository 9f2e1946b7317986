import { readdirSync, readFileSync } from 'node:fs'
import {
  ClustersApi,
  CollectionsApi,
  Configuration,
  DocumentsApi,
  ProblemFromJSON,
  type ResponseError
} from './client/index.ts'

const [url, samples, collection] = process.argv.slice(2) as [string, string, string]
const configuration = new Configuration({ basePath: url })
const collections = new CollectionsApi(configuration)
const documents = new DocumentsApi(configuration)
const files = readdirSync(samples)
  .filter(name => name.endsWith('.txt'))
  .sort()
const articles = files.map(name => ({ id: name.slice(0, 3), text: readFileSync(`${samples}/${name}`, 'utf8') }))

await collections.putCollection({ collection, collectionSettings: { signature: { seed: 4294967295 } } })
for (const document of articles) {
  const { id, verdict, matches } = await documents.ingestDocument({ collection, document })
  console.log(id, verdict, ...matches.map(match => `${match.id} ${match.similarity}`))
}
const { clusters } = await new ClustersApi(configuration).listClusters({ collection, minSize: 1 })
for (const { representative, size } of clusters) console.log('cluster', representative, size)
console.log('seed', (await collections.getCollection({ collection })).signature.seed)

const lines = new Blob(articles.map(article => `${JSON.stringify(article)}\n`))
const results = (await (await documents.importDocuments({ collection, body: lines })).text()).trim().split('\n')
console.log('imported', JSON.parse(results.at(-1) as string).summary.unchanged, 'unchanged')
try {
  await documents.getDocument({ collection, id: 'https://example.com/none' })
} catch (error) {
  console.log('missing', ProblemFromJSON(await (error as ResponseError).response.json()).code)
}
