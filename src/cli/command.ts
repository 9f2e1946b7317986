import type { Readable, Writable } from 'node:stream'

/** What a shell offers where a value is typed. */
export type Completion = 'files' | 'directories' | 'nothing' | readonly string[]

/** One option of a command, as node:util's parseArgs takes it, and a line of help. */
export interface CommandOption {
  readonly type: 'boolean' | 'string'
  readonly help: string
  /** What stands for the value in the help. */
  readonly placeholder?: string
  /** It may be given more than once, and its value is a list. */
  readonly multiple?: boolean
  /** Nothing by default. A list of names here also says that no other value is taken. */
  readonly completes?: Completion
}

/** What an option of a call says. */
export type OptionValue = string | boolean | readonly (string | boolean)[] | undefined

/** The options of a call, by name. */
export type OptionValues = Readonly<Record<string, OptionValue>>

/** What a command takes besides its options. */
export interface CommandArgument {
  /** What stands for it in the help. */
  readonly placeholder: string
  readonly help: string
  /** Only those at the end may be. */
  readonly isOptional?: boolean
  /** It takes all that is left; only the last one may. */
  readonly isRepeatable?: boolean
  /** Files by default. A list of names here also says that no other value is taken. */
  readonly completes?: Completion
}

/** A call to copy. */
export interface CommandExample {
  /** What follows the `$`. */
  readonly call: string
  readonly does: string
}

/** Where a command reads and writes. */
export interface CommandStreams {
  readonly in: Readable
  /** The result. */
  readonly out: Writable
  /** Messages and progress. */
  readonly err: Writable
}

/** A command of the command line. */
export interface Command {
  /** One line of help. */
  readonly summary: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** In order; none by default. */
  readonly arguments?: readonly CommandArgument[]
  readonly examples?: readonly CommandExample[]
  /** What an exit status of this command says beyond 0, 1 and 2, which mean the same everywhere. */
  readonly statuses?: Readonly<Record<number, string>>
  /**
   * @param args as many as `arguments` allows
   * @returns the exit status; undefined while something goes on running
   */
  readonly run: (values: OptionValues, streams: CommandStreams, args: readonly string[]) => Promise<number | undefined>
}

/** The option of every command that has a result to tell. */
export const jsonOption: CommandOption = { type: 'boolean', help: 'print the result as JSON' }

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
