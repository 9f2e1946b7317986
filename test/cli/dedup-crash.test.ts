import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { buildInto } from '../e2e/service-process.ts'
import { asLines, plantedDocuments } from '../helpers/planted-documents.ts'
import { Random } from '../helpers/random.ts'
import { startBuilt } from '../helpers/run-built.ts'

const dist = buildInto(t.testdir())

const runCommand = (...args: string[]) => startBuilt(dist, args).ended

/** An input, and what a run makes of it that nothing stops. */
async function undisturbed(t: Test) {
  const folder = t.testdir({ 'in.jsonl': asLines(plantedDocuments(12_000, 7)) })
  const args = (name: string) => [
    'dedup',
    join(folder, 'in.jsonl'),
    '--out',
    join(folder, name),
    '--clusters',
    join(folder, `${name}.clusters`)
  ]
  t.match(await runCommand(...args('whole')), { status: 0 })
  const isSame = (name: string) => {
    for (const suffix of ['', '.clusters']) {
      t.ok(
        readFileSync(join(folder, name + suffix)).equals(readFileSync(join(folder, `whole${suffix}`))),
        `${name}${suffix} is the same`
      )
    }
  }
  return { folder, args, isSame }
}

t.test('a run that is killed again and again goes on, and makes what an undisturbed one makes', async t => {
  const { folder, args, isSame } = await undisturbed(t)
  const random = new Random(Number(process.env.CRASH_SEED ?? 11))
  let kills = 0
  for (;;) {
    const run = startBuilt(dist, args('killed'))
    const timer = kills < 6 ? setTimeout(() => run.kill('SIGKILL'), 300 + random.below(1200)) : undefined
    const { status, signal, err } = await run.ended
    clearTimeout(timer)
    if (signal === 'SIGKILL') {
      kills++
      t.notOk(existsSync(join(folder, 'killed')), 'nothing half has the name of the output')
      continue
    }
    t.equal(status, 0, err)
    break
  }
  t.comment(`killed ${kills} times`)
  isSame('killed')
  t.strictSame(
    readdirSync(folder).filter(name => /state|part/.test(name)),
    []
  )
})

t.test('Ctrl-C leaves a state that the same command goes on from', async t => {
  const { folder, args, isSame } = await undisturbed(t)
  const run = startBuilt(dist, args('stopped'))
  while (!existsSync(join(folder, 'stopped.doppel-state/job.json'))) await sleep(20)
  run.kill('SIGINT')
  const stopped = await run.ended
  t.match(stopped, { status: 130, out: '', err: /stopped; the same command goes on from .*stopped[.]doppel-state\n$/ })
  t.notOk(existsSync(join(folder, 'stopped')))
  t.match(await runCommand(...args('stopped')), { status: 0 })
  isSame('stopped')
})

t.test('two runs cannot have one state', async t => {
  const folder = t.testdir()
  const args = ['dedup', '-', '--out', join(folder, 'taken')]
  // It goes on until its input ends.
  const input = new PassThrough()
  input.write('{"text":"one two three"}\n')
  const first = startBuilt(dist, args, input)
  while (!existsSync(join(folder, 'taken.doppel-state/input-0.next'))) await sleep(20)
  t.match(await runCommand(...args), { status: 1, err: /another run is using/ })
  input.end()
  t.match(await first.ended, { status: 0 })
})
