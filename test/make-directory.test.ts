import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { makeDirectory, privateDirectory } from '../src/make-directory.ts'

t.test('makes what is missing, and the last with the permissions given', async t => {
  const path = join(t.testdir(), 'a/b/c')
  makeDirectory(path, privateDirectory)
  t.ok(statSync(path).isDirectory())
  if (process.platform !== 'win32') t.equal(statSync(path).mode & 0o777, privateDirectory)
  makeDirectory(path)
})

t.test('says what is wrong where a directory cannot be made, instead of trying for ever', async t => {
  const folder = t.testdir()
  writeFileSync(join(folder, 'file'), '')
  t.throws(() => makeDirectory(join(folder, 'file')), { code: 'EEXIST' })
  t.throws(() => makeDirectory(join(folder, 'file/within')), { code: 'ENOTDIR' })
  const skip = existsSync('/proc/self') ? false : 'there is no /proc'
  t.test('below /proc', { skip }, async t => {
    t.throws(() => makeDirectory('/proc/doppel/data'), { code: 'ENOENT' })
  })
})
