import { join } from 'node:path'
import t from 'tap'
import { compileFolders } from '../helpers/compile.ts'
import { crashRounds } from '../helpers/crash-rounds.ts'

const rounds = 50
const minutes = 3
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 31)
// Each round starts a process.
t.setTimeout((minutes + 1) * 60_000)

t.test(`loses nothing in ${rounds} rounds of kill -9 and SIGTERM`, async t => {
  const folder = t.testdir()
  const compiled = join(folder, 'compiled')
  compileFolders(['src', 'test/helpers'], compiled)
  const counts = await crashRounds({
    folder: join(folder, 'rounds'),
    child: join(compiled, 'test/helpers/crash-child.js'),
    seed,
    rounds,
    deadline: Date.now() + minutes * 60_000
  })
  t.comment(`seed ${seed}: ${JSON.stringify(counts)}`)
  t.ok(counts.rounds > 4, 'some rounds were run')
  t.ok(counts.acknowledged > counts.rounds * 10, 'the children did some work before they were ended')
  t.ok(counts.fromSnapshot > counts.rounds / 3, 'many of them left a snapshot')
})
