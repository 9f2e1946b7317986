import { parseArgs } from 'node:util'
import { nearestName } from '../nearest-name.ts'
import { type Command, type CommandArgument, CommandError, type Completion, type OptionValues } from './command.ts'

/** What was asked of a command. */
export interface Call {
  readonly values: OptionValues
  readonly positionals: readonly string[]
}

/**
 * Reads the options of a call.
 *
 * @param options those that the command knows
 * @throws CommandError with status 2 for an option that is unknown, has no value, or a value that it does not take
 */
export function parseCall(args: readonly string[], options: Command['options']): Call {
  const call = parsed(args, options)
  for (const [name, { completes }] of Object.entries(options)) {
    for (const value of [call.values[name] ?? []].flat()) requireChoice(`--${name}`, String(value), completes)
  }
  return call
}

function parsed(args: readonly string[], options: Command['options']): Call {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS_')) throw error
    const unknown = args.find(
      arg => arg.startsWith('--') && !Object.hasOwn(options, arg.slice(2).split('=')[0] as string)
    )
    const hint =
      unknown === undefined ? '' : `; the nearest is "--${nearestName(unknown.slice(2), Object.keys(options))}"`
    throw new CommandError(`${message.split('. ')[0]}${hint}`, 2)
  }
}

/**
 * @param name the command's
 * @throws CommandError with status 2 where there are too many, too few, or others than the command takes
 */
export function requireArguments(args: readonly string[], name: string, known: readonly CommandArgument[] = []): void {
  if (known.at(-1)?.isRepeatable !== true && args.length > known.length) {
    throw new CommandError(`Unexpected argument '${args[known.length]}'`, 2)
  }
  const missing = known[args.length]
  if (missing !== undefined && missing.isOptional !== true) {
    throw new CommandError(`${name} needs ${missing.placeholder}: ${missing.help}`, 2)
  }
  for (const [index, arg] of args.entries()) {
    const { placeholder, completes } = (known[index] ?? known.at(-1)) as CommandArgument
    requireChoice(placeholder, arg, completes)
  }
}

function requireChoice(name: string, value: string, completes: Completion | undefined): void {
  if (!Array.isArray(completes) || completes.includes(value)) return
  throw new CommandError(`${name} is ${JSON.stringify(value)}: it must be one of ${completes.join(', ')}`, 2)
}
