import { readdirSync, readFileSync } from 'node:fs'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { type Command, CommandError } from './command.ts'
import { type DemoCluster, type DemoDocument, expectationFailures, reportOf } from './demo-report.ts'

const samples = new URL('../../samples/', import.meta.url)

/** Shows the service at work on the sample articles, over HTTP. */
export const demo: Command = {
  summary: 'post four sample articles to a service and print what it finds',
  options: {
    url: { type: 'string', placeholder: 'URL', help: 'a running service; without it a temporary one is started' },
    key: { type: 'string', placeholder: 'KEY', help: 'the API key of that service, if it asks for one' },
    collection: { type: 'string', placeholder: 'NAME', help: 'the collection to use, "demo" by default; it is kept' }
  },
  async run({ url, key, collection = 'demo' }, { out, err }) {
    const service = typeof url === 'string' ? { url, close: async () => {} } : await temporaryService()
    try {
      const base = new URL(`v1/collections/${encodeURIComponent(String(collection))}/`, withSlash(service.url))
      const { documents, clusters } = await postSamples(base, typeof key === 'string' ? key : undefined)
      out.write(reportOf(base.href, documents, clusters))
      const failures = expectationFailures(documents, clusters)
      for (const failure of failures) err.write(`doppel: ${failure}\n`)
      return failures.length === 0 ? 0 : 1
    } finally {
      await service.close()
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

async function postSamples(
  base: URL,
  key: string | undefined
): Promise<{ documents: DemoDocument[]; clusters: DemoCluster[] }> {
  const call = <Answer>(method: string, path: string, body?: unknown) =>
    request<Answer>(new URL(path, base), method, key, body)
  await call('PUT', '../'.concat(base.pathname.split('/').at(-2) as string), {})
  const documents: DemoDocument[] = []
  for (const name of readdirSync(samples)
    .filter(file => file.endsWith('.txt'))
    .sort()) {
    const text = readFileSync(new URL(name, samples), 'utf8')
    documents.push(await call<DemoDocument>('POST', 'documents', { id: name.slice(0, 3), title: name, text }))
  }
  const { clusters } = await call<{ clusters: DemoCluster[] }>('GET', 'clusters?minSize=1&limit=100')
  return { documents, clusters }
}

async function request<Answer>(url: URL, method: string, key: string | undefined, body: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { authorization: `Bearer ${key}` })
    },
    ...(body !== undefined && { body: JSON.stringify(body) })
  }).catch(error => {
    throw new CommandError(`cannot reach ${url.origin}: ${reasonOf(error)}`, 1)
  })
  const text = await response.text()
  if (!response.ok) throw new CommandError(`${method} ${url.pathname} answered ${response.status}: ${text}`, 1)
  return JSON.parse(text) as Answer
}

function reasonOf({ cause, message }: Error): string {
  return cause instanceof Error && cause.message !== ''
    ? cause.message
    : ((cause as NodeJS.ErrnoException)?.code ?? message)
}

function withSlash(url: string): string {
  if (!URL.canParse(url))
    throw new CommandError(`--url is ${JSON.stringify(url)}: it must be a URL such as http://127.0.0.1:3000`, 2)
  return url.endsWith('/') ? url : `${url}/`
}
