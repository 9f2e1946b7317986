import { spawnSync } from 'node:child_process'
import { options } from '../report/options.ts'
import { benches, faults, type Step } from './steps.ts'

// Each step runs although another one failed. Results go to the folder of --out, one file a step.
const { only } = options({ only: '' })
const folder = process.argv.find(argument => argument.startsWith('--out='))?.slice('--out='.length)
const steps = [...benches, ...faults].filter(({ name }) => only === '' || only.split(',').includes(name))
const failed = steps.filter(step => !passes(step)).map(({ name }) => name)
console.log(
  `\n${steps.length - failed.length} of ${steps.length} steps passed${failed.map(name => `, not ${name}`).join('')}`
)
if (failed.length > 0) process.exitCode = 1

function passes({ name, script, parameters }: Step): boolean {
  console.log(`\n# ${name}\n`)
  const out = folder === undefined ? [] : [`--out=${folder}/${name}.json`]
  return spawnSync('npm', ['run', '--silent', script, '--', ...parameters, ...out], { stdio: 'inherit' }).status === 0
}
