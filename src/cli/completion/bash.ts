import type { Command, Completion } from '../command.ts'
import { argumentWords, type Commands, optionWords } from './words.ts'

/** A script for bash 4 or newer. */
export function bashCompletion(commands: Commands): string {
  const names = [...Object.keys(commands), '--help', '--version'].join(' ')
  const cases = Object.entries(commands).map(([name, command]) => `    ${name})\n${caseOf(command)} ;;\n`)
  return `# Completion of doppel for bash.
_doppel() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${names}' -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join('')}  esac
}
complete -F _doppel doppel
`
}

function caseOf(command: Command): string {
  const options = optionWords(command)
  const valued = options.flatMap(({ name, value }) =>
    value === undefined ? [] : [`        --${name}) ${completing(value.completes)}; return ;;\n`]
  )
  const flags = options.map(({ name }) => `--${name}`).join(' ')
  return [
    valued.length === 0 ? '' : `      case $previous in\n${valued.join('')}      esac\n`,
    `      if [[ $current == -* ]]; then ${words(flags)}; return; fi\n`,
    `      ${completing(argumentWords(command).at(-1)?.completes ?? 'nothing')}`
  ].join('')
}

function completing(completes: Completion): string {
  if (completes === 'files') return 'compopt -o default'
  if (completes === 'directories') return 'compopt -o dirnames'
  return completes === 'nothing' ? ':' : words(completes.join(' '))
}

function words(list: string): string {
  return `COMPREPLY=($(compgen -W '${list}' -- "$current"))`
}
