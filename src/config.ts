import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { envSchema } from 'env-schema'
import { type Static, Type } from 'typebox'
import { AddressError, hostNamesIn, isLoopback, loopbackHosts, originsIn, proxiesIn } from './addresses.ts'
import { nearestName } from './nearest-name.ts'

/**
 * The settings, as the environment names them. `title` says what a value looks like where the
 * type does not; the reference page is made from this table (npm run docs).
 */
export const settings = Type.Object({
  HOST: Type.String({
    default: '127.0.0.1',
    title: 'an address or a host name',
    description:
      'Address to listen on. Without keys only a loopback address is allowed, unless `DOPPEL_INSECURE` is `true`.'
  }),
  PORT: Type.Integer({
    default: 3000,
    minimum: 0,
    maximum: 65_535,
    description: 'Port to listen on; 0 takes a free one, which the log names.'
  }),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    default: 'info',
    description: 'Least severe log line that is written. Logs are JSON lines on standard output.'
  }),
  DOPPEL_STORE: Type.String({
    default: 'file:./data',
    title: '`file:DIRECTORY` or `memory:`',
    description:
      'Where documents are kept: `file:` and a directory, which is created if need be and which one process at a time may use; or `memory:`, which forgets everything when the process ends.'
  }),
  DOPPEL_API_KEYS: Type.String({
    default: '',
    title: 'keys separated by commas',
    description:
      'Keys of which requests must carry one, as `Authorization: Bearer KEY`. None: the service is open. A key is made of letters, digits and `-._~+/`, and may end in `=`.'
  }),
  DOPPEL_INSECURE: Type.Boolean({
    default: false,
    description: 'Whether the service may listen on an address that is not loopback although no keys are set.'
  }),
  DOPPEL_RATE_LIMIT: Type.String({
    default: 'off',
    title: '`off` or an integer from 1',
    pattern: '^(off|[1-9][0-9]{0,8})$',
    description: 'Most requests a minute of one client: of one key, or of one address where no keys are set.'
  }),
  DOPPEL_BASE_PATH: Type.String({
    default: '',
    title: 'a path such as `/doppel`',
    pattern: '^(/[A-Za-z0-9._~-]+)*$',
    description:
      'Where a proxy puts the service below its own address. Redirects, `Location`, problem types and the specification then start with it; requests are taken with it and without.'
  }),
  DOPPEL_HOSTS: Type.String({
    default: '',
    title: 'host names separated by commas',
    description:
      'Names, beside `localhost`, `127.0.0.1` and `[::1]`, by which requests may address the service; the port does not matter. None: any name, except where the service listens on loopback without keys, which a web page could reach by a name of its own.'
  }),
  DOPPEL_CORS_ORIGINS: Type.String({
    default: '',
    title: 'origins separated by commas',
    description:
      'Origins such as `https://app.example` whose web pages may use the service from a browser. Writes from pages of other origins are refused, and browsers do not show them the answers.'
  }),
  DOPPEL_TRUSTED_PROXIES: Type.String({
    default: '',
    title: 'addresses and networks separated by commas',
    description:
      'Proxies whose `X-Forwarded-For` and `X-Forwarded-Host` are believed: addresses, networks such as `10.0.0.0/8`, or `loopback`, `linklocal`, `uniquelocal`. `DOPPEL_RATE_LIMIT` then counts by the address of the client.'
  }),
  DOPPEL_CONNECTIONS_LIMIT: Type.Integer({
    default: 4096,
    minimum: 1,
    maximum: 1_000_000,
    description: 'Most connections at the same time. Beyond it idle ones are closed, and new ones refused.'
  }),
  DOPPEL_BODY_LIMIT_BYTES: Type.Integer({
    default: 16_777_216,
    minimum: 1024,
    maximum: 268_435_456,
    description: 'Most bytes of a JSON body, and of each line of an NDJSON body, after decompression.'
  }),
  DOPPEL_BODIES_LIMIT_BYTES: Type.String({
    default: 'auto',
    title: '`auto` or an integer from 1024',
    pattern: '^(auto|[1-9][0-9]{3,15})$',
    description:
      'Most bytes of all bodies and lines together that have not arrived whole; beyond it those that pause longest are refused with 503. At least `DOPPEL_BODY_LIMIT_BYTES`. `auto`: a quarter of `DOPPEL_MEMORY_LIMIT_BYTES`, at most 256 MiB.'
  }),
  DOPPEL_MEMORY_LIMIT_BYTES: Type.String({
    default: 'auto',
    title: '`auto`, `off` or an integer from 1048576',
    pattern: '^(auto|off|[1-9][0-9]{6,15})$',
    description:
      'Memory from which on documents are refused with 507, while all else goes on: heap and buffers of the process, not the pages of the data file that the system keeps, and not what the threads take, which comes on top (see `DOPPEL_HTML_THREADS`). `auto`: 80 % of what the container or the machine has; set less where that leaves too little for the threads.'
  }),
  DOPPEL_COLLECTION_LIMIT: Type.Integer({
    default: 10_000,
    minimum: 1,
    maximum: 1_000_000,
    description:
      'Most collections. One more is refused with 507; those that there are, also more of them, stay. An empty one takes some 1 kB of memory, one with few documents some 30 kB.'
  }),
  DOPPEL_THREADS: Type.String({
    default: 'auto',
    title: '`auto` or an integer from 0 to 64',
    pattern: '^(auto|[0-9]|[1-5][0-9]|6[0-4])$',
    description:
      'Threads that read and sketch the documents of an import and large documents, beside the one that answers; one more starts where one connection takes them all. 0 leaves it to the one that answers: a large document then holds everybody up. `auto`: one less than the processors, at least 1 and at most 4.'
  }),
  DOPPEL_PREPARATION_TIMEOUT_MS: Type.Integer({
    default: 10_000,
    minimum: 10,
    maximum: 600_000,
    description:
      'Most time for such a thread to read and sketch one document, or to compare two texts; the thread is ended then, and the document fails with 422.'
  }),
  DOPPEL_HTML_LIMIT_BYTES: Type.Integer({
    default: 4_194_304,
    minimum: 1024,
    maximum: 67_108_864,
    description: 'Most bytes of the `html` of a document, in UTF-8. The limit of the body holds beside it.'
  }),
  DOPPEL_HTML_TIMEOUT_MS: Type.Integer({
    default: 10_000,
    minimum: 10,
    maximum: 600_000,
    description: 'Most time to take one page apart; its thread is ended then, and the document fails with 422.'
  }),
  DOPPEL_HTML_THREADS: Type.Integer({
    default: 2,
    minimum: 1,
    maximum: 64,
    description:
      'Threads that take pages apart, a page at a time each. A thread starts with the first page that needs it, and may take 512 MiB of memory for a large one.'
  }),
  DOPPEL_IDLE_TIMEOUT_MS: Type.Integer({
    default: 60_000,
    minimum: 10,
    maximum: 3_600_000,
    description:
      'How long a body may pause, or the client of an export read nothing, before it is given up. An NDJSON upload and an export may take any time as a whole; a JSON body as long, and a second more for every 16 kB.'
  }),
  DOPPEL_SPOOL_DIRECTORY: Type.String({
    default: '',
    title: 'a directory',
    description:
      'Where results of an import are kept while its client does not read them; the temporary directory of the system when empty.'
  }),
  DOPPEL_SPOOL_LIMIT_BYTES: Type.Integer({
    default: 1_073_741_824,
    minimum: 1_048_576,
    maximum: 1_099_511_627_776,
    description: 'Most bytes of such results of one import.'
  }),
  DOPPEL_SPOOL_TOTAL_BYTES: Type.Integer({
    default: 4_294_967_296,
    minimum: 1_048_576,
    maximum: 1_099_511_627_776,
    description: 'Most bytes of such results of all imports together. An import that would exceed it is cut.'
  }),
  DOPPEL_BACKUP_DIRECTORY: Type.String({
    default: '',
    title: 'a directory',
    description:
      'Where `POST /v1/admin/backup` makes backups, each in a folder of its own; created if need be, of one service alone, and neither the data directory nor within it. None: the route refuses.'
  }),
  DOPPEL_SHUTDOWN_TIMEOUT_MS: Type.Integer({
    default: 10_000,
    minimum: 100,
    maximum: 600_000,
    description:
      'How long a stopping process waits for the requests under way. When it has passed, the process ends with status 1; what was acknowledged is durable all the same.'
  })
})

