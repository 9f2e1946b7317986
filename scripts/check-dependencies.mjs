// Checks the rules of .dependency-cruiser.mjs, and that every source file was seen:
// with a compiler it does not know, dependency-cruiser finds no module and reports success.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const run = spawnSync('npx', ['--no-install', 'depcruise', 'src', '--output-type', 'json'], {
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
  shell: process.platform === 'win32'
})
if (!run.stdout.startsWith('{')) throw new Error(run.stderr || 'dependency-cruiser said nothing')
const { modules, summary } = JSON.parse(run.stdout)

for (const { rule, from, to, cycle } of summary.violations) {
  const path = cycle ? cycle.map(step => step.name).join(' -> ') : to
  console.error(`${rule.name}: ${from} -> ${path}`)
}

const seen = modules.filter(({ source }) => /^src\/.*[.]ts$/.test(source)).length
const present = readdirSync('src', { recursive: true }).filter(name => name.endsWith('.ts')).length
console.log(`${seen} of ${present} source files checked, ${summary.violations.length} violations`)
if (present === 0 || seen < present || summary.violations.length > 0) process.exitCode = 1
