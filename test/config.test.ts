import { readFileSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { resolve } from 'node:path'
import t from 'tap'
import { configurationPage } from '../scripts/docs-from-config.ts'
import {
  ConfigError,
  describeConfig,
  type Environment,
  readClientConfig,
  readConfig,
  readLocalConfig
} from '../src/config.ts'

const refusal = (environment: Environment): string => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'accepted'
}

t.test('an empty environment gives the defaults', async t => {
  const config = readConfig({})
  t.strictSame(config, {
    host: '127.0.0.1',
    port: 3000,
    logLevel: 'info',
    store: { kind: 'file', directory: resolve('data') },
    apiKeys: [],
    rateLimitPerMinute: undefined,
    basePath: '',
    hosts: ['localhost', '127.0.0.1', '[::1]'],
    corsOrigins: [],
    trustedProxies: [],
    maxConnections: 4096,
    bodyLimitBytes: 16_777_216,
    bodiesLimitBytes: Math.min(268_435_456, Math.floor(config.memoryLimitBytes / 4)),
    memoryLimitBytes: config.memoryLimitBytes,
    collectionLimit: 10_000,
    threads: Math.max(1, Math.min(availableParallelism() - 1, 4)),
    preparationTimeoutMs: 10_000,
    html: { pageBytes: 4_194_304, timeoutMs: 10_000, threads: 2 },
    idleTimeoutMs: 60_000,
    spoolDirectory: tmpdir(),
    spoolLimitBytes: 1_073_741_824,
    spoolTotalBytes: 4_294_967_296,
    backupDirectory: undefined,
    shutdownTimeoutMs: 10_000
  })
  t.ok(config.memoryLimitBytes > 0 && config.memoryLimitBytes < totalmem(), 'less than the machine has')
  t.ok(Object.isFrozen(config))
})

t.test('a memory limit is a number of bytes, or off', async t => {
  t.equal(readConfig({ DOPPEL_MEMORY_LIMIT_BYTES: '1048576' }).memoryLimitBytes, 1_048_576)
  t.equal(readConfig({ DOPPEL_MEMORY_LIMIT_BYTES: 'off' }).memoryLimitBytes, Number.POSITIVE_INFINITY)
  t.match(refusal({ DOPPEL_MEMORY_LIMIT_BYTES: '1 GB' }), 'DOPPEL_MEMORY_LIMIT_BYTES')
})

t.test('which hosts, origins and proxies are known is read, and what is none is refused', async t => {
  const config = readConfig({
    DOPPEL_HOSTS: 'doppel, Docs.example,10.0.0.7, ::2',
    DOPPEL_CORS_ORIGINS: 'https://app.example,http://localhost:8080',
    DOPPEL_TRUSTED_PROXIES: '10.0.0.0/8, ::1,loopback'
  })
  t.strictSame(config.hosts, ['localhost', '127.0.0.1', '[::1]', 'doppel', 'docs.example', '10.0.0.7', '[::2]'])
  t.strictSame(config.corsOrigins, ['https://app.example', 'http://localhost:8080'])
  t.strictSame(config.trustedProxies, ['10.0.0.0/8', '::1', 'loopback'])
  for (const value of ['a b', 'http://a', 'a:80', 'a,,b', 'a/'])
    t.match(refusal({ DOPPEL_HOSTS: value }), 'DOPPEL_HOSTS')
  for (const value of ['*', 'null', 'app.example', 'https://a/', 'https://a/b', 'file:///a'])
    t.match(refusal({ DOPPEL_CORS_ORIGINS: value }), 'DOPPEL_CORS_ORIGINS')
  for (const value of ['true', '10.0.0.0/33', '10.0.0', '::/129', '1.2.3.4/a', '1.2.3.4/8/8'])
    t.match(refusal({ DOPPEL_TRUSTED_PROXIES: value }), 'DOPPEL_TRUSTED_PROXIES')
})

t.test('any host may be named where no page can reach the service, or keys protect it', async t => {
  t.equal(readConfig({ DOPPEL_API_KEYS: 'k' }).hosts, undefined)
  t.equal(readConfig({ HOST: '0.0.0.0', DOPPEL_INSECURE: 'true' }).hosts, undefined)
  t.ok(readConfig({ HOST: 'localhost' }).hosts)
  t.ok(readConfig({ HOST: '0.0.0.0', DOPPEL_API_KEYS: 'k', DOPPEL_HOSTS: 'a' }).hosts?.includes('a'))
})

