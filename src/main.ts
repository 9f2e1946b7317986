/** The process: reads its settings, listens, loads the store, and ends on a signal. `doppel serve` loads this module too. */
import closeWithGrace from 'close-with-grace'
import { compose } from './composition.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openLog } from './logging.ts'
import { endByForceAfter } from './watchdog.ts'

/**
 * Faults of native code. A handler in JavaScript would return to the very instruction that
 * failed, for ever: the process must die of them, as it does without one.
 */
const faults: closeWithGrace.AllEvents[] = ['SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGSEGV', 'SIGTRAP']

/** How much later than its own end the process is ended by force, in milliseconds. */
const forceMs = 500

function settings(): Config {
  try {
    return readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`doppel: ${error.message}\n`)
    process.exit(1)
  }
}

const config = settings()
const { logger, end: endLog } = openLog(config.logLevel)
const service = await compose(config, logger)

// An end in order waits for all threads, and one that is in the middle of something may take any time.
process.once('exit', () => {
  if (service.isBusy) process.kill(process.pid, 'SIGKILL')
})

async function stop(reason: { readonly signal?: NodeJS.Signals; readonly err?: Error }): Promise<void> {
  endByForceAfter(config.shutdownTimeoutMs + forceMs)
  if (reason.err === undefined) logger.info(reason, 'stopping')
  else logger.fatal(reason, 'stopping because of a defect')
  try {
    await service.close()
    logger.info('stopped')
  } catch (err) {
    logger.fatal({ err }, 'could not stop in order')
    throw err
  } finally {
    await endLog()
  }
}

async function start(): Promise<void> {
  const startedAt = performance.now()
  const url = await service.listen()
  if (process.stdout.isTTY) process.stdout.write(`doppel listens on ${url} (try ${url}/docs; Ctrl-C ends it)\n`)
  // Should a damaged store end the process by a signal, this is the last line of the log.
  logger.info({ store: config.store }, 'opening the store')
  const isReady = await service.open()
  if (isReady) logger.info({ url, durationMs: Math.round(performance.now() - startedAt) }, 'ready')
}

const endAtOnce = (reason: object) => logger.fatal(reason, 'ended before all requests were answered')
closeWithGrace(
  {
    delay: config.shutdownTimeoutMs,
    skip: faults,
    logger: false,
    onSecondSignal: signal => endAtOnce({ signal }),
    onSecondError: err => endAtOnce({ err }),
    onTimeout: shutdownTimeoutMs => endAtOnce({ shutdownTimeoutMs })
  },
  stop
)

try {
  await start()
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException
  logger.fatal({ reason: message, code }, 'cannot start')
  if (process.stderr.isTTY) process.stderr.write(`doppel cannot start: ${message}\n`)
  await endLog()
  process.exit(1)
}
