import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { nearestName } from '../nearest-name.ts'
import { version } from '../version.ts'
import { backup } from './backup.ts'
import { type Command, CommandError, type CommandOption, type CommandOutput, type OptionValues } from './command.ts'
import { demo } from './demo.ts'
import { openapi } from './openapi.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'

const commands: Readonly<Record<string, Command>> = { serve, openapi, demo, backup, restore, verify }

const commonOptions: Readonly<Record<string, CommandOption>> = {
  help: { type: 'boolean', help: 'print this help' }
}

/**
 * Runs the command line.
 *
 * @param args what follows the program's name
 * @returns the exit status: 0, 1 for a failure, 2 for a call that makes no sense; undefined while a service runs
 */
export async function main(args: readonly string[], output: CommandOutput): Promise<number | undefined> {
  try {
    return await run(args, output)
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof ConfigError)) throw error
    output.err.write(`doppel: ${error.message}\n`)
    return error instanceof CommandError ? error.status : 1
  }
}

async function run([name, ...rest]: readonly string[], output: CommandOutput): Promise<number | undefined> {
  if (name === '--version' || name === '-v') return print(output.out, `${version}\n`)
  if (name === '--help' || name === '-h') return print(output.out, generalHelp())
  if (name === undefined) {
    output.err.write(generalHelp())
    return 2
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    const [kind, known] = name.startsWith('-')
      ? ['option', ['--help', '--version']]
      : ['command', Object.keys(commands)]
    throw new CommandError(`there is no ${kind} "${name}"; the nearest is "${nearestName(name, known)}"`, 2)
  }
  const options = { ...command.options, ...commonOptions }
  const { values, positionals } = parsed(rest, options)
  if (values.help === true) return print(output.out, commandHelp(name, command, options))
  return command.run(values, output, argumentIn(positionals, name, command))
}

function argumentIn(
  [argument, ...more]: readonly string[],
  name: string,
  { argument: known }: Command
): string | undefined {
  const unexpected = known === undefined ? argument : more[0]
  if (unexpected !== undefined) throw new CommandError(`Unexpected argument '${unexpected}'`, 2)
  if (argument === undefined && known !== undefined && known.isOptional !== true) {
    throw new CommandError(`${name} needs ${known.placeholder}: ${known.help}`, 2)
  }
  return argument
}

function parsed(
  args: readonly string[],
  options: Command['options']
): { readonly values: OptionValues; readonly positionals: readonly string[] } {
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

function print(out: CommandOutput['out'], text: string): number {
  out.write(text)
  return 0
}

function generalHelp(): string {
  return `doppel finds near-duplicate documents.

Usage: doppel COMMAND [OPTIONS]

Commands:
${columns(Object.entries(commands).map(([name, { summary }]) => [name, summary]))}
Options:
${columns([
  ['--help', 'print this help; after a command, the help of the command'],
  ['--version', 'print the version']
])}`
}

function commandHelp(name: string, { summary, argument }: Command, options: Command['options']): string {
  const rows = Object.entries(options).map(([option, { placeholder, help }]): [string, string] => [
    `--${option}${placeholder === undefined ? '' : ` ${placeholder}`}`,
    help
  ])
  const head = `doppel ${name}: ${summary}\n\n`
  if (argument === undefined) return `${head}Options:\n${columns(rows)}`
  const { placeholder, help, isOptional } = argument
  const usage = `Usage: doppel ${name} ${isOptional === true ? `[${placeholder}]` : placeholder} [OPTIONS]\n\n`
  return `${head}${usage}${columns([[placeholder, help]])}\nOptions:\n${columns(rows)}`
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}
