import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { DoppelError } from './errors.ts'
import { ExtractionPool } from './extraction/extraction-pool.ts'
import { buildApp } from './http/app.ts'
import { listenOnAllOfLocalhost } from './http/connections/second-loopback.ts'
import { inlinePreparer } from './http/preparation/inline-preparer.ts'
import { WorkerPreparer } from './http/preparation/worker-preparer.ts'
import { DedupService } from './service/dedup-service.ts'
import { Readiness } from './service/readiness.ts'
import { type Backups, NoBackups } from './store/backups.ts'
import { EmbeddedStore } from './store/embedded/embedded-store.ts'
import type { Journal } from './store/embedded/journal.ts'
import { MemoryLimit } from './store/embedded/memory-limit.ts'
import { BackupDirectory } from './store/lmdb/backup-directory.ts'
import { LmdbJournal } from './store/lmdb/lmdb-journal.ts'
import { MemoryJournal } from './store/memory/memory-journal.ts'
import { version } from './version.ts'

/** A service with everything it consists of. Its life: listen, open, close. */
export interface ComposedService {
  /**
   * Starts to answer, so that its state can be asked for while the store loads.
   *
   * @returns its address, with the port that was taken
   */
  listen(): Promise<string>
  /**
   * Opens the store and makes the service ready.
   *
   * @returns whether it became ready; it does not when it is closed meanwhile
   */
  open(): Promise<boolean>
  /** Refuses new requests, lets those under way end, and closes the store. Also breaks off an opening. */
  close(): Promise<void>
  /** Whether a thread would hold up the end of the process. */
  readonly isBusy: boolean
}

/** How long threads may take to end once all else has, in milliseconds. */
const lastPatienceMs = 500

/** The only place that chooses: which store, and what is made of which settings. */
export async function compose(config: Config, logger: Logger): Promise<ComposedService> {
  const readiness = new Readiness()
  const { journal, backups } = storageFor(config)
  const store = new EmbeddedStore(journal, Date.now, {
    memory: new MemoryLimit(config.memoryLimitBytes),
    collectionLimit: config.collectionLimit,
    notice: message => logger.warn(message)
  })
  const extractor = new ExtractionPool(config.html)
  const service = new DedupService(store, backups, extractor)
  const preparer =
    config.threads === 0
      ? inlinePreparer
      : new WorkerPreparer({ threads: config.threads, timeoutMs: config.preparationTimeoutMs })
  const app = await buildApp({ service, readiness, config, preparer, logger, version })
  let opening: Promise<void> | undefined

  return {
    async listen() {
      const url = await app.listen({ host: config.host, port: config.port })
      if (config.host.toLowerCase() === 'localhost') await listenOnAllOfLocalhost(app)
      return url
    },
    async open() {
      opening = store.open(share => {
        if (readiness.status === 'closing') throw new Error('the service is closing')
        readiness.loading(share)
      })
      try {
        await opening
      } catch (error) {
        if (readiness.status !== 'closing') throw error
      }
      if (readiness.status === 'closing') return false
      readiness.ready()
      return true
    },
    async close() {
      readiness.closing()
      // Before the application, which waits for every page that was read; what is left of the time is for their results.
      const patienceMs = Math.ceil(config.shutdownTimeoutMs / 2)
      const extractorClosed = extractor.close(patienceMs)
      const giveUp = setTimeout(() => preparer.close(), patienceMs)
      await app.close()
      clearTimeout(giveUp)
      const threadsEnded = Promise.all([preparer.close(), extractorClosed])
      await opening?.catch(() => {})
      await store.close()
      await Promise.race([threadsEnded, pause(lastPatienceMs, undefined, { ref: false })])
    },
    get isBusy() {
      return extractor.isBusy || (preparer instanceof WorkerPreparer && preparer.isBusy)
    }
  }
}

function storageFor({ store, backupDirectory }: Config): { journal: Journal; backups: Backups } {
  if (store.kind === 'memory') {
    const reason = 'the store is "memory:", which keeps nothing; a backup needs DOPPEL_STORE=file:DIRECTORY'
    return { journal: new MemoryJournal(), backups: new NoBackups(new DoppelError('NOT_SUPPORTED', reason)) }
  }
  const journal = new LmdbJournal(store.directory)
  if (backupDirectory === undefined) {
    const reason =
      'set DOPPEL_BACKUP_DIRECTORY to the directory that backups shall be made in, and start the service again'
    return { journal, backups: new NoBackups(new DoppelError('BACKUP_OFF', reason)) }
  }
  return { journal, backups: new BackupDirectory(journal, backupDirectory) }
}
