// The processes of the test, each in a folder and on a port of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

/** Starts a process; `end` sends a signal and waits until it is gone. */
export function start(command, args, environment = {}) {
  const { PATH } = process.env
  const child = spawn(command, args, {
    cwd: here,
    env: { PATH, ...environment },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  const ended = once(child, 'exit')
  return {
    end: async signal => {
      child.kill(signal)
      return ended
    }
  }
}

export const startRedis = (port, folder) =>
  start('redis-server', [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no'
  ])

export const startDoppel = (port, folder, environment = {}) =>
  start(join(here, 'node_modules/.bin/doppel'), ['serve'], {
    PORT: String(port),
    DOPPEL_STORE: `file:${join(folder, 'data')}`,
    LOG_LEVEL: 'error',
    ...environment
  })

export const startWorker = (redisPort, doppelPort) =>
  start(process.execPath, ['main.js'], {
    REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    DOPPEL_URL: `http://127.0.0.1:${doppelPort}`,
    RECLAIM_AFTER_MS: '1000'
  })