/** What the command line takes from the environment where it talks to a service. A service does not use it. */
export const clientSettings = {
  DOPPEL_URL: {
    default: 'http://127.0.0.1:3000',
    form: 'a URL',
    description: 'Where the service is, for the commands that take `--url`.'
  },
  DOPPEL_API_KEY: {
    default: '',
    form: 'a key',
    description: 'The key to send to it, for the commands that take `--key`.'
  }
} as const

/** How the command line reaches a service. */
export interface ClientConfig {
  readonly url: string
  readonly apiKey: string | undefined
}

/** A setting, by its name in the environment. */
export type SettingName = keyof Static<typeof settings>

/** Where documents are kept. */
export type StoreLocation = { readonly kind: 'memory' } | { readonly kind: 'file'; readonly directory: string }

/** The settings of the process, checked. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly logLevel: Static<typeof settings>['LOG_LEVEL']
  readonly store: StoreLocation
  /** With none the service is open. */
  readonly apiKeys: readonly string[]
  /** Undefined: no limit. */
  readonly rateLimitPerMinute: number | undefined
  /** Names that requests may address the service by; undefined: any. */
  readonly hosts: readonly string[] | undefined
  readonly corsOrigins: readonly string[]
  readonly trustedProxies: readonly string[]
  readonly maxConnections: number
  readonly bodyLimitBytes: number
  readonly basePath: string
  /** Of all bodies that have not arrived whole. */
  readonly bodiesLimitBytes: number
  /** Infinity for none. */
  readonly memoryLimitBytes: number
  /** Most collections. */
  readonly collectionLimit: number
  /** Threads beside the one that answers; may be 0. */
  readonly threads: number
  /** Most time of a thread for one document. */
  readonly preparationTimeoutMs: number
  /** What web pages may cost. */
  readonly html: { readonly pageBytes: number; readonly timeoutMs: number; readonly threads: number }
  readonly idleTimeoutMs: number
  readonly spoolDirectory: string
  readonly spoolLimitBytes: number
  /** Of all streams. */
  readonly spoolTotalBytes: number
  /** Undefined: no backups over HTTP. */
  readonly backupDirectory: string | undefined
  readonly shutdownTimeoutMs: number
}

