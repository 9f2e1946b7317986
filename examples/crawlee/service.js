// A doppel service for the test, in memory and on a free port.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('node_modules/.bin/doppel', import.meta.url))

/** Starts it; resolves once it is ready. */
export async function startService() {
  const { PATH } = process.env
  const child = spawn(command, ['serve'], {
    env: { PATH, PORT: '0', DOPPEL_STORE: 'memory:' },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let log = ''
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    log += chunk
    const ready = log.match(/"url":"([^"]+)".*"msg":"ready"/)
    if (ready) {
      child.stdout.resume()
      return { url: ready[1], stop: () => child.kill() }
    }
  }
  throw new Error(`the service ended: ${log}`)
}
