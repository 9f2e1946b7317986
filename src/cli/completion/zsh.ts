import type { Command, Completion } from '../command.ts'
import { argumentWords, type Commands, optionWords, quoted } from './words.ts'

/** A script for zsh. */
export function zshCompletion(commands: Commands): string {
  const names = Object.entries(commands).map(([name, { summary }]) => `    ${quoted(`${name}:${summary}`)}\n`)
  const cases = Object.entries(commands).map(
    ([name, command]) =>
      `    ${name})\n      _arguments -S${specsOf(command)
        .map(spec => ` \\\n        ${quoted(spec)}`)
        .join('')} ;;\n`
  )
  return `#compdef doppel
# Completion of doppel for zsh.
_doppel() {
  local -a commands=(
${names.join('')}  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join('')}  esac
}
if [[ $funcstack[1] == _doppel ]]; then _doppel "$@"; else compdef _doppel doppel; fi
`
}

function specsOf(command: Command): string[] {
  const options = optionWords(command).map(({ name, help, isRepeatable, value }) => {
    const action = value === undefined ? '' : `:${escaped(value.placeholder)}:${actionOf(value.completes)}`
    return `${isRepeatable ? '*' : ''}--${name}[${escaped(help)}]${action}`
  })
  const args = argumentWords(command).map(
    ({ placeholder, isRepeatable, completes }, at) =>
      `${isRepeatable ? '*' : at + 1}:${escaped(placeholder)}:${actionOf(completes)}`
  )
  return [...options, ...args]
}

function actionOf(completes: Completion): string {
  if (completes === 'files') return '_files'
  if (completes === 'directories') return '_files -/'
  return completes === 'nothing' ? ' ' : `(${completes.join(' ')})`
}

/** What has a meaning in a specification of \`_arguments\`. */
function escaped(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&')
}
