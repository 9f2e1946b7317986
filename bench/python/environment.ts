import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What the benches can compare with besides npm packages. */
export interface PythonEnvironment {
  /** The interpreter, with the peers installed; undefined where there is none. */
  readonly python: string | undefined
  /** Versions of the interpreter and of each package that was installed. */
  readonly versions: Readonly<Record<string, string>>
  /** What is missing, one sentence each. */
  readonly missing: readonly string[]
}

/**
 * A virtual environment with the peers from PyPI, made in bench/.venv when it is missing or
 * the requirements have changed. What cannot be installed is left out and named, and with the
 * argument `--without-python` everything is.
 *
 * @param bench has packages that would not go together with those of the others: its own environment is made of
 * `NAME_requirements.txt`
 */
export function pythonEnvironment(bench?: string): PythonEnvironment {
  const folder = fileURLToPath(new URL(bench === undefined ? '../.venv/' : `../.venv-${bench}/`, import.meta.url))
  const prefix = bench === undefined ? '' : `${bench}_`
  const requirements = fileURLToPath(new URL(`${prefix}requirements.txt`, import.meta.url))
  if (process.argv.includes('--without-python')) {
    return { python: undefined, versions: {}, missing: ['Without Python: no comparison with PyPI packages.'] }
  }
  const wanted = readFileSync(requirements, 'utf8')
  const stamp = `${folder}environment.json`
  const known = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : undefined
  if (known?.wanted === wanted) return known.environment
  const environment = makeEnvironment(folder, wanted.trim().split('\n'))
  if (environment.python !== undefined) writeFileSync(stamp, JSON.stringify({ wanted, environment }))
  return environment
}

function makeEnvironment(folder: string, packages: readonly string[]): PythonEnvironment {
  const python = `${folder}bin/python`
  const versions: Record<string, string> = {}
  try {
    versions.python = run('python3', ['-c', 'import platform; print(platform.python_version())'])
    process.stderr.write(`making a virtual environment with the peers in ${folder}\n`)
    run('python3', ['-m', 'venv', folder])
  } catch {
    return {
      python: undefined,
      versions,
      missing: ['There is no python3 with venv: no comparison with PyPI packages.']
    }
  }
  const missing: string[] = []
  for (const wanted of packages) {
    const [name, version] = wanted.split('==') as [string, string]
    try {
      run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', wanted])
      versions[name] = version
    } catch {
      missing.push(`${wanted} could not be installed here.`)
    }
  }
  return { python, versions, missing }
}

function run(command: string, parameters: readonly string[]): string {
  return execFileSync(command, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}
