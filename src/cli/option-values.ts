import type { Shingling } from '../text/shingle.ts'
import { CommandError, type CommandOption, type OptionValues } from './command.ts'

/** Which shingles documents are compared by. */
export const shingleOption: CommandOption = {
  type: 'string',
  placeholder: 'UNIT-SIZE',
  help: 'shingles: word-1 to word-16, or character-1 to character-64; word-3 by default'
}

/** The value of an option; undefined where the call does not have it. */
export function stringValue(values: OptionValues, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/**
 * The number that an option gives; undefined where the call does not have it.
 *
 * @throws CommandError with status 2 for anything but a number from `min` to `max`
 */
export function numberValue(
  values: OptionValues,
  name: string,
  { min, max, isInteger = false }: { readonly min: number; readonly max: number; readonly isInteger?: boolean }
): number | undefined {
  const value = stringValue(values, name)
  if (value === undefined) return undefined
  const number = /^\d+(\.\d+)?$|^\.\d+$/.test(value) ? Number(value) : Number.NaN
  if (number >= min && number <= max && (!isInteger || Number.isInteger(number))) return number
  const what = isInteger ? 'an integer' : 'a number'
  throw new CommandError(`--${name} is ${JSON.stringify(value)}: it must be ${what} from ${min} to ${max}`, 2)
}

/** The shingles that {@link shingleOption} gives; words, three at a time, by default. */
export function shingleValue(values: OptionValues): Shingling {
  const value = stringValue(values, 'shingle') ?? 'word-3'
  const [, unit, digits] = /^(word|character)-(\d{1,2})$/.exec(value) ?? []
  const size = Number(digits)
  if (size >= 1 && size <= (unit === 'word' ? 16 : 64)) return { unit: unit as Shingling['unit'], size }
  throw new CommandError(
    `--shingle is ${JSON.stringify(value)}: it must be word-1 to word-16, or character-1 to character-64`,
    2
  )
}