t.test('the room of unfinished bodies holds at least one, and follows the memory limit', async t => {
  const bytes = (environment: Environment) => readConfig(environment).bodiesLimitBytes
  t.equal(bytes({ DOPPEL_MEMORY_LIMIT_BYTES: 'off' }), 268_435_456)
  t.equal(bytes({ DOPPEL_MEMORY_LIMIT_BYTES: '200000000' }), 50_000_000)
  t.equal(bytes({ DOPPEL_MEMORY_LIMIT_BYTES: '2000000' }), 16_777_216)
  t.equal(bytes({ DOPPEL_BODIES_LIMIT_BYTES: '20000000' }), 20_000_000)
  t.match(refusal({ DOPPEL_BODIES_LIMIT_BYTES: '1000000' }), 'DOPPEL_BODIES_LIMIT_BYTES')
})

t.test('what pages may cost is bounded', async t => {
  const given = { DOPPEL_HTML_LIMIT_BYTES: '1024', DOPPEL_HTML_TIMEOUT_MS: '250', DOPPEL_HTML_THREADS: '1' }
  t.strictSame(readConfig(given).html, { pageBytes: 1024, timeoutMs: 250, threads: 1 })
  for (const name of Object.keys(given))
    for (const value of ['0', '1e12', 'off']) t.match(refusal({ [name]: value }), name)
})

t.test('threads are a small number, or follow the machine', async t => {
  t.equal(readConfig({ DOPPEL_THREADS: '0' }).threads, 0)
  t.equal(readConfig({ DOPPEL_THREADS: '64' }).threads, 64)
  for (const value of ['65', '-1', 'all']) t.match(refusal({ DOPPEL_THREADS: value }), 'DOPPEL_THREADS')
})

t.test('an empty value counts as none', async t => {
  t.strictSame(readConfig({ PORT: '', DOPPEL_API_KEYS: '', DOPPEL_STORE: '' }), readConfig({}))
})

t.test('values are read', async t => {
  const config = readConfig({
    HOST: '0.0.0.0',
    PORT: '0',
    LOG_LEVEL: 'debug',
    DOPPEL_STORE: 'memory:',
    DOPPEL_API_KEYS: 'one, two==',
    DOPPEL_RATE_LIMIT: '600',
    DOPPEL_BODY_LIMIT_BYTES: '2048',
    DOPPEL_SPOOL_DIRECTORY: '/spool'
  })
  t.match(config, {
    host: '0.0.0.0',
    port: 0,
    logLevel: 'debug',
    store: { kind: 'memory' },
    apiKeys: ['one', 'two=='],
    rateLimitPerMinute: 600,
    bodyLimitBytes: 2048,
    spoolDirectory: '/spool'
  })
})

t.test('the store is a directory, relative, absolute or as a URL, or the memory', async t => {
  const directory = (store: string) => readConfig({ DOPPEL_STORE: store }).store
  t.strictSame(directory('file:a/b.c'), { kind: 'file', directory: resolve('a/b.c') })
  t.strictSame(directory('file:/a'), { kind: 'file', directory: '/a' })
  t.strictSame(directory('file:///a'), { kind: 'file', directory: '/a' })
  t.strictSame(directory('memory:'), { kind: 'memory' })
})

