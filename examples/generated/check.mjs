// Generates a client with each generator from openapi.yaml, builds a program with it, and lets it send the four
// sample articles to a service. Needs the built service, python3, go, and a JDK with Maven.
//
//   node examples/generated/check.mjs [GENERATOR ...]
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { generators } from './generators.mjs'

const here = import.meta.dirname
const root = join(here, '../..')
const work = join(here, '.work')
const samples = join(root, 'samples')
const oapiCodegen = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2'
const path = [join(work, 'venv/bin'), join(work, 'bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(
  delimiter
)

/** Runs a command to its end. @returns what it printed */
function run([command, ...args], cwd) {
  const env = { ...process.env, PATH: path, GOBIN: join(work, 'bin'), GOFLAGS: '-mod=mod' }
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`, { cause: error })
}

function prepareTools() {
  mkdirSync(work, { recursive: true })
  run(['python3', '-m', 'venv', 'venv'], work)
  run(
    ['python', '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', join(here, 'requirements.txt')],
    work
  )
  run(['go', 'install', oapiCodegen], work)
}

/** Starts the service in memory on a free port. @returns its address, and how to end it */
async function startService() {
  const env = { PATH: process.env.PATH, PORT: '0', DOPPEL_STORE: 'memory:' }
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line)
    if (url !== undefined) return { url, end: () => child.kill() }
  }
  throw new Error('the service ended before it listened')
}

/** What each program must print: the service's own answers are the measure. */
async function expectedOutput(url, collection) {
  const sides = { left: { id: '000' }, right: { id: '001' } }
  const answer = await fetch(`${url}/v1/collections/${collection}/compare`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sides)
  })
  const { similarity } = await answer.json()
  return [
    '000 unique',
    `001 near-duplicate 000 ${similarity}`,
    '002 unique',
    '003 unique',
    'cluster 000 2',
    'cluster 002 1',
    'cluster 003 1',
    'seed 4294967295',
    'imported 4 unchanged',
    'missing DOCUMENT_NOT_FOUND'
  ]
}

async function check(name, url) {
  const folder = join(work, name)
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(here, name), folder, { recursive: true })
  cpSync(join(root, 'openapi.yaml'), join(folder, 'openapi.yaml'))
  const { build, run: program } = generators[name]
  for (const command of build) run(command, folder)
  const output = run([...program, url, samples, name], folder)
  assert.deepEqual(output.trim().split('\n'), await expectedOutput(url, name), name)
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(generators)
prepareTools()
const service = await startService()
try {
  for (const name of names) {
    await check(name, service.url)
    console.log(`${name}: the program of the generated client works`)
  }
} finally {
  service.end()
}
