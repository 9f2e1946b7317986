// Checks that every locked package, development tools included, has a permissive licence.
import { readFileSync } from 'node:fs'

const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib'
])
const exceptions = {
  'argparse@2.0.1': 'Python-2.0: permissive, development only',
  'jsonc-simple-parser@3.0.0': 'MIT by its license file; its package.json does not say',
  'spdx-exceptions@2.5.0': 'CC-BY-3.0: a list of names, development only'
}

/** An SPDX expression: of alternatives one must do, of a conjunction all. */
const isPermissive = expression =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(name => permissive.has(name)))

const { '': _, ...packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
const refused = Object.entries(packages).filter(([path, { version, license }]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return !isPermissive(license ?? '') && !(`${name}@${version}` in exceptions)
})

for (const [path, { version, license }] of refused)
  console.error(`${path} ${version}: ${license ?? 'no licence given'}`)
console.log(`${Object.keys(packages).length} packages, ${refused.length} with a licence that is not on the list`)
if (refused.length > 0) process.exitCode = 1
