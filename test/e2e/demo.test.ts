import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import t from 'tap'
import { expectationFailures } from '../../src/cli/demo-report.ts'
import { compose } from '../../src/composition.ts'
import { readConfig } from '../../src/config.ts'
import { runCommand } from '../helpers/run-command.ts'

const demo = (...args: string[]) => runCommand('demo', ...args)

/** One row of a printed table, its cells told apart by two spaces or more. */
function row(printed: string, start: RegExp): string[] | undefined {
  return printed
    .split('\n')
    .find(line => start.test(line))
    ?.trim()
    .split(/ {2,}/)
}

t.test('the demo finds the near-duplicate among the sample articles, on a service of its own', async t => {
  const { status, out, err } = await demo()
  t.equal(err, '')
  t.equal(status, 0)
  t.match(row(out, /^ +000 +unique/), ['000', 'unique', '-', '-', '-', String])
  t.match(row(out, /^ +001 +near/), ['001', 'near-duplicate', '000', '0.749', /^0\.[78]\d\d$/, String])
  t.match(row(out, /^ +002 +unique/), ['002', 'unique', '-', '-', '-', String])
  t.match(row(out, /^ +003 +unique/), ['003', 'unique', '-', '-', '-', String])
  t.match(row(out, / 000 001$/), [String, '2', '000', '0.749', '0.749', '0.749', '000 001'])
  t.match(row(out, /^ +000 +001 +/), ['000', '001', '0.749', /^0\.[78]\d\d$/])
})

t.test('the README shows what the demo prints', async t => {
  const { out } = await demo()
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  for (const line of out.split('\n').filter(line => !line.includes('http://'))) t.ok(readme.includes(line), line)
})

t.test('against a running service it answers the same every time, and says what it cannot do', async t => {
  const config = readConfig({ DOPPEL_API_KEYS: 'key', DOPPEL_STORE: 'memory:', PORT: '0' })
  const service = await compose(config, pino({ level: 'silent' }))
  t.teardown(() => service.close())
  const url = await service.listen()
  await service.open()
  t.match(await demo('--url', url), { status: 1, out: '', err: /answered 401/ })
  const first = await demo('--url', url, '--key', 'key', '--collection', 'tried')
  t.equal(first.status, 0)
  t.strictSame(await demo('--url', url, '--key', 'key', '--collection', 'tried'), first)
})

t.test('a service that cannot be reached is a failure in one line', async t => {
  t.match(await demo('--url', 'http://127.0.0.1:1'), {
    status: 1,
    out: '',
    err: /^doppel: cannot reach http:\/\/127.0.0.1:1: .*\n$/
  })
})

t.test('clusters other than those expected are named', async t => {
  const documents = ['000', '001', '002', '003'].map(id => ({ id, verdict: 'unique', matches: [] }))
  const cluster = (...ids: string[]) => ({
    id: `c${ids[0]}`,
    size: ids.length,
    representative: ids[0] as string,
    similarity: null,
    members: ids.map(id => ({ id })),
    pairs: []
  })
  t.strictSame(expectationFailures(documents, [cluster('000', '001'), cluster('002'), cluster('003', 'other')]), [])
  t.strictSame(expectationFailures(documents, [cluster('000'), cluster('001', '002')]), [
    'expected a cluster of 000 001, found 000',
    'expected a cluster of 002, found 001 002',
    'expected a cluster of 003, found none'
  ])
})
