// Starts the service as a newcomer would, on a free port and with an empty store: it must become
// ready, take a document, and stop by itself on SIGTERM.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

const port = await freePort()
const base = `http://127.0.0.1:${port}`
const store = mkdtempSync(join(tmpdir(), 'doppel-smoke-'))
const npm = spawn('npm', ['start'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), DOPPEL_STORE: `file:${join(store, 'data')}` },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true
})
npm.stdout.pipe(process.stdout)
// The pipe closes when the last process that holds it, the server, has ended.
const ended = once(npm, 'close').then(() => true)

async function ready() {
  while (true) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await delay(100)
  }
}

function fail(reason) {
  throw new Error(reason)
}

try {
  const timeout = seconds => delay(seconds * 1000, undefined, { ref: false })
  await Promise.race([
    ready(),
    ended.then(() => fail('npm start ended')),
    timeout(120).then(() => fail('not ready within 120 s'))
  ])
  const answer = await fetch(`${base}/v1/collections/default/documents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'smoke', text: 'The quick brown fox jumps over the lazy dog.' })
  })
  console.log(`POST ${answer.status} ${await answer.text()}`)
  if (!answer.ok) fail('the document was refused')

  npm.kill('SIGTERM')
  if (!(await Promise.race([ended, timeout(20)]))) fail('still running 20 s after SIGTERM')
  console.log('stopped')
} finally {
  try {
    process.kill(-npm.pid, 'SIGKILL')
  } catch {} // Nothing of it was left.
  rmSync(store, { recursive: true, force: true })
}