/** The names and values that a process was started with. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be accepted. The message is one line for the person who set it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Values = Static<typeof settings>

/** Most bytes of unfinished bodies where nothing is set. */
const autoBodiesBytes = 256 * 1024 * 1024

const names = Object.keys(settings.properties) as SettingName[]
const secrets: ReadonlySet<SettingName> = new Set(['DOPPEL_API_KEYS'])

/**
 * Reads and checks the settings. An empty value counts as none.
 *
 * @throws ConfigError for an unknown `DOPPEL_*` name or a bad value
 */
export function readConfig(environment: Environment = process.env): Config {
  const values = validValues(environment)
  const memoryLimitBytes = memoryLimit(values.DOPPEL_MEMORY_LIMIT_BYTES)
  const config: Config = {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    store: storeLocation(values.DOPPEL_STORE),
    apiKeys: Object.freeze(apiKeysIn(values.DOPPEL_API_KEYS)),
    rateLimitPerMinute: values.DOPPEL_RATE_LIMIT === 'off' ? undefined : Number(values.DOPPEL_RATE_LIMIT),
    basePath: values.DOPPEL_BASE_PATH,
    hosts: hostsOf(values),
    corsOrigins: listOf('DOPPEL_CORS_ORIGINS', values, originsIn),
    trustedProxies: listOf('DOPPEL_TRUSTED_PROXIES', values, proxiesIn),
    maxConnections: values.DOPPEL_CONNECTIONS_LIMIT,
    bodyLimitBytes: values.DOPPEL_BODY_LIMIT_BYTES,
    bodiesLimitBytes: bodiesLimit(values, memoryLimitBytes),
    memoryLimitBytes,
    collectionLimit: values.DOPPEL_COLLECTION_LIMIT,
    threads: threadsOf(values.DOPPEL_THREADS),
    preparationTimeoutMs: values.DOPPEL_PREPARATION_TIMEOUT_MS,
    html: Object.freeze({
      pageBytes: values.DOPPEL_HTML_LIMIT_BYTES,
      timeoutMs: values.DOPPEL_HTML_TIMEOUT_MS,
      threads: values.DOPPEL_HTML_THREADS
    }),
    idleTimeoutMs: values.DOPPEL_IDLE_TIMEOUT_MS,
    spoolDirectory: values.DOPPEL_SPOOL_DIRECTORY === '' ? tmpdir() : resolve(values.DOPPEL_SPOOL_DIRECTORY),
    spoolLimitBytes: values.DOPPEL_SPOOL_LIMIT_BYTES,
    spoolTotalBytes: values.DOPPEL_SPOOL_TOTAL_BYTES,
    backupDirectory: values.DOPPEL_BACKUP_DIRECTORY === '' ? undefined : resolve(values.DOPPEL_BACKUP_DIRECTORY),
    shutdownTimeoutMs: values.DOPPEL_SHUTDOWN_TIMEOUT_MS
  }
  if (config.apiKeys.length === 0 && !values.DOPPEL_INSECURE && !isLoopback(config.host)) {
    throw new ConfigError(
      `HOST is "${config.host}", which other machines may reach, and there are no keys: set DOPPEL_API_KEYS, or DOPPEL_INSECURE=true to serve anyone`
    )
  }
  checkBackupDirectory(config)
  return Object.freeze(config)
}

