// Writes docs/reference/cli.md from the commands in src/cli.
//   npx tsx scripts/docs-from-commands.ts
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from '../src/cli/command.ts'
import { commands } from '../src/cli/commands.ts'
import { argumentRows, commonStatuses, optionRows, usageOf } from '../src/cli/help.ts'

const head = `# Command line

<!-- Written by scripts/docs-from-commands.ts. Do not edit: change the commands in src/cli and run \`npm run docs\`. -->

\`doppel COMMAND --help\` prints what is here about a command. Results go to standard output; messages and progress go to standard
error, progress only where that is a terminal. [The guide](../guide/command-line.md) shows the commands at work.

## Exit status

| status | meaning |
|---|---|
`

/** The reference page of the command line. */
export function commandLinePage(): string {
  const sections = Object.entries(commands).map(([name, command]) => `\n${sectionOf(name, command)}`)
  return `${head}${rowsOf(statusRows(commonStatuses))}\nSome commands have more of them, or say more of one; then their section does.\n${sections.join('')}`
}

function sectionOf(name: string, command: Command): string {
  const { summary, examples = [], statuses } = command
  const withHelp = {
    ...command,
    options: { ...command.options, help: { type: 'boolean', help: 'print this help' } }
  } as const
  const args = argumentRows(command)
  return [
    `## ${name}\n\n${sentence(summary)}\n\n\`\`\`\n${usageOf(name, command)}\n\`\`\`\n`,
    args.length === 0 ? '' : tableOf('argument', args),
    tableOf('option', optionRows(withHelp)),
    statuses === undefined ? '' : tableOf('status', statusRows(statuses)),
    examples.length === 0
      ? ''
      : `\`\`\`sh\n${examples.map(({ call, does }) => `${call}   # ${does}\n`).join('')}\`\`\`\n`
  ]
    .filter(part => part !== '')
    .join('\n')
}

function tableOf(title: string, rows: readonly (readonly [string, string])[]): string {
  return `| ${title} | meaning |\n|---|---|\n${rowsOf(rows)}`
}

function rowsOf(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([left, right]) => `| \`${left}\` | ${right.replaceAll('|', '\\|')} |\n`).join('')
}

function statusRows(statuses: Readonly<Record<number, string>>): [string, string][] {
  return Object.entries(statuses)
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/reference/cli.md', import.meta.url), commandLinePage())
}
