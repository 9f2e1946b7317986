import type { Writable } from 'node:stream'

/** One option of a command, as node:util's parseArgs takes it, and a line of help. */
export interface CommandOption {
  readonly type: 'boolean' | 'string'
  readonly help: string
  /** What stands for the value in the help. */
  readonly placeholder?: string
}

/** The options of a call, by name. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>

/** What a command takes after its options. */
export interface CommandArgument {
  /** What stands for it in the help. */
  readonly placeholder: string
  readonly help: string
  readonly isOptional?: boolean
}

/** Where a command writes. */
export interface CommandOutput {
  readonly out: Writable
  readonly err: Writable
}

/** A command of the command line. */
export interface Command {
  /** One line of help. */
  readonly summary: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** At most one. */
  readonly argument?: CommandArgument
  /**
   * @param argument undefined where it is optional and missing
   * @returns the exit status; undefined while something goes on running
   */
  readonly run: (
    values: OptionValues,
    output: CommandOutput,
    argument: string | undefined
  ) => Promise<number | undefined>
}

/** A failure with a message for the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  /** 2 for a call that makes no sense, 1 for anything else. */
  readonly status: 1 | 2

  constructor(message: string, status: 1 | 2) {
    super(message)
    this.status = status
  }
}
