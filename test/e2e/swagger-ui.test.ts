import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { noBrowser, openBrowser } from '../helpers/browser.ts'
import { buildInto, ServiceProcess } from './service-process.ts'

const dist = buildInto(t.testdir())

/** One request that the page sent: the operation, the example chosen, the status and the body of the answer. */
interface Tried {
  readonly operation: string
  readonly example: string
  readonly status: number
  readonly body: string
}

async function startService(t: Test): Promise<string> {
  const directory = t.testdir()
  const service = new ServiceProcess([join(dist, 'main.js')], {
    DOPPEL_STORE: `file:${join(directory, 'store')}`,
    DOPPEL_BACKUP_DIRECTORY: join(directory, 'backups')
  })
  t.teardown(() => service.stop('SIGKILL'))
  return (await service.url()).replace(/\/$/, '')
}

/** Opens the page; what its console complains of is a failure. */
async function openDocs(t: Test, url: string): Promise<Page> {
  const page = await (await openBrowser(t)).newPage()
  page.on('console', message => message.type() === 'error' && t.fail(message.text()))
  page.on('pageerror', error => t.fail(error.message))
  page.on('request', request => t.ok(request.url().startsWith(url) || request.url().startsWith('data:'), request.url()))
  page.setDefaultTimeout(20_000)
  await page.goto(`${url}/docs`)
  await page.locator('.opblock').first().waitFor()
  return page
}

async function optionsOf(select: Locator): Promise<(string | undefined)[]> {
  if ((await select.count()) === 0) return [undefined]
  return select
    .first()
    .locator('option')
    .evaluateAll(options => options.map(option => (option as unknown as { readonly value: string }).value))
}

/** Chooses an option unless it is chosen. */
async function choose(select: Locator, option: string | undefined): Promise<void> {
  if (option === undefined || (await select.first().inputValue()) === option) return
  await select.first().selectOption(option)
}

/** Sends an operation once with each of its media types and each of its examples, as they are filled in. */
async function tryOperation(page: Page, block: Locator, fill: (name: string) => string): Promise<Tried[]> {
  const operation = ((await block.getAttribute('id')) as string).split('-').at(-1) as string
  await block.locator('.opblock-summary-control').click()
  await block.locator('.btn.execute').waitFor()
  for (const input of await block.locator('tr[data-param-in=path] input').all()) {
    if ((await input.inputValue()) === '') await input.fill(fill(operation))
  }
  const mediaTypes = block.locator('.opblock-section-request-body select[aria-label="Request content type"]')
  const examples = block.locator('.opblock-section-request-body .examples-select-element')
  const tried: Tried[] = []
  for (const mediaType of await optionsOf(mediaTypes)) {
    await choose(mediaTypes, mediaType)
    for (const example of await optionsOf(examples)) {
      await choose(examples, example)
      const answered = page.waitForResponse(response => !response.url().includes('/docs'))
      await block.locator('.btn.execute').click()
      const response = await answered
      const body = await response.text()
      tried.push({ operation, example: `${mediaType ?? ''} ${example ?? ''}`, status: response.status(), body })
    }
  }
  await block.locator('.opblock-summary-control').click()
  return tried
}

async function tryAll(t: Test, url: string, blocks = '.opblock'): Promise<Tried[]> {
  const page = await openDocs(t, url)
  const tried: Tried[] = []
  const clusterId = () =>
    JSON.parse(tried.find(({ operation }) => operation === 'listClusters')?.body ?? '').clusters[0].id
  for (const block of await page.locator(blocks).all()) tried.push(...(await tryOperation(page, block, clusterId)))
  return tried
}

t.test('every example that is filled in works as it stands, in order, on an empty service', noBrowser, async t => {
  const url = await startService(t)
  const specification = (await (await fetch(`${url}/openapi.json`)).json()) as {
    readonly paths: Record<string, Record<string, { readonly operationId: string }>>
  }
  const operations = Object.values(specification.paths).flatMap(path =>
    Object.values(path).map(({ operationId }) => operationId)
  )
  const tried = await tryAll(t, url)
  t.strictSame(new Set(tried.map(({ operation }) => operation)), new Set(operations), 'every operation was tried')
  for (const { operation, example, status, body } of tried) {
    t.ok(status >= 200 && status < 300, `${operation} ${example}: ${status} ${status < 300 ? '' : body}`)
  }
  const lines = tried.filter(({ example }) => /ndjson|articles/.test(example))
  t.strictSame(new Set(lines.map(({ operation }) => operation)), new Set(['importDocuments', 'checkDocument']))
  for (const { operation, body } of lines) t.match(body, /"summary":\{"lines":2,.*"failed":0\}/, operation)
})

t.test('no example that is filled in changes or deletes what a user has', noBrowser, async t => {
  const url = await startService(t)
  const send = async (method: string, path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' }
    const request = { method, ...(body !== undefined && { headers, body: JSON.stringify(body) }) }
    const answer = await fetch(`${url}/v1/collections${path}`, request)
    t.ok(answer.ok, `${method} ${path}`)
    return answer.text()
  }
  await send('PUT', '/mine', { threshold: 0.7 })
  for (const collection of ['default', 'mine']) {
    await send('POST', `/${collection}/documents`, {
      id: 'article-000',
      text: 'words that only this user has, and more of them'
    })
  }
  const state = async () => ({
    documents: [await send('GET', '/default/documents/article-000'), await send('GET', '/mine/documents/article-000')],
    settings: [await send('GET', '/default'), await send('GET', '/mine')].map(answer => ({
      ...JSON.parse(answer),
      counts: undefined
    }))
  })
  const before = await state()
  await tryAll(t, url, '.opblock:not(.opblock-get)')
  t.strictSame(await state(), before)
})
