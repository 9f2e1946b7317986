import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { compose } from '../../src/composition.ts'
import { readConfig } from '../../src/config.ts'
import { runCommand } from '../helpers/run-command.ts'
import { mountSmallDisk } from '../helpers/small-disk.ts'
import { allAnswers, openDirectory } from '../helpers/stored-directory.ts'
import { mixedTexts } from '../helpers/texts.ts'

async function running(t: Test, environment: Readonly<Record<string, string>>): Promise<URL> {
  const config = readConfig({ PORT: '0', ...environment })
  const service = await compose(config, pino({ level: 'silent' }))
  t.teardown(() => service.close())
  const url = await service.listen()
  await service.open()
  return new URL(url)
}

async function post(url: URL, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const backUp = (url: URL, body?: object, headers?: Record<string, string>) =>
  post(url, '/v1/admin/backup', body, headers)

t.test('a backup during random writes verifies, and restored it has all that was acknowledged before', async t => {
  const folder = t.testdir()
  const backups = join(folder, 'backups')
  const url = await running(t, { DOPPEL_STORE: `file:${folder}/data`, DOPPEL_BACKUP_DIRECTORY: backups })
  const texts = mixedTexts(3, 600)
  const acknowledged = new Map<string, number>()
  let isDone = false
  let next = 0
  const write = async (): Promise<void> => {
    while (!isDone) {
      const at = next++
      const id = `d${at % 700}`
      const { status } = await post(url, '/v1/collections/default/documents', { id, text: texts[at % texts.length] })
      t.ok(status < 300)
      acknowledged.set(id, at)
    }
  }
  const writers = [0, 1, 2, 3].map(write)
  for (let round = 0; round < 3; round++) {
    while (acknowledged.size < 150 * (round + 1)) await new Promise(resolve => setTimeout(resolve, 5))
    const before = [...acknowledged.keys()]
    const { status, body } = await backUp(url, { name: `round-${round}` })
    t.equal(status, 201, JSON.stringify(body))
    t.match(body, { name: `round-${round}`, bytes: Number, sequence: Number, documents: Number, durationMs: Number })
    const backup = join(backups, `round-${round}`)
    t.match(await runCommand('verify', backup), { status: 0, out: /is whole/ })
    const restored = join(folder, `restored-${round}`)
    t.match(await runCommand('restore', backup, '--data', restored), { status: 0 })
    const opened = await openDirectory(restored)
    const answers = await allAnswers(opened)
    await opened.store.close()
    t.equal(answers.size, body.documents)
    t.strictSame(
      before.filter(id => !answers.has(id)),
      [],
      'nothing acknowledged is missing'
    )
  }
  isDone = true
  await Promise.all(writers)
  t.strictSame(readdirSync(backups).sort(), ['round-0', 'round-1', 'round-2'])
})

t.test('names are names, and no backup is overwritten or made beside another', async t => {
  const folder = t.testdir()
  const backups = join(folder, 'made', 'as needed')
  mkdirSync(join(backups, '.doppel-partial-old', 'store'), { recursive: true })
  const url = await running(t, { DOPPEL_STORE: `file:${folder}/data`, DOPPEL_BACKUP_DIRECTORY: backups })
  const answers = await Promise.all([backUp(url), backUp(url, {}), backUp(url, { name: 'third' })])
  t.strictSame(answers.map(({ status }) => status).sort(), [201, 409, 409])
  t.equal(answers.find(({ status }) => status === 409)?.body.code, 'BACKUP_RUNNING')
  t.match(answers.find(({ status }) => status === 201)?.body.name, /^(\d{4}-\d\d-\d\dt\d\d-\d\d-\d\d-\d{3}z|third)$/)
  t.equal(readdirSync(backups).length, 1, 'what a killed process left is gone')
  t.equal((await backUp(url, { name: 'again' })).status, 201)
  t.match(await backUp(url, { name: 'again' }), { status: 409, body: { code: 'BACKUP_EXISTS' } })
  for (const name of [
    '..',
    '.',
    '../x',
    'a/b',
    '/tmp/x',
    'A',
    '',
    'x'.repeat(65),
    'a\n',
    'a\0',
    '.doppel-partial-a',
    7
  ]) {
    t.match(await backUp(url, { name }), { status: 422, body: { code: 'INVALID_REQUEST' } }, JSON.stringify(name))
  }
  t.match(await backUp(url, { directory: '/tmp' }), { status: 422 })
  t.equal(readdirSync(backups).length, 2)
})

t.test('without a directory, without a file store and without a key there are none', async t => {
  const folder = t.testdir()
  const off = await running(t, { DOPPEL_STORE: `file:${folder}/data` })
  t.match(await backUp(off), { status: 409, body: { code: 'BACKUP_OFF', detail: /set DOPPEL_BACKUP_DIRECTORY/ } })
  const memory = await running(t, { DOPPEL_STORE: 'memory:', DOPPEL_BACKUP_DIRECTORY: join(folder, 'backups') })
  t.match(await backUp(memory), { status: 422, body: { code: 'NOT_SUPPORTED', detail: /"memory:"/ } })
  const locked = await running(t, {
    DOPPEL_STORE: `file:${folder}/locked`,
    DOPPEL_BACKUP_DIRECTORY: join(folder, 'backups'),
    DOPPEL_API_KEYS: 'key'
  })
  t.equal((await backUp(locked)).status, 401)
  t.notOk(existsSync(join(folder, 'backups')))
  t.equal((await backUp(locked, undefined, { authorization: 'Bearer key' })).status, 201)
})

t.test('a directory that cannot be made is a 503', async t => {
  const folder = t.testdir({ file: '' })
  const url = await running(t, {
    DOPPEL_STORE: `file:${folder}/data`,
    DOPPEL_BACKUP_DIRECTORY: join(folder, 'file', 'backups')
  })
  t.match(await backUp(url), { status: 503, body: { code: 'STORE_UNAVAILABLE' } })
})

t.test('a full disk is a 507 that leaves nothing, and the service goes on', async t => {
  const mount = mountSmallDisk(t, 2)
  if (mount === undefined) return
  const folder = t.testdir()
  const url = await running(t, { DOPPEL_STORE: `file:${folder}/data`, DOPPEL_BACKUP_DIRECTORY: mount })
  const put = (id: number, text: string) => post(url, '/v1/collections/default/documents', { id: `d${id}`, text })
  for (let id = 0; id < 40; id++) t.equal((await put(id, `${id} `.repeat(30_000))).status, 201)
  for (let round = 0; round < 2; round++) {
    t.match(await backUp(url, { name: 'big' }), { status: 507, body: { code: 'STORE_FULL' } })
    t.strictSame(readdirSync(mount), [])
  }
  t.equal((await put(100, 'goes on')).status, 201)
  for (let id = 0; id < 40; id++) {
    await fetch(new URL(`/v1/collections/default/documents/d${id}`, url), { method: 'DELETE' })
  }
  t.equal((await backUp(url, { name: 'small' })).status, 201)
  t.match(await runCommand('verify', join(mount, 'small')), { status: 0 })
})

t.test('the backups cannot be in the data directory', async t => {
  const directory = t.testdir()
  writeFileSync(join(directory, 'x'), '')
  for (const backups of ['data', 'data/backups', 'data/..hidden']) {
    const environment = { DOPPEL_STORE: `file:${directory}/data`, DOPPEL_BACKUP_DIRECTORY: join(directory, backups) }
    t.throws(() => readConfig(environment), { message: /must not be the data directory .*, nor within it/ })
  }
  const beside = { DOPPEL_STORE: `file:${directory}/data`, DOPPEL_BACKUP_DIRECTORY: join(directory, 'data2') }
  t.equal(readConfig(beside).backupDirectory, join(directory, 'data2'))
})
