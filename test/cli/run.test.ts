import { readFileSync } from 'node:fs'
import t from 'tap'
import { commandLinePage } from '../../scripts/docs-from-commands.ts'
import { commands } from '../../src/cli/commands.ts'
import { runCommand as run } from '../helpers/run-command.ts'

t.test('help and version are printed', async t => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  t.strictSame(await run('--version'), { status: 0, out: `${version}\n`, err: '' })
  const help = await run('--help')
  t.match(help, { status: 0, out: /Usage: doppel COMMAND/, err: '' })
  for (const command of Object.keys(commands)) {
    t.match(help.out, new RegExp(`^  ${command} `, 'm'))
    t.match(await run(command, '--help'), { status: 0, out: new RegExp(`^doppel ${command}: `), err: '' })
  }
})

t.test('a call that makes no sense ends with status 2 and the nearest that does', async t => {
  t.match(await run(), { status: 2, out: '', err: /Usage/ })
  const cases: [string[], string][] = [
    [['server'], 'there is no command "server"; the nearest is "serve"'],
    [['toString'], 'there is no command "toString"; the nearest is "tune"'],
    [['--halp'], 'there is no option "--halp"; the nearest is "--help"'],
    [['serve', '--print-confg'], 'Unknown option \'--print-confg\'; the nearest is "--print-config"'],
    [['demo', '--url'], "Option '--url <value>' argument missing"],
    [['demo', '--url', 'nonsense'], '--url is "nonsense": it must be a URL such as http://127.0.0.1:3000']
  ]
  for (const [args, message] of cases) {
    const answer = await run(...args)
    t.strictSame(answer, { status: 2, out: '', err: `doppel: ${message}\n` })
  }
  t.match(await run('serve', 'extra'), { status: 2, out: '', err: /^doppel: Unexpected argument 'extra'/ })
})

t.test('serve --print-config prints the settings, or what is wrong with them', async t => {
  t.match(await run('serve', '--print-config'), { status: 0, out: /^HOST=.*# (default|environment)$/m, err: '' })
  const { PORT } = process.env
  process.env.PORT = 'none'
  t.teardown(() => {
    if (PORT === undefined) delete process.env.PORT
    else process.env.PORT = PORT
  })
  t.match(await run('serve', '--print-config'), { status: 1, out: '', err: /^doppel: PORT is "none": / })
})

t.test('settings as JSON, without the keys', async t => {
  const { DOPPEL_API_KEYS } = process.env
  process.env.DOPPEL_API_KEYS = 'secret-of-the-test'
  t.teardown(() => {
    if (DOPPEL_API_KEYS === undefined) delete process.env.DOPPEL_API_KEYS
    else process.env.DOPPEL_API_KEYS = DOPPEL_API_KEYS
  })
  const { status, out } = await run('serve', '--print-config', '--json')
  t.equal(status, 0)
  t.notMatch(out, 'secret-of-the-test')
  t.match(JSON.parse(out), {
    DOPPEL_API_KEYS: { value: null, source: 'environment' },
    DOPPEL_HTML_TIMEOUT_MS: { value: Number, source: /default|environment/ }
  })
  t.match(await run('serve', '--json'), { status: 2, err: /--json needs --print-config/ })
})

t.test('openapi prints the description of the service', async t => {
  t.match(await run('openapi'), { status: 0, out: /^openapi: .*3\.\d/, err: '' })
  const { status, out } = await run('openapi', '--json')
  t.match([status, JSON.parse(out)], [0, { openapi: /^3\.\d/, paths: { '/healthz': {} } }])
})

t.test('the reference page is current', async t => {
  const page = readFileSync(new URL('../../docs/reference/cli.md', import.meta.url), 'utf8')
  t.equal(page, commandLinePage(), 'npm run docs writes it')
})
