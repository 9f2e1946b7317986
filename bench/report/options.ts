import { parseArgs } from 'node:util'

type Option = number | string | boolean

/**
 * The arguments of a bench, each `--name value`, or `--name` alone for a boolean. What is not given has its default,
 * which also says of which type it is. `--out=FILE` and `--without-python` are known everywhere.
 *
 * @throws for an unknown name and for a number that is none
 */
export function options<Options extends Record<string, Option>>(defaults: Options): Readonly<Options> {
  const known: Record<string, Option> = { ...defaults, out: '', 'without-python': false }
  const declared = Object.entries(known).map(
    ([name, value]) => [name, { type: typeof value === 'boolean' ? 'boolean' : 'string' }] as const
  )
  const { values } = parseArgs({ options: Object.fromEntries(declared) })
  const chosen = Object.entries(defaults).map(([name, value]) => [name, chosenValue(name, values[name], value)])
  return Object.fromEntries(chosen) as Options
}

function chosenValue(name: string, given: unknown, byDefault: Option): Option {
  if (given === undefined) return byDefault
  if (typeof byDefault !== 'number') return given as Option
  const value = Number(given)
  if (Number.isFinite(value)) return value
  throw new Error(`--${name} must be a number, not ${given}`)
}
