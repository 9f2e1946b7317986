import type { Command, Completion } from '../command.ts'
import { argumentWords, type Commands, optionWords } from './words.ts'

/** A script for fish 3 or newer. */
export function fishCompletion(commands: Commands): string {
  const names = Object.entries(commands).map(
    ([name, { summary }]) => `complete -c doppel -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}\n`
  )
  const rest = Object.entries(commands).flatMap(([name, command]) =>
    linesOf(command).map(line => `complete -c doppel -n '__fish_seen_subcommand_from ${name}' ${line}\n`)
  )
  return `# Completion of doppel for fish.
complete -c doppel -f
complete -c doppel -n __fish_use_subcommand -l help -d 'print this help'
complete -c doppel -n __fish_use_subcommand -l version -d 'print the version'
${names.join('')}${rest.join('')}`
}

function linesOf(command: Command): string[] {
  const options = optionWords(command).map(({ name, help, value }) => {
    const action = value === undefined ? '' : ` -r ${actionOf(value.completes)}`
    return `-l ${name} -d ${quoted(help)}${action}`
  })
  const last = argumentWords(command).at(-1)
  return last === undefined ? options : [...options, actionOf(last.completes)]
}

function actionOf(completes: Completion): string {
  if (completes === 'files') return '-F'
  if (completes === 'directories') return `-f -a '(__fish_complete_directories)'`
  return completes === 'nothing' ? '-f' : `-f -a ${quoted(completes.join(' '))}`
}

/** Fish knows no `'\\''`. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
