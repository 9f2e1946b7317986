import type { Command, CommandArgument } from './command.ts'

/** What an exit status says after any command. */
export const commonStatuses: Readonly<Record<number, string>> = {
  0: 'done',
  1: 'something failed, or was not done; a line on standard error says what',
  2: 'the call makes no sense, and nothing was done'
}

/** The help of the program. */
export function generalHelp(commands: Readonly<Record<string, Command>>): string {
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

/** The help of one command, as the terminal shows it. */
export function commandHelp(name: string, command: Command): string {
  const { summary, examples = [], statuses } = command
  const parts = [
    `doppel ${name}: ${summary}\n\nUsage: ${usageOf(name, command)}\n`,
    section('Arguments', argumentRows(command)),
    section('Options', optionRows(command)),
    examples.length === 0
      ? ''
      : `Examples:\n${examples.map(({ call, does }) => `  $ ${call}\n      ${does}\n`).join('')}`,
    statuses === undefined ? '' : section('Exit status', Object.entries({ ...commonStatuses, ...statuses }))
  ]
  return parts.filter(part => part !== '').join('\n')
}

/** How a command is called, in one line. */
export function usageOf(name: string, { arguments: known = [] }: Command): string {
  return ['doppel', name, ...known.map(formOf), '[OPTIONS]'].join(' ')
}

/** Each argument and its help. */
export function argumentRows({ arguments: known = [] }: Command): [string, string][] {
  return known.map(({ placeholder, help }) => [placeholder, help])
}

/** Each option with the form of its value, and its help. */
export function optionRows({ options }: Command): [string, string][] {
  return Object.entries(options).map(([name, { placeholder, help, multiple }]) => [
    `--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`,
    multiple === true ? `${help}; may be repeated` : help
  ])
}

function formOf({ placeholder, isOptional, isRepeatable }: CommandArgument): string {
  const form = isRepeatable === true ? `${placeholder}...` : placeholder
  return isOptional === true ? `[${form}]` : form
}

function section(title: string, rows: readonly (readonly [string, string])[]): string {
  return rows.length === 0 ? '' : `${title}:\n${columns(rows)}`
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}
