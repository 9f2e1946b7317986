import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileFolders } from '../../test/helpers/compile.ts'
import { crashRounds } from '../../test/helpers/crash-rounds.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable } from '../report/table.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'

const asked = options({ rounds: 200, seed: 0 })
const seed = asked.seed || Date.now() % 2 ** 31
console.log(`Rounds of kill -9 and SIGTERM at random moments, seed ${seed}\n`)
// Within the checkout, where packages are found.
const compiled = mkdtempSync(join(fileURLToPath(new URL('..', import.meta.url)), '.crash-'))
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }))
compileFolders(['src', 'test/helpers'], compiled)
const child = join(compiled, 'test/helpers/crash-child.js')
const counts = await inTemporaryDirectory(directory =>
  crashRounds({ folder: join(directory, 'rounds'), child, seed, rounds: asked.rounds })
)
const { kinds, ...figures } = counts
console.log(
  markdownTable(
    ['what', 'count'],
    Object.entries({ ...figures, ...kinds }).map(([name, value]) => [name, count(value)])
  )
)
console.log('\nNothing that was acknowledged was lost, nothing was torn, and every index was that of the rows.')
save({ bench: 'crash', machine: thisMachine(), asked: { ...asked, seed }, counts })
