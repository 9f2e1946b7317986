import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import { withServer } from '../server/server-process.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { kinds } from './kinds.ts'
import { type KindCost, measureKind } from './measure.ts'

const asked = options({ documents: 100_000, 'limit-seconds': 600 })
const machine = thisMachine()
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}`)
const costs: Record<string, KindCost> = {}
for (const [name, kind] of Object.entries(kinds)) {
  console.error(name)
  const size = { documents: asked.documents, limitSeconds: asked['limit-seconds'] }
  costs[name] = await inTemporaryDirectory(directory =>
    withServer({ directory, from: 'build' }, server => measureKind(server, kind, size))
  )
}

const head = ['', 'documents', 'CPU us a document', 'last part', 'times unique', 'longest stall ms', 'largest cluster']
console.log(`\nProcessor time of the server; a kind ends after ${asked['limit-seconds']} s:\n`)
console.log(markdownTable([...head, 'list s', 'list again s'], Object.entries(costs).map(row)))
save({ bench: 'hot-bucket', machine, asked, costs })

function row([name, cost]: [string, KindCost]): string[] {
  return [
    name,
    count(cost.documents),
    short(cost.microseconds),
    short(cost.partMicroseconds.at(-1)!),
    short(cost.microseconds / costs.unique!.microseconds),
    count(cost.stallMs),
    count(cost.largest),
    cost.listSeconds.toFixed(3),
    cost.listAgainSeconds.toFixed(3)
  ]
}
