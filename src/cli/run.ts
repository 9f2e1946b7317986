import { ConfigError } from '../config.ts'
import { nearestName } from '../nearest-name.ts'
import { version } from '../version.ts'
import { parseCall, requireArguments } from './call.ts'
import { type Command, CommandError, type CommandOption, type CommandStreams } from './command.ts'
import { commands } from './commands.ts'
import { commandHelp, generalHelp } from './help.ts'

const commonOptions: Readonly<Record<string, CommandOption>> = {
  help: { type: 'boolean', help: 'print this help' }
}

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit status: 0, 1 for a failure, 2 for a call that makes no sense, others as the command says;
 *   undefined while a service runs
 */
export async function main(args: readonly string[], streams: CommandStreams): Promise<number | undefined> {
  try {
    return await run(args, streams)
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof ConfigError)) throw error
    streams.err.write(`doppel: ${error.message}\n`)
    return error instanceof CommandError ? error.status : 1
  }
}

async function run([name, ...rest]: readonly string[], streams: CommandStreams): Promise<number | undefined> {
  if (name === '--version' || name === '-v') return print(streams, `${version}\n`)
  if (name === '--help' || name === '-h') return print(streams, generalHelp(commands))
  if (name === undefined) {
    streams.err.write(generalHelp(commands))
    return 2
  }
  const command = withCommonOptions(commandNamed(name))
  const { values, positionals } = parseCall(rest, command.options)
  if (values.help === true) return print(streams, commandHelp(name, command))
  requireArguments(positionals, name, command.arguments)
  return command.run(values, streams, positionals)
}

function commandNamed(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command !== undefined) return command
  const [kind, known] = name.startsWith('-') ? ['option', ['--help', '--version']] : ['command', Object.keys(commands)]
  throw new CommandError(`there is no ${kind} "${name}"; the nearest is "${nearestName(name, known)}"`, 2)
}

function withCommonOptions(command: Command): Command {
  return { ...command, options: { ...command.options, ...commonOptions } }
}

function print({ out }: CommandStreams, text: string): number {
  out.write(text)
  return 0
}
