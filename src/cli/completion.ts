import type { Command } from './command.ts'
import { bashCompletion } from './completion/bash.ts'
import { fishCompletion } from './completion/fish.ts'
import type { Commands } from './completion/words.ts'
import { zshCompletion } from './completion/zsh.ts'

const scripts: Readonly<Record<string, (commands: Commands) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion
}

/**
 * The command that prints completions.
 *
 * @param others all other commands
 */
export function completion(others: Commands): Command {
  const command: Command = {
    summary: 'print a script that lets a shell complete commands, options and files',
    arguments: [{ placeholder: 'SHELL', help: 'bash, zsh or fish', completes: Object.keys(scripts) }],
    options: {},
    examples: [
      { call: 'source <(doppel completion bash)', does: 'for this shell; in ~/.bashrc for all' },
      { call: 'source <(doppel completion zsh)', does: 'the same in ~/.zshrc, after compinit' },
      { call: 'doppel completion fish > ~/.config/fish/completions/doppel.fish', does: 'for fish' }
    ],
    async run(_values, { out }, [shell]) {
      const script = scripts[shell as string] as (commands: Commands) => string
      out.write(script({ ...others, completion: command }))
      return 0
    }
  }
  return command
}
