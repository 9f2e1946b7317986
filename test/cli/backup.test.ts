import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runCommand } from '../helpers/run-command.ts'
import { allAnswers, fillDirectory, openDirectory } from '../helpers/stored-directory.ts'

const folder = t.testdir()
const data = join(folder, 'data')
await fillDirectory(data, 200)

/** Everything in a directory, to see that it stays as it is. */
function contentsOf(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  const files = names.filter(name => statSync(join(directory, name)).isFile() && !name.endsWith('lock.mdb'))
  return Object.fromEntries(files.map(name => [name, readFileSync(join(directory, name), 'base64')]))
}

t.test('a backup is made, verified and restored, and answers as the service did', async t => {
  const backup = join(folder, 'backup')
  const before = contentsOf(data)
  t.match(await runCommand('backup', backup, '--data', data), {
    status: 0,
    out: /backup: [\d,]+ documents, .* MB, up to commit \d+, in /,
    err: ''
  })
  t.match(await runCommand('verify', data), { status: 0, out: /data is whole: 2 collections, \d+ documents/, err: '' })
  t.strictSame(contentsOf(data), before, 'neither changed the data directory')
  t.strictSame(readdirSync(backup).sort(), ['backup.json', 'store'])
  const whole = contentsOf(backup)
  t.match(await runCommand('verify', backup), { status: 0, out: /is whole/, err: '' })
  t.strictSame(contentsOf(backup), whole, 'nor the backup')
  const restored = join(folder, 'restored')
  t.match(await runCommand('restore', backup, '--data', restored), { status: 0, out: /up to commit/, err: '' })
  t.match(await runCommand('verify', restored), { status: 0 })
  t.strictSame(contentsOf(backup), whole, 'nor did the restore')
  const [original, copy] = [await openDirectory(data), await openDirectory(restored)]
  for (const collection of ['default', 'sets']) {
    t.strictSame(await allAnswers(copy, collection), await allAnswers(original, collection))
  }
  await Promise.all([original.store.close(), copy.store.close()])
  t.match(await runCommand('restore', backup, '--data', restored), {
    status: 1,
    out: '',
    err: /^doppel: .*restored is not empty, it has "\w+": a restore never overwrites anything\n$/
  })
})

t.test('an empty directory takes a backup and a restore', async t => {
  const [backup, restored] = [join(folder, 'empty-backup'), join(folder, 'empty-data')]
  mkdirSync(backup)
  mkdirSync(restored)
  mkdirSync(join(restored, '.doppel-partial-restore'))
  t.match(await runCommand('backup', backup, '--data', data), { status: 0 })
  t.match(
    await runCommand('restore', backup, '--data', restored),
    { status: 0 },
    'what a killed restore left is removed'
  )
  t.strictSame(readdirSync(restored), ['store'])
})

t.test('while a service runs, backup names the route, and nobody else gets in', async t => {
  const running = await openDirectory(data)
  t.teardown(() => running.store.close())
  t.match(await runCommand('backup', join(folder, 'never'), '--data', data), {
    status: 1,
    err: /a service is using .*data; stop it, or .*DOPPEL_BACKUP_DIRECTORY.*curl -X POST .*\/v1\/admin\/backup/
  })
  t.notOk(existsSync(join(folder, 'never')))
  t.match(await runCommand('verify', data), { status: 1, out: /has 1 fault:\n {2}another process is using/ })
  t.match(await runCommand('restore', join(folder, 'backup'), '--data', data), { status: 1, err: /another process/ })
})

t.test('what is not a whole backup is refused, and nothing is made of it', async t => {
  const target = join(folder, 'target')
  const refused = async (backup: string, reason: RegExp) => {
    const { status, err } = await runCommand('restore', backup, '--data', target)
    t.equal(status, 1)
    t.match(err, reason)
    t.notOk(existsSync(target))
  }
  await refused(join(folder, 'nowhere'), /nowhere is not a backup.*: it has no backup.json/)
  await refused(data, /data is not a backup, or its making was broken off: it has no backup.json/)
  const backup = join(folder, 'damaged')
  await runCommand('backup', backup, '--data', data)
  const file = join(backup, 'store', 'data.mdb')
  const bytes = readFileSync(file)
  const changed = Buffer.from(bytes)
  changed[bytes.length >> 1] = (changed[bytes.length >> 1] as number) ^ 1
  writeFileSync(file, changed)
  await refused(backup, /the checksum of its data file is wrong/)
  t.match(await runCommand('verify', backup), { status: 1, out: /the checksum of its data file is wrong/ })
  writeFileSync(file, bytes.subarray(0, -1))
  await refused(backup, /its data file has \d+ bytes, not \d+/)
  writeFileSync(file, bytes)
  for (const [manifest, reason] of [
    ['', /backup.json is damaged/],
    ['null', /backup.json is damaged/],
    ['{"layout":2}', /backup.json has layout 2, not 1/]
  ] as const) {
    writeFileSync(join(backup, 'backup.json'), manifest)
    await refused(backup, reason)
  }
})

t.test('directories that are not there are named, and not made', async t => {
  const nowhere = join(folder, 'nothing')
  for (const args of [
    ['verify', nowhere],
    ['backup', join(folder, 'b'), '--data', nowhere]
  ]) {
    t.match(await runCommand(...args), { status: 1, err: /there is no directory .*nothing/ })
    t.notOk(existsSync(nowhere))
  }
  t.match(await runCommand('verify', folder), { status: 1, out: /is not a data directory: it has no store\/data.mdb/ })
})

t.test('the data directory is that of DOPPEL_STORE by default', async t => {
  const { DOPPEL_STORE } = process.env
  t.teardown(() => {
    if (DOPPEL_STORE === undefined) delete process.env.DOPPEL_STORE
    else process.env.DOPPEL_STORE = DOPPEL_STORE
  })
  process.env.DOPPEL_STORE = `file:${data}`
  t.match(await runCommand('verify', '--quick'), { status: 0, out: /data is whole/ })
  process.env.DOPPEL_STORE = 'memory:'
  t.match(await runCommand('verify'), { status: 2, err: /DOPPEL_STORE is "memory:", which has no data directory/ })
})

t.test('backup and restore need to be told a directory, and take one', async t => {
  t.match(await runCommand('backup'), { status: 2, err: 'doppel: backup needs DIR: where to: absent or empty\n' })
  t.match(await runCommand('restore'), { status: 2, err: /restore needs BACKUP/ })
  t.match(await runCommand('verify', 'a', 'b'), { status: 2, err: "doppel: Unexpected argument 'b'\n" })
  t.match(await runCommand('verify', '--help'), { status: 0, out: /Usage: doppel verify \[DIR\] \[OPTIONS\]/ })
})
