import { readFileSync } from 'node:fs'
import t from 'tap'
import { errorsPage } from '../../src/http/errors-page.ts'
import { namedSchemas } from '../../src/http/named-schemas.ts'
import { openApiYaml } from '../../src/http/openapi.ts'
import { problemTypes } from '../../src/http/problem-types.ts'
import { schemaCheck } from '../../src/http/schema-check.ts'
import { ExportedDocument } from '../../src/http/schemas/documents.ts'
import { reference } from '../../src/http/schemas/reference.ts'
import { buildTestApp } from '../helpers/build-app.ts'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly security?: readonly object[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: object }[]
  readonly requestBody?: { readonly required: boolean; readonly content: Record<string, Media> }
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, Media> }>
}

interface Media {
  readonly schema: { readonly $ref?: string }
  readonly examples?: Record<string, { readonly value: unknown }>
}

const { app } = await buildTestApp(t)
const specification = (await app.inject('/openapi.json')).json()
const operations = new Map<string, Operation>(
  Object.entries<Record<string, Operation>>(specification.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const)
  )
)

t.test('the specification has every route of the contract and no other', async t => {
  const collection = '/v1/collections/{collection}'
  t.strictSame([...operations.keys()].sort(), [
    `DELETE ${collection}`,
    `DELETE ${collection}/documents`,
    `DELETE ${collection}/documents/{id}`,
    'GET /healthz',
    'GET /metrics',
    'GET /openapi.json',
    'GET /openapi.yaml',
    'GET /readyz',
    'GET /v1/collections',
    `GET ${collection}`,
    `GET ${collection}/clusters`,
    `GET ${collection}/clusters/{id}`,
    `GET ${collection}/documents`,
    `GET ${collection}/documents/{id}`,
    `GET ${collection}/documents/{id}/matches`,
    `GET ${collection}/export`,
    `GET ${collection}/matches`,
    `GET ${collection}/stats`,
    `PATCH ${collection}`,
    'POST /v1/admin/backup',
    `POST ${collection}/check`,
    `POST ${collection}/compare`,
    `POST ${collection}/documents`,
    `POST ${collection}/import`,
    `PUT ${collection}`,
    `PUT ${collection}/documents`,
    `PUT ${collection}/documents/{id}`
  ])
})

t.test('every operation is described', async t => {
  for (const [name, { operationId, summary, description, tags, security }] of operations) {
    t.ok(operationId && summary && description && tags.length === 1, `${name} is described`)
    const isOpen = /healthz|readyz|openapi/.test(name)
    t.strictSame(security, isOpen ? [] : undefined, `${name} says whether it needs a key`)
  }
  const ids = new Set([...operations.values()].map(({ operationId }) => operationId))
  t.equal(ids.size, operations.size, 'ids of operations are unique')
})

t.test('every answer is described, failures as problems', async t => {
  const answers = [...operations].flatMap(([name, { responses }]) =>
    Object.entries(responses).map(([status, response]) => [`${name} ${status}`, Number(status), response] as const)
  )
  for (const [name, status, { description, content }] of answers) {
    t.ok(description && description !== 'Default Response', `${name} is described`)
    if (status >= 400) t.strictSame(Object.keys(content ?? {}), ['application/problem+json'], `${name} is a problem`)
  }
  for (const [name, { requestBody, responses }] of operations) {
    const isWithin = name.includes('{collection}/')
    const expected = ['401', '422', '429', '500', '503', ...(isWithin ? ['404'] : [])]
    if (requestBody !== undefined) expected.push('400', '408', '413', '415')
    for (const status of expected) t.ok(responses[status], `${name} ${status}`)
  }
})

