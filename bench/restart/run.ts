import { DocumentStream } from '../documents/document-stream.ts'
import { sentenceBase } from '../documents/sentences.ts'
import { thisMachine } from '../report/machine.ts'
import { options } from '../report/options.ts'
import { save } from '../report/save.ts'
import { count, markdownTable, short } from '../report/table.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'
import { measureRestarts } from './measure.ts'

const asked = options({ documents: 1_000_000, words: 400, copies: 0.1, seed: 1, damage: false, verify: false })
const machine = thisMachine()
const base = sentenceBase()
console.log(`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}; sentences of ${base.source}`)
const stream = new DocumentStream(base, { seed: asked.seed, words: asked.words, copies: asked.copies, prefix: 'd' })
const { restarts, skipped, verified } = await inTemporaryDirectory(directory =>
  measureRestarts({ directory, from: 'build' }, stream, asked)
)

for (const sentence of skipped) console.log(sentence)
console.log('\nFrom the start of the process to the first 200 for /readyz; the files are in the cache of the system:\n')
const rows = restarts.map(({ after, seconds, documents }) => [after, short(seconds), count(documents)])
console.log(markdownTable(['after', 'seconds', 'documents'], rows))
for (const { isQuick, seconds, says } of verified) {
  console.log(`\n\`doppel verify${isQuick ? ' --quick' : ''}\`: ${short(seconds)} s; ${says}`)
}
save({ bench: 'restart', machine, asked, source: base.source, restarts, verified, skipped })
if (restarts.some(({ documents }) => documents !== asked.documents)) throw new Error('documents are missing')
