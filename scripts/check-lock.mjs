// Checks that package-lock.json installs everywhere: exact versions asked for, no registry named,
// and no platform's package missing (npm leaves out, without a word, those that its registry lacks).
import { readFileSync } from 'node:fs'

const read = name => JSON.parse(readFileSync(name, 'utf8'))
const manifest = read('package.json')
const { '': _, ...packages } = read('package-lock.json').packages
const problems = []

for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    problems.push(`package.json: ${name} ${version} is not an exact version`)
  if (packages[`node_modules/${name}`]?.version !== version) problems.push(`${name} ${version} is not the one locked`)
}

/** Where Node would look for a package required from `path`. */
const isLocked = (path, name) => {
  const folders = path.split('/node_modules/')
  return (
    folders.some(
      (_, depth) => `${folders.slice(0, depth + 1).join('/node_modules/')}/node_modules/${name}` in packages
    ) || `node_modules/${name}` in packages
  )
}

for (const [path, { resolved, integrity, optionalDependencies = {} }] of Object.entries(packages)) {
  if (resolved) problems.push(`${path}: names the registry it came from`)
  if (!integrity) problems.push(`${path}: has no checksum`)
  for (const name of Object.keys(optionalDependencies)) {
    if (!isLocked(path, name)) problems.push(`${path}: its platform package ${name} is missing`)
  }
}

const lmdb = Object.keys(packages['node_modules/lmdb'].optionalDependencies ?? {})
if (lmdb.length < 7) problems.push(`lmdb has ${lmdb.length} platform packages, not 7`)

for (const problem of problems) console.error(problem)
console.log(`${Object.keys(packages).length} packages locked, ${problems.length} problems`)
if (problems.length > 0) process.exitCode = 1
