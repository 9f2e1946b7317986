import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const root = fileURLToPath(new URL('../../', import.meta.url))
const tsc = join(root, 'node_modules/typescript/bin/tsc')

/** The package as a project has it that installed it: what is published of the client, and nothing else. */
function install(project: string): void {
  const folder = join(project, 'node_modules/doppel')
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  const out = ['--outDir', join(folder, 'dist/client'), '--rootDir', join(root, 'src/client')]
  const options = ['-p', 'tsconfig.client.json', ...out, '--emitDeclarationOnly', 'false', '--noCheck']
  const run = spawnSync(process.execPath, [tsc, ...options], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stdout)
}

const use = `
import { DoppelClient, type Document, dedup, type Ingested } from 'doppel/client'

const client = new DoppelClient({ url: 'http://127.0.0.1:3000', apiKey: undefined })
const documents: Document[] = [{ id: 'a', text: 'b', title: undefined }]
export const kept: AsyncIterable<Document> = dedup(documents, client)
export const mapped: AsyncIterable<{ page: number }> = dedup([{ page: 1 }], client, {
  document: ({ page }) => ({ id: String(page), text: '' })
})
// @ts-expect-error what is no document needs one
dedup([{ page: 1 }], client)
// @ts-expect-error there is no such field
export const ingested: Promise<Ingested> = client.collection().ingest({ id: 'a', texxt: 'b' })
`

t.test('a project that installed it compiles and imports it', async t => {
  const project = t.testdir({ 'use.ts': use, 'package.json': '{ "type": "module" }' })
  install(project)
  // Without the project's own types of Node.js: those of the browser do as well.
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.asynciterable'],
    types: []
  }
  const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, ...strict } }))
  const compiled = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' })
  t.equal(compiled.stdout, '')
  t.equal(compiled.status, 0)

  const script = "console.log(Object.keys(await import('doppel/client')).join())"
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: project, encoding: 'utf8' })
  t.equal(
    run.stdout.trim(),
    'DoppelClient,DoppelCollection,DoppelConnectionError,DoppelProblem,dedup,isTemporary,tagged',
    run.stderr
  )
})
