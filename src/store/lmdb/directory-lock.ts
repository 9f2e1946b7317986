import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DoppelError } from '../../errors.ts'
import { makeDirectory, privateDirectory } from '../../make-directory.ts'

/** How often two processes that start at once try again. */
const attempts = 5
/** Longest path of a socket that every system takes, in bytes. */
const maxSocketPathBytes = 100

/** Somebody else has the directory. */
export class DirectoryTaken extends DoppelError {}

/** The sole use of a directory. */
export interface DirectoryLock {
  release(): Promise<void>
}

/**
 * Takes a directory for this process alone.
 *
 * Every process that wants the directory listens on a socket of its own name in it, and
 * then connects to all others there. A socket whose process is gone refuses the connection,
 * whatever has become of its process id, so that neither kill -9 nor a reused
 * id leaves a lock behind, and containers that share the directory see each other.
 * Since everyone listens before looking, two can never both find themselves alone.
 *
 * @throws DirectoryTaken STORE_UNAVAILABLE, when another process has the directory
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  makeDirectory(directory, privateDirectory)
  if (process.platform === 'win32') return lockByPipe(directory)
  for (let attempt = 1; ; attempt++) {
    const lock = await tryLock(directory)
    if (lock !== undefined) return lock
    if (attempt === attempts) throw taken(directory)
    await setTimeout(50 + Math.random() * 100 * attempt)
  }
}

async function tryLock(directory: string): Promise<DirectoryLock | undefined> {
  const name = `${randomBytes(6).toString('hex')}.lock`
  const handle = openSync(directory, 'r')
  try {
    const server = await listen(socketPath(directory, handle, name))
    const release = async (): Promise<void> => {
      await new Promise(resolve => server.close(resolve))
      rmSync(join(directory, name), { force: true })
    }
    if (await isAlone(directory, handle, name)) return { release }
    await release()
    return undefined
  } finally {
    closeSync(handle)
  }
}

async function isAlone(directory: string, handle: number, own: string): Promise<boolean> {
  for (const name of readdirSync(directory)) {
    if (!name.endsWith('.lock') || name === own) continue
    if (await isAlive(socketPath(directory, handle, name))) return false
    // Its name is never used again, so nobody else's lock can be removed by mistake.
    rmSync(join(directory, name), { force: true })
  }
  return true
}

// The path of a socket must be short; a file descriptor stands for a long directory.
function socketPath(directory: string, handle: number, name: string): string {
  const paths = [join(directory, name), relative('.', join(directory, name)), `/proc/self/fd/${handle}/${name}`]
  return paths.find(path => Buffer.byteLength(path) <= maxSocketPathBytes) ?? join(directory, name)
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', cause =>
      reject(new DoppelError('STORE_UNAVAILABLE', `cannot lock the data directory: ${cause.message}`, { cause }))
    )
    server.listen(path, () => resolve(server.unref()))
  })
}

function isAlive(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT')
    })
  })
}

/** Windows has no sockets in directories; its named pipes have one owner and end with it. */
async function lockByPipe(directory: string): Promise<DirectoryLock> {
  const name = createHash('sha256').update(realpathSync(directory).toLowerCase()).digest('hex')
  const server = await listen(`\\\\.\\pipe\\doppel-${name}`).catch(() => {
    throw taken(directory)
  })
  return { release: () => new Promise(resolve => server.close(() => resolve())) }
}

function taken(directory: string): DoppelError {
  return new DirectoryTaken('STORE_UNAVAILABLE', `another process is using the data directory ${directory}`)
}
