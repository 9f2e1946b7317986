import { readdirSync, readFileSync } from 'node:fs'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { type Command, jsonOption } from './command.ts'
import { type DemoCluster, type DemoDocument, expectationFailures, reportOf } from './demo-report.ts'
import { answered, collectionOption, type Service, serviceOf, serviceOptions } from './service.ts'

const samples = new URL('../../samples/', import.meta.url)

/** Shows the service at work on the sample articles, over HTTP. */
export const demo: Command = {
  summary: 'post four sample articles to a service and print what it finds',
  options: {
    ...serviceOptions,
    url: { ...serviceOptions.url, help: 'a running service; without it a temporary one is started' },
    collection: { ...collectionOption, help: 'the collection to use, "demo" by default; it is kept' },
    json: jsonOption
  },
  examples: [
    { call: 'doppel demo', does: 'starts a service in memory for the time of the demo' },
    { call: 'doppel demo --url http://127.0.0.1:3000', does: 'uses a running one' }
  ],
  statuses: { 1: 'the clusters are not those expected, or something failed' },
  async run(values, { out, err }) {
    const temporary = values.url === undefined ? await temporaryService() : undefined
    try {
      const service = await serviceOf({ collection: 'demo', ...values, ...(temporary && { url: temporary.url }) })
      const found = await postSamples(service)
      const base = `${service.url.replace(/\/$/, '')}/v1/collections/${service.collection.name}/`
      out.write(values.json === true ? `${JSON.stringify(found)}\n` : reportOf(base, found.documents, found.clusters))
      const failures = expectationFailures(found.documents, found.clusters)
      for (const failure of failures) err.write(`doppel: ${failure}\n`)
      return failures.length === 0 ? 0 : 1
    } finally {
      await temporary?.close()
    }
  }
}

async function temporaryService(): Promise<{ url: string; close: () => Promise<void> }> {
  const { compose } = await import('../composition.ts')
  const config = { ...readConfig({}), store: { kind: 'memory' }, port: 0 } as const
  const service = await compose(config, pino({ level: 'silent' }))
  const url = await service.listen()
  await service.open()
  return { url, close: () => service.close() }
}

async function postSamples(service: Service): Promise<{ documents: DemoDocument[]; clusters: DemoCluster[] }> {
  return answered(service, async () => {
    await service.collection.put()
    const documents: DemoDocument[] = []
    const names = readdirSync(samples).filter(file => file.endsWith('.txt'))
    for (const name of names.sort()) {
      const text = readFileSync(new URL(name, samples), 'utf8')
      documents.push(await service.collection.ingest({ id: name.slice(0, 3), title: name, text }))
    }
    const { clusters } = await service.collection.listClusters({ minSize: 1, limit: 100 })
    return { documents, clusters: [...clusters] }
  })
}
