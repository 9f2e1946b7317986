import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { compileFolders } from '../helpers/compile.ts'
import type { DamageReport } from '../helpers/damage-child.ts'
import { Random } from '../helpers/random.ts'
import { allAnswers, fillDirectory, openDirectory } from '../helpers/stored-directory.ts'

const rounds = Number(process.env.DAMAGE_ROUNDS ?? 12)
/** Bytes of a page of the data file. */
const pageBytes = 16_384
const seed = Number(process.env.DAMAGE_SEED ?? Date.now() % 1e6)
const random = new Random(seed)
const folder = t.testdir()
const compiled = join(folder, 'compiled')
const whole = join(folder, 'whole')
const damaged = join(folder, 'damaged')
const expected = join(folder, 'expected.json')
t.comment(`seed ${seed}`)
t.setTimeout(240_000)

compileFolders(['src', 'test/helpers'], compiled)
const sources = fileURLToPath(new URL('../../src', import.meta.url))
cpSync(sources, join(compiled, 'src'), { recursive: true, filter: path => !path.endsWith('.ts') })
await fillDirectory(join(folder, 'data'), 200)
const original = await openDirectory(join(folder, 'data'))
const answers = {
  default: Object.fromEntries(await allAnswers(original)),
  sets: Object.fromEntries(await allAnswers(original, 'sets'))
}
writeFileSync(expected, JSON.stringify(answers))
// A copy has no free pages: nearly every byte of it matters.
await original.journal.backUp(whole)
await original.store.close()
const bytes = readFileSync(join(whole, 'store', 'data.mdb'))

/** What became of a process that met the damage; LMDB may end it by a signal, which harms nobody. */
function meet(mode: 'serve' | 'verify', data: Buffer): DamageReport | NodeJS.Signals {
  const file = join(damaged, 'store', 'data.mdb')
  rmSync(damaged, { recursive: true, force: true })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, data)
  const child = join(compiled, 'test/helpers/damage-child.js')
  const { stdout, stderr, signal } = spawnSync(process.execPath, [child, mode, damaged, expected], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {}
  })
  if (signal !== null) return signal
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as DamageReport
}

/** Serves and verifies damaged data, and fails where anything wrong is answered or a verification dies. */
function tryDamage(t: Test, data: Buffer, what: string): { isNamed: boolean; isMet: boolean } {
  const verified = meet('verify', data)
  const served = meet('serve', data)
  if (typeof verified === 'string') {
    t.fail(`${what}: the verification ended by ${verified}`)
    return { isNamed: false, isMet: true }
  }
  const isNamed = verified.refusal !== undefined
  if (typeof served === 'string') {
    t.ok(isNamed, `${what}: the service ended by ${served}, the verification names it`)
    return { isNamed, isMet: true }
  }
  t.strictSame(served.wrong, [], `${what}: nothing wrong is answered`)
  const isMet = served.refusal !== undefined || served.refused > 0
  if (isMet) t.ok(isNamed, `${what}: what the service refuses the verification names`)
  return { isNamed, isMet }
}

function flipped(at: number): Buffer {
  const data = Buffer.from(bytes)
  data[at] = (data[at] as number) ^ (1 << random.below(8))
  return data
}

t.test('a flipped bit anywhere is never answered from, and named unless nothing reads it', async t => {
  for (let round = 0; round < rounds; round++) {
    const at = random.below(bytes.length)
    tryDamage(t, flipped(at), `byte ${at}`)
  }
})

t.test('a flipped bit in what LMDB keeps of its pages is never answered from', async t => {
  for (let round = 0; round < rounds; round++) {
    const at = random.below(bytes.length / pageBytes) * pageBytes + random.below(120)
    tryDamage(t, flipped(at), `byte ${at}`)
  }
})

t.test('a page of noise is never answered from, and refused where LMDB cannot read it', async t => {
  for (let round = 0; round < rounds / 3; round++) {
    const page = 2 + random.below(bytes.length / pageBytes - 2)
    const data = Buffer.from(bytes)
    for (let at = page * pageBytes; at < (page + 1) * pageBytes; at++) data[at] = random.below(256)
    tryDamage(t, data, `page ${page}`)
  }
})

t.test('a flipped bit in a text is named', async t => {
  const [text = ''] = Object.values(answers.default).flatMap(answer => JSON.parse(answer).document.text || [])
  const at = bytes.indexOf(text)
  t.ok(at > 0)
  t.strictSame(tryDamage(t, flipped(at + random.below(text.length)), 'a text'), { isNamed: true, isMet: true })
})

t.test('a truncated file is refused or named', async t => {
  for (const length of [bytes.length - pageBytes, bytes.length >> 1, 40_000, pageBytes, 100]) {
    const { isNamed } = tryDamage(t, bytes.subarray(0, length), `${length} bytes`)
    t.ok(isNamed, `${length} bytes`)
  }
})

t.test('a snapshot that is damaged or of another directory costs time and a warning, and no answer', async t => {
  const data = join(folder, 'snapshots')
  cpSync(join(folder, 'data'), data, { recursive: true })
  const snapshot = join(data, 'index.snapshot')
  const other = join(folder, 'other')
  for (const directory of [other, data]) {
    const { service, store } = await openDirectory(directory)
    const text = 'enough changes for a snapshot'
    await Promise.all(
      Array.from({ length: 5_500 }, (_, id) =>
        service.ingest('many', { id: `m${id}`, text: `${text} ${id}` }, { matchLimit: 0, renew: false }).catch(() => {})
      )
    )
    await service.putCollection('many', {})
    await Promise.all(
      Array.from({ length: 5_500 }, (_, id) =>
        service.ingest('many', { id: `m${id}`, text: `${id} ${id * 7} ${id * 13}` }, { matchLimit: 0, renew: false })
      )
    )
    await store.close()
  }
  const good = readFileSync(snapshot)
  const served = async () => {
    const opened = await openDirectory(data)
    const found = { default: Object.fromEntries(await allAnswers(opened)), notices: opened.notices }
    await opened.store.close()
    return found
  }
  t.strictSame(await served(), { default: answers.default, notices: [] }, 'a whole snapshot')
  for (let round = 0; round < rounds; round++) {
    const bad = Buffer.from(good)
    const at = random.below(good.length)
    bad[at] = (bad[at] as number) ^ (1 << random.below(8))
    writeFileSync(snapshot, bad)
    const found = await served()
    t.strictSame(found.default, answers.default, `byte ${at} of the snapshot`)
    t.match(found.notices.join(), /^(the snapshot cannot be used, the indexes are built from all rows: .+)?$/)
  }
  writeFileSync(snapshot, good.subarray(0, good.length >> 1))
  t.match((await served()).notices, [/the snapshot cannot be used/])
  cpSync(join(other, 'index.snapshot'), snapshot)
  t.ok(statSync(snapshot).size > 0)
  t.strictSame((await served()).default, answers.default, 'the snapshot of another directory')
})
