import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { compileFolders } from '../helpers/compile.ts'
import { Random } from '../helpers/random.ts'
import { runCommand } from '../helpers/run-command.ts'
import { fillDirectory } from '../helpers/stored-directory.ts'

const rounds = 8
const seed = Date.now()
const random = new Random(seed)

t.test('kill -9 during a backup leaves nothing that a restore accepts, and whole backups stay whole', async t => {
  t.comment(`seed ${seed}`)
  const folder = t.testdir()
  const [data, backups, compiled] = ['data', 'backups', 'compiled'].map(name => join(folder, name)) as [
    string,
    string,
    string
  ]
  compileFolders(['src', 'test/helpers'], compiled)
  const sources = fileURLToPath(new URL('../../src', import.meta.url))
  cpSync(sources, join(compiled, 'src'), { recursive: true, filter: path => !path.endsWith('.ts') })
  await fillDirectory(data, 300)
  mkdirSync(backups)
  let partial = 0
  for (let round = 0; round < rounds; round++) {
    const child = spawn(process.execPath, [join(compiled, 'test/helpers/backup-child.js'), data, backups], { env: {} })
    await once(child.stdout, 'data')
    await setTimeout(random.below(150))
    child.kill('SIGKILL')
    await once(child, 'exit')
    for (const name of readdirSync(backups)) {
      const target = join(folder, 'restored')
      const isPartial = name.startsWith('.')
      // Killed between its last byte and its name, it is whole; killed before its last byte, it is not.
      const isWhole = isJson(join(backups, name, 'backup.json'))
      if (isPartial) partial++
      const { status, err } = await runCommand('restore', join(backups, name), '--data', target)
      t.equal(status, isWhole ? 0 : 1, `${name} ${err}`)
      if (!isPartial) t.ok(isWhole, name)
      rmSync(target, { recursive: true, force: true })
      if (!isPartial) rmSync(join(backups, name), { recursive: true })
    }
    t.match(await runCommand('verify', '--quick', data), { status: 0 })
  }
  t.comment(`${partial} were broken off`)
})

function isJson(path: string): boolean {
  try {
    JSON.parse(readFileSync(path, 'utf8'))
    return true
  } catch {
    return false
  }
}