t.test('bad values are refused in one line that names the setting', async t => {
  const cases: [Environment, RegExp][] = [
    [{ PORT: 'http' }, /^PORT is "http": it must be an integer from 0 to 65535$/],
    [{ PORT: '65536' }, /^PORT is "65536": it must be an integer from 0 to 65535$/],
    [{ PORT: '3.5' }, /^PORT is "3.5"/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": it must be trace, debug, /],
    [{ DOPPEL_INSECURE: 'yes' }, /^DOPPEL_INSECURE is "yes": it must be true or false$/],
    [{ DOPPEL_RATE_LIMIT: '0' }, /^DOPPEL_RATE_LIMIT is "0": it must be off or an integer from 1$/],
    [{ DOPPEL_BODY_LIMIT_BYTES: '16 MB' }, /^DOPPEL_BODY_LIMIT_BYTES is "16 MB": it must be an integer/],
    [{ DOPPEL_STORE: 'data' }, /^DOPPEL_STORE is "data": it must be file:DIRECTORY or memory:$/],
    [{ DOPPEL_STORE: 'file:' }, /^DOPPEL_STORE is "file:": it must be/],
    [{ DOPPEL_STORE: 'file://host/a' }, /^DOPPEL_STORE is "file:\/\/host\/a": it must be/],
    [{ DOPPEL_STORE: 'redis://u:secret@h:1' }, /^DOPPEL_STORE is "redis:\/\/\*\*\*@h:1": Redis is not supported/],
    [{ DOPPEL_API_KEYS: 'good,' }, /^DOPPEL_API_KEYS: key 2 of 2 is empty$/],
    [{ DOPPEL_API_KEYS: 'good,b ad' }, /^DOPPEL_API_KEYS: key 2 of 2 has a character/]
  ]
  for (const [environment, expected] of cases) {
    const message = refusal(environment)
    t.match(message, expected)
    t.notMatch(message, /\n|secret/)
  }
})

t.test('an unknown name with our prefix is refused with the nearest known one', async t => {
  t.equal(refusal({ DOPPEL_API_KEYZ: 'a' }), 'DOPPEL_API_KEYZ is not a setting; the nearest is DOPPEL_API_KEYS')
  t.equal(refusal({ DOPPEL_store: 'a' }), 'DOPPEL_store is not a setting; the nearest is DOPPEL_STORE')
  t.equal(refusal({ DOPPEL_: 'a' }), 'DOPPEL_ is not a setting; the nearest is DOPPEL_STORE')
})

t.test('what the command line sends is not taken for what the service asks for', async t => {
  t.match(
    refusal({ DOPPEL_API_KEY: 'a' }),
    /^DOPPEL_API_KEY is the key that the command line sends; .* DOPPEL_API_KEYS/
  )
  t.strictSame(readConfig({ DOPPEL_API_KEY: 'a', DOPPEL_API_KEYS: 'b', DOPPEL_URL: 'http://x' }).apiKeys, ['b'])
  t.strictSame(readLocalConfig({ DOPPEL_API_KEY: 'a', DOPPEL_STORE: 'memory:' }).store, { kind: 'memory' })
  t.strictSame(readClientConfig({}), { url: 'http://127.0.0.1:3000', apiKey: undefined })
  t.strictSame(readClientConfig({ DOPPEL_URL: '', DOPPEL_API_KEY: 'a' }), { url: 'http://127.0.0.1:3000', apiKey: 'a' })
  t.strictSame(readClientConfig({ DOPPEL_URL: 'http://x:1' }), { url: 'http://x:1', apiKey: undefined })
})

t.test('names that an orchestrator injects, and those of others, are left alone', async t => {
  const injected = {
    DOPPEL_SERVICE_HOST: '10.0.0.1',
    DOPPEL_SERVICE_PORT_HTTP: '80',
    DOPPEL_PORT: 'tcp://10.0.0.1:80',
    DOPPEL_PORT_80_TCP_ADDR: '10.0.0.1',
    PATH: '/bin'
  }
  t.strictSame(readConfig(injected), readConfig({}))
  t.match(refusal({ DOPPEL_PORTS: '1' }), /is not a setting/)
})

t.test('without keys only a loopback address is served, unless told otherwise', async t => {
  for (const HOST of ['127.0.0.1', '127.1.2.3', '::1', 'localhost', '::ffff:127.0.0.1']) {
    t.equal(refusal({ HOST }), 'accepted', HOST)
  }
  for (const HOST of ['0.0.0.0', '::', '10.0.0.1', 'example.org', '128.0.0.1']) {
    t.match(refusal({ HOST }), /DOPPEL_API_KEYS, or DOPPEL_INSECURE=true/, HOST)
    t.equal(refusal({ HOST, DOPPEL_INSECURE: 'true' }), 'accepted', HOST)
    t.equal(refusal({ HOST, DOPPEL_API_KEYS: 'key' }), 'accepted', HOST)
  }
})

t.test('the settings in force are printed with their source, without the keys', async t => {
  const text = describeConfig({ PORT: '81', DOPPEL_API_KEYS: 'hidden' })
  t.match(text, /^PORT=81 +# environment$/m)
  t.match(text, /^HOST=127.0.0.1 +# default$/m)
  t.match(text, /^DOPPEL_API_KEYS=\(not shown\) +# environment$/m)
  t.notMatch(text, /hidden/)
  t.throws(() => describeConfig({ PORT: 'x' }), ConfigError)
})

t.test('the reference page is current', async t => {
  const page = readFileSync(new URL('../docs/reference/configuration.md', import.meta.url), 'utf8')
  t.equal(page, configurationPage(), 'npm run docs writes it')
})