/** Reads the settings for work that serves nobody, which the key for a service may stand beside. @throws ConfigError */
export function readLocalConfig({ DOPPEL_API_KEY: _sent, ...environment }: Environment = process.env): Config {
  return readConfig(environment)
}

/** Reads how a service is reached. An empty value counts as none. */
export function readClientConfig({ DOPPEL_URL, DOPPEL_API_KEY }: Environment = process.env): ClientConfig {
  return { url: DOPPEL_URL || clientSettings.DOPPEL_URL.default, apiKey: DOPPEL_API_KEY || undefined }
}

/** The value of a setting; null for one that is not shown. */
export interface SettingInForce {
  readonly value: string | number | boolean | null
  readonly source: 'environment' | 'default'
}

/** The settings in force by name, and where each comes from; keys are not shown. @throws ConfigError */
export function settingsInForce(environment: Environment = process.env): Readonly<Record<string, SettingInForce>> {
  readConfig(environment)
  const values = validValues(environment)
  const entries = names.map((name): [string, SettingInForce] => {
    const isGiven = isSet(environment[name])
    const value = isGiven && secrets.has(name) ? null : values[name]
    return [name, { value, source: isGiven ? 'environment' : 'default' }]
  })
  return Object.fromEntries(entries)
}

/** The settings in force as lines `NAME=value`, each with a comment that says where it comes from. @throws ConfigError */
export function describeConfig(environment: Environment = process.env): string {
  const lines = Object.entries(settingsInForce(environment)).map(([name, { value, source }]) => {
    return { setting: `${name}=${value ?? '(not shown)'}`, source }
  })
  const width = Math.max(...lines.map(({ setting }) => setting.length))
  return lines.map(({ setting, source }) => `${setting.padEnd(width)}  # ${source}\n`).join('')
}

/** What values of a setting look like, in words. */
export function formOf(name: SettingName): string {
  const { type, title, enum: choices, minimum, maximum } = settings.properties[name] as SettingSchema
  if (title !== undefined) return title
  if (choices !== undefined) return choices.map(choice => `\`${choice}\``).join(', ')
  return type === 'boolean' ? '`true` or `false`' : `an integer from ${minimum} to ${maximum}`
}