t.test('bodies have examples that are valid and near-duplicates of each other', async t => {
  const examplesOf = (name: string) => {
    const media = operations.get(`POST /v1/collections/{collection}/${name}`)?.requestBody?.content['application/json']
    return Object.values(media?.examples ?? {}).map(({ value }) => value as object)
  }
  for (const [name, { requestBody }] of operations) {
    const media = requestBody?.content['application/json']
    if (media?.examples === undefined) continue
    const schema = namedSchemas.find(({ $id }) => media.schema.$ref?.endsWith(`/${$id}`))
    t.ok(schema, `the body of ${name} has a name`)
    const check = schemaCheck(reference(schema!), namedSchemas)
    for (const [key, { value }] of Object.entries(media.examples)) t.strictSame(check(value), [], `${name} ${key}`)
  }
  t.equal(operations.get('PUT /v1/collections/{collection}')?.requestBody?.required, false)

  const post = (name: string, payload: object) =>
    app.inject({ method: 'POST', url: `/v1/collections/default/${name}`, payload })
  const [first, second] = examplesOf('documents')
  t.match((await post('documents', first!)).json(), { id: 'example-000', verdict: 'unique' })
  const [seen] = examplesOf('check')
  t.match((await post('check', seen!)).json(), { verdict: 'near-duplicate', matches: [{ id: 'example-000' }] })
  const near = (await post('documents', second!)).json()
  t.match(near, { id: 'example-001', verdict: 'near-duplicate', matches: [{ id: 'example-000' }] })
  t.equal(near.matches[0].similarity.toFixed(3), '0.749')
  for (const sides of examplesOf('compare')) {
    t.equal((await post('compare', sides)).json().similarity, near.matches[0].similarity)
  }
})

t.test('the example of a stream can be imported as it stands', async t => {
  for (const name of ['import', 'check']) {
    const content = operations.get(`POST /v1/collections/{collection}/${name}`)?.requestBody?.content
    const payload = content?.['application/x-ndjson']?.examples?.articles?.value as string
    await app.inject({ method: 'PUT', url: '/v1/collections/streamed' })
    const headers = { 'content-type': 'application/x-ndjson' }
    const answer = await app.inject({ method: 'POST', url: `/v1/collections/streamed/${name}`, payload, headers })
    const lines = answer.body.trimEnd().split('\n')
    t.equal(lines.length, 3, name)
    t.match(JSON.parse(lines[2]!), { summary: { lines: 2, failed: 0 } })
  }
})

t.test('the example of an export is made of lines as they are', async t => {
  const content = operations.get('GET /v1/collections/{collection}/export')?.responses['200']?.content
  const value = content?.['application/x-ndjson']?.examples?.articles?.value as string
  const lines = value.trimEnd().split('\n')
  t.equal(lines.length, 2)
  const check = schemaCheck(reference(ExportedDocument), namedSchemas)
  for (const line of lines) t.strictSame(check(JSON.parse(line)), [])
  const exported = (await app.inject('/v1/collections/default/export')).body.trimEnd().split('\n')
  const scores = (line: string) => [JSON.parse(line).id, JSON.parse(line).similarity]
  t.strictSame(lines.map(scores), exported.map(scores), 'with the similarity of the examples of documents')
})

t.test('the examples are the texts of the samples', async t => {
  const content = operations.get('POST /v1/collections/{collection}/documents')?.requestBody?.content
  const examples = content?.['application/json']?.examples ?? {}
  for (const [name, file] of [
    ['article000', '000_3a3ddb67721fd00a.txt'],
    ['article001', '001_94341fb9da5aa982.txt']
  ] as const) {
    const text = readFileSync(new URL(`../../samples/${file}`, import.meta.url), 'utf8')
    t.equal((examples[name]!.value as { text: string }).text, text)
  }
})

t.test('answers may get further fields later, requests may not', async t => {
  const schemas: Record<string, object> = specification.components.schemas
  for (const [name, schema] of Object.entries(schemas)) {
    const isRequest =
      /^(BackupRequest|ClientSignature|CollectionPatch|CollectionSettings|CompareRequest|CompareSide|Document|ShingleSettings|SignatureSettings)$/.test(
        name
      )
    t.equal(JSON.stringify(schema).includes('"additionalProperties":false'), isRequest, name)
  }
})

