import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { readConfig } from '../src/config.ts'

const root = new URL('../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')

/** The instructions of a Dockerfile, one an entry, without comments. */
const instructions = read('Dockerfile')
  .replace(/\\\n/g, '')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
const finalStage = instructions.slice(instructions.findLastIndex(line => line.startsWith('FROM ')))
const argumentsOf = (instruction: string) =>
  finalStage.filter(line => line.startsWith(`${instruction} `)).map(line => line.slice(instruction.length + 1))

t.test('the image runs as a user that is not root', async t => {
  const [user, ...others] = argumentsOf('USER')
  t.match(user, /^[1-9]\d*:[1-9]\d*$/)
  t.strictSame(others, [])
})

t.test('the image holds production dependencies only', async t => {
  const start = instructions.findIndex(line => / AS dependencies$/.test(line))
  const stage = instructions.slice(
    start,
    instructions.findIndex((line, index) => index > start && /^FROM /.test(line))
  )
  t.ok(stage.includes('RUN npm ci --omit=dev'))
  t.ok(finalStage.includes('COPY --from=dependencies /app/node_modules node_modules'))
  t.notOk(finalStage.some(line => line.startsWith('RUN npm')))
})

t.test('the image starts, checks and stops the server itself, without a shell', async t => {
  t.strictSame(argumentsOf('CMD'), ['["node", "dist/main.js"]'])
  t.strictSame(argumentsOf('STOPSIGNAL'), ['SIGTERM'])
  const [check] = argumentsOf('HEALTHCHECK') as [string]
  const command = JSON.parse(check.slice(check.indexOf('['))) as string[]
  t.strictSame(command.slice(0, 2), ['node', '-e'])
  t.doesNotThrow(() => new Function(command[2] as string), 'the check is JavaScript')
})

t.test('the settings of the image are accepted, and its store is the volume', async t => {
  const environment = Object.fromEntries(
    argumentsOf('ENV').flatMap(line => line.split(' ').map(part => part.split('=')))
  )
  const config = readConfig(environment as Record<string, string>)
  t.match(config, {
    host: '0.0.0.0',
    port: 3000,
    store: { kind: 'file', directory: '/data' },
    spoolDirectory: '/data/spool'
  })
  t.strictSame(argumentsOf('VOLUME'), ['/data'])
})

t.test('everything that is copied exists and is not ignored', async t => {
  const ignored = read('.dockerignore').split('\n')
  t.ok(ignored.includes('*'))
  const copied = instructions
    .filter(line => /^COPY (?!--from)/.test(line))
    .flatMap(line => line.split(' ').slice(1, -1))
  for (const name of copied) {
    t.ok(existsSync(new URL(name, root)), name)
    t.ok(ignored.includes(`!${name}`), `${name} is let through`)
  }
})

t.test('compose publishes to this machine only, and leaves time to stop', async t => {
  const compose = read('docker-compose.yml')
  t.strictSame(
    compose
      .match(/^ +ports:\n( +- .*\n)+/m)?.[0]
      .trim()
      .split(/\n +- /)
      .slice(1),
    ['"127.0.0.1:3000:3000"']
  )
  const seconds = Number(compose.match(/stop_grace_period: (\d+)s/)?.[1])
  t.ok(seconds * 1000 > readConfig({}).shutdownTimeoutMs)
  for (const promise of ['read_only: true', 'init: true', 'restart: unless-stopped']) t.match(compose, promise)
})
