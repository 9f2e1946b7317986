import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentStream } from '../documents/document-stream.ts'
import { importDocuments } from '../server/import-documents.ts'
import { ask } from '../server/requests.ts'
import { dataDirectoryOf, runCommand, ServerProcess, type ServerSettings } from '../server/server-process.ts'

/** A start on a filled store. */
export interface Restart {
  /** What went before. */
  readonly after: string
  /** From the start of the process to its first 200 for /readyz. */
  readonly seconds: number
  /** Documents that it had then. */
  readonly documents: number
}

/** A verification of the data directory by the command line. */
export interface VerifyTime {
  /** Without computing contents and matches from the texts again. */
  readonly isQuick: boolean
  readonly seconds: number
  /** What it prints. */
  readonly says: string
}

/** What a start did without: the snapshot, where the data directory has one. */
export const snapshotFile = 'index.snapshot'

/** What is measured, and at which size. */
export interface RestartOptions {
  readonly documents: number
  /** Also with the snapshot damaged and removed. */
  readonly damage: boolean
  /** Also how long a verification takes. */
  readonly verify: boolean
}

/** Fills a store, and starts a server on it again after each way to end one. */
export async function measureRestarts(
  settings: ServerSettings,
  stream: DocumentStream,
  { documents, damage, verify }: RestartOptions
): Promise<{ readonly restarts: Restart[]; readonly skipped: string[]; readonly verified: VerifyTime[] }> {
  let server = await ServerProcess.start(settings)
  const restarts: Restart[] = []
  const skipped: string[] = []
  const verified: VerifyTime[] = []
  const again = async (after: string): Promise<void> => {
    server = await ServerProcess.start(settings)
    const stats = await ask<{ documents: number }>(`${server.url}/v1/collections/default/stats`)
    restarts.push({ after, seconds: server.startSeconds, documents: stats.documents })
  }
  try {
    await importDocuments(`${server.url}/v1/collections/default`, stream.take(documents))
    await server.stop('SIGTERM')
    await again('SIGTERM')
    await server.stop('SIGKILL')
    await again('kill -9')
    if (verify) {
      await server.stop('SIGTERM')
      verified.push(timeVerify(settings, true), timeVerify(settings, false))
    }
    for (const [change, apply] of damage ? Object.entries(damages) : []) {
      await server.stop('SIGTERM')
      const snapshot = join(server.dataDirectory, snapshotFile)
      if (!existsSync(snapshot)) {
        skipped.push(`There is no ${snapshotFile} in the data directory: no start with it ${change}.`)
        continue
      }
      apply(snapshot)
      await again(`SIGTERM, the snapshot ${change}`)
    }
  } finally {
    await server.stop('SIGKILL')
  }
  return { restarts, skipped, verified }
}

/** @throws unless the directory is whole */
function timeVerify(settings: ServerSettings, isQuick: boolean): VerifyTime {
  const begin = performance.now()
  const says = runCommand(settings, ['verify', ...(isQuick ? ['--quick'] : []), dataDirectoryOf(settings)])
  return { isQuick, seconds: (performance.now() - begin) / 1000, says: says.replace(/^.* is whole: /, '').trimEnd() }
}

const damages: Readonly<Record<string, (file: string) => void>> = {
  damaged: file => {
    const bytes = readFileSync(file)
    const middle = bytes.length >> 1
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
    writeFileSync(file, bytes)
  },
  removed: file => rmSync(file)
}
