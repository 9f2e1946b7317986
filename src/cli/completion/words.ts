import type { Command, Completion } from '../command.ts'

/** Every command by its name. */
export type Commands = Readonly<Record<string, Command>>

/** An option as a shell needs it. */
export interface OptionWord {
  /** Without the dashes. */
  readonly name: string
  readonly help: string
  readonly isRepeatable: boolean
  /** What its value may be; undefined where it has none. */
  readonly value: { readonly placeholder: string; readonly completes: Completion } | undefined
}

/** The options of a command, `--help` included. */
export function optionWords({ options }: Command): OptionWord[] {
  const own = Object.entries(options).map(
    ([name, { type, help, placeholder = '', completes = 'nothing', multiple }]) => ({
      name,
      help,
      isRepeatable: multiple === true,
      value: type === 'string' ? { placeholder, completes } : undefined
    })
  )
  return [...own, { name: 'help', help: 'print this help', isRepeatable: false, value: undefined }]
}

/** What the arguments of a command may be, in order; the last one stands for all further ones where it is repeatable. */
export function argumentWords({ arguments: known = [] }: Command) {
  return known.map(({ placeholder, isRepeatable = false, completes = 'files' }) => ({
    placeholder,
    isRepeatable,
    completes: completes as Completion
  }))
}

/** A text as one word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