interface SettingSchema {
  readonly type?: string
  readonly title?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

function validValues(environment: Environment): Static<typeof settings> {
  if (isSet(environment.DOPPEL_API_KEY) && !isSet(environment.DOPPEL_API_KEYS)) {
    throw new ConfigError(
      'DOPPEL_API_KEY is the key that the command line sends; a service takes DOPPEL_API_KEYS (unset the other to serve without keys)'
    )
  }
  const unknown = Object.keys(environment).find(isUnknown)
  if (unknown !== undefined) {
    throw new ConfigError(`${unknown} is not a setting; the nearest is ${nearestName(unknown, names)}`)
  }
  const data = Object.fromEntries(names.flatMap(name => (isSet(environment[name]) ? [[name, environment[name]]] : [])))
  try {
    return envSchema<Static<typeof settings>>({ schema: settings, data, env: false })
  } catch (error) {
    const faults = (error as { errors?: { instancePath: string }[] }).errors
    if (faults === undefined) throw error
    const name = faults[0]?.instancePath.slice(1) as SettingName
    throw badValue(name, environment[name] as string, `it must be ${formOf(name)}`)
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

/** Whether a name claims to be ours and is not. An orchestrator injects some for a service named doppel. */
function isUnknown(name: string): boolean {
  return (
    name.startsWith('DOPPEL_') &&
    !names.includes(name as SettingName) &&
    !Object.hasOwn(clientSettings, name) &&
    !/^DOPPEL_(SERVICE_|PORT$|PORT_)/.test(name)
  )
}

function badValue(name: SettingName, value: string, reason: string): ConfigError {
  return new ConfigError(`${name} is ${JSON.stringify(value)}: ${reason.replaceAll('`', '')}`)
}

function storeLocation(store: string): StoreLocation {
  const refuse = (reason: string) => badValue('DOPPEL_STORE', withoutPassword(store), reason)
  if (store === 'memory:') return Object.freeze({ kind: 'memory' })
  if (/^rediss?:/.test(store)) throw refuse('Redis is not supported in this version; use file:DIRECTORY or memory:')
  const path = store.startsWith('file:///') ? fileURLToPath(store) : store.replace(/^file:/, '')
  if (!store.startsWith('file:') || path === '' || path.startsWith('//'))
    throw refuse(`it must be ${formOf('DOPPEL_STORE')}`)
  return Object.freeze({ kind: 'file', directory: resolve(path) })
}

/** What lies in the data directory goes with it. */
function checkBackupDirectory({ store, backupDirectory }: Config): void {
  if (store.kind === 'memory' || backupDirectory === undefined) return
  const within = relative(store.directory, backupDirectory)
  if (within !== '' && (within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within))) return
  throw new ConfigError(
    `DOPPEL_BACKUP_DIRECTORY is "${backupDirectory}": it must not be the data directory ${store.directory}, nor within it`
  )
}

function memoryLimit(value: string): number {
  if (value === 'off') return Number.POSITIVE_INFINITY
  // What constrains the process may be more than there is, or 0 for nothing.
  return value === 'auto' ? 0.8 * Math.min(process.constrainedMemory() || totalmem(), totalmem()) : Number(value)
}

/** A page of another origin can have its own name lead to this machine, and then counts as ours for browsers. */
function hostsOf(values: Values): readonly string[] | undefined {
  const named = listOf('DOPPEL_HOSTS', values, hostNamesIn)
  const isReachedByPages = values.DOPPEL_API_KEYS === '' && isLoopback(values.HOST)
  return named.length > 0 || isReachedByPages ? Object.freeze([...loopbackHosts, ...named]) : undefined
}

function listOf(
  name: 'DOPPEL_HOSTS' | 'DOPPEL_CORS_ORIGINS' | 'DOPPEL_TRUSTED_PROXIES',
  values: Values,
  read: (list: string) => string[]
): readonly string[] {
  try {
    return Object.freeze(read(values[name]))
  } catch (error) {
    if (!(error instanceof AddressError)) throw error
    throw badValue(name, values[name], error.message)
  }
}

function bodiesLimit(values: Values, memoryLimitBytes: number): number {
  const { DOPPEL_BODIES_LIMIT_BYTES: value, DOPPEL_BODY_LIMIT_BYTES: one } = values
  if (value === 'auto') return Math.max(one, Math.min(autoBodiesBytes, Math.floor(memoryLimitBytes / 4)))
  if (Number(value) >= one) return Number(value)
  throw badValue('DOPPEL_BODIES_LIMIT_BYTES', value, `it must be at least DOPPEL_BODY_LIMIT_BYTES, which is ${one}`)
}

function threadsOf(value: string): number {
  return value === 'auto' ? Math.max(1, Math.min(availableParallelism() - 1, 4)) : Number(value)
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//***@')
}

function apiKeysIn(list: string): string[] {
  const keys = list === '' ? [] : list.split(',').map(key => key.trim())
  const bad = keys.findIndex(key => !/^[A-Za-z0-9._~+/-]+=*$/.test(key))
  if (bad === -1) return keys
  const fault = keys[bad] === '' ? 'is empty' : 'has a character that a bearer token cannot have'
  throw new ConfigError(`DOPPEL_API_KEYS: key ${bad + 1} of ${keys.length} ${fault}`)
}
