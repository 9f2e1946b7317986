import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable } from '../report/table.ts'
import { withServer } from '../server/server-process.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { families, type Measured, measureFamily } from './measure.ts'

/** Most time of its own that the main thread may hold a probe for, in milliseconds. */
const mostOwnMs = 100

const asked = options({ limit: 16 * 1024 * 1024, only: '' })
const machine = thisMachine()
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}\n`)
const head = ['scenario', 'route', 'bytes', 'status', 'pause ms', 'own ms', 'memory MB']
const measured: Measured[] = []
for (const family of families.filter(({ name }) => name.includes(asked.only))) {
  await inTemporaryDirectory(directory =>
    withServer({ directory, from: 'build' }, async server => {
      console.log(`\n${family.name}:\n\n${markdownTable(head, [])}`)
      for await (const result of measureFamily(server, family, asked.limit)) {
        measured.push(result)
        console.log(
          markdownTable(head, [row(result)])
            .split('\n')
            .at(-1)
        )
      }
    })
  )
}
save({ bench: 'pauses', machine, asked, measured })
const tooLong = measured.filter(({ ownMs }) => ownMs > mostOwnMs)
const wrong = measured.filter(({ expected, statuses }) => statuses.some(status => status !== expected))
console.log(
  `\n${measured.length} scenarios; ${tooLong.length} held a probe for more than ${mostOwnMs} ms; ${wrong.length} with another status`
)
if (tooLong.length + wrong.length > 0) process.exitCode = 1

function row({ name, route, isGzip, bytes, expected, statuses, pauseMs, ownMs, memoryBytes }: Measured): string[] {
  const isRight = statuses.every(status => status === expected)
  const status = isRight ? String(expected) : `${[...new Set(statuses)].join(', ')} for ${expected}`
  const figures = [count(pauseMs), `${count(ownMs)}${ownMs > mostOwnMs ? ' !' : ''}`, count(memoryBytes / 1e6)]
  return [`${name}${isGzip ? ', gzip' : ''}`, route, count(bytes), status, ...figures]
}
