import { spawn } from 'node:child_process'
import { once } from 'node:events'
import t from 'tap'

t.test('a process that never comes to its end is ended by force', async t => {
  const address = new URL('../src/watchdog.ts', import.meta.url).href
  const program = `const { endByForceAfter } = await import('${address}'); endByForceAfter(100); for (;;);`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: 'inherit' })
  t.strictSame(await once(child, 'exit'), [null, 'SIGKILL'])
})

t.test('a process that ends before is left alone', async t => {
  const address = new URL('../src/watchdog.ts', import.meta.url).href
  const program = `const { endByForceAfter } = await import('${address}'); endByForceAfter(60_000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: 'inherit' })
  t.strictSame(await once(child, 'exit'), [0, null])
})