t.test('the YAML is the same each time, names no host, and is what the service serves', async t => {
  const yaml = await openApiYaml('0.0.0-test')
  t.equal(yaml, await openApiYaml('0.0.0-test'))
  t.equal((await app.inject('/openapi.yaml')).body, yaml)
  t.notMatch(yaml, /localhost|127\.0\.0\.1|https?:\/\/(?!example\.com)|\*a\d/)
  const shown = (await app.inject('/docs/json')).json()
  t.strictSame(Object.keys(shown.paths), Object.keys(specification.paths), 'the page shows all of it')
  t.strictSame(shown.components, specification.components)
})

t.test('the page of errors describes every problem, where its type points', async t => {
  const page = (await app.inject('/docs/problems')).body
  t.equal(page, errorsPage())
  const kept = readFileSync(new URL('../../docs/reference/errors.md', import.meta.url), 'utf8')
  t.equal(kept, page, 'docs/reference/errors.md is current; scripts/docs-from-problems.ts writes it')
  for (const code of Object.keys(problemTypes)) {
    t.ok(page.includes(`\n<a id="${code.toLowerCase().replaceAll('_', '-')}"></a>\n\n## ${code}\n`), code)
  }
})

t.test('the documentation works offline and under the security headers', async t => {
  const redirect = await app.inject('/')
  t.equal(redirect.statusCode, 302)
  t.equal(redirect.headers.location, '/docs')
  const page = await app.inject('/docs')
  t.equal(page.statusCode, 200)
  const policy = String(page.headers['content-security-policy'])
  t.match(policy, "script-src 'self';")
  t.notMatch(policy, /upgrade-insecure-requests|https:/)
  t.notMatch(page.body, /<script(?![^>]* src=)[^>]*>|https?:\/\//, 'no inline script, nothing from elsewhere')
  const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(match => match[1] as string)
  t.ok(assets.length >= 5)
  for (const url of assets) t.equal((await app.inject(url)).statusCode, 200, url)
  const initializer = await app.inject('/docs/static/swagger-initializer.js')
  t.match(initializer.body, '"validatorUrl":null')
  t.match(initializer.body, '"tryItOutEnabled":true')
})

/** A schema of the specification, and where it stands. */
interface Placed {
  readonly path: string
  readonly schema: Readonly<Record<string, unknown>> & { readonly enum?: unknown[]; readonly maximum?: number }
}

/** Every object of the specification that may be a schema. */
function schemasIn(value: unknown, path = ''): Placed[] {
  if (typeof value !== 'object' || value === null || /\/(examples?|enum|default)$/.test(path)) return []
  const inner = Object.entries(value).flatMap(([key, one]) => schemasIn(one, `${path}/${key}`))
  return [{ path, schema: value as Placed['schema'] }, ...inner]
}

t.test('numbers say how wide they are, and what is only ever true is a boolean', async t => {
  for (const { path, schema } of schemasIn(specification)) {
    const types = [schema.type].flat()
    if (types.includes('number')) t.equal(schema.format, 'double', path)
    const isNarrow = schema.enum !== undefined || (schema.maximum ?? 2 ** 53) < 2 ** 31
    if (types.includes('integer')) t.equal(schema.format, isNarrow ? 'int32' : 'int64', path)
    if (types.includes('boolean')) t.notOk('enum' in schema, path)
  }
})

t.test('every object and every enumeration has a name', async t => {
  for (const { path, schema } of schemasIn(specification)) {
    const isNamed = /^\/components\/schemas\/\w+$/.test(path)
    const needsName = (schema.type === 'object' && typeof schema.properties === 'object') || Array.isArray(schema.enum)
    if (needsName && !/\/(status|securitySchemes\/key)$/.test(path)) t.ok(isNamed, path)
  }
})

t.test('operations have what generators need', async t => {
  for (const [name, { responses, parameters = [], requestBody }] of operations) {
    t.match(responses.default, { content: { 'application/problem+json': {} } }, `${name} has a default answer`)
    for (const parameter of parameters) {
      if (parameter.in === 'path') t.notOk('default' in parameter.schema, `${name} ${parameter.name}`)
    }
    const lines = requestBody?.content['application/x-ndjson']
    if (lines !== undefined) t.match(lines.schema, { type: 'string', format: 'binary' }, name)
  }
})
