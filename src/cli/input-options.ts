import { formats } from '../dedup/inputs/format.ts'
import { CommandError, type CommandOption, type OptionValues } from './command.ts'
import { stringValue } from './option-values.ts'

/** How files are read. */
export const inputOptions = {
  'text-field': { type: 'string', placeholder: 'NAME', help: 'the field or column of the text; text by default' },
  'id-field': {
    type: 'string',
    placeholder: 'NAME',
    help: 'that of the id; id by default. A record without one is called FILE:LINE'
  },
  format: {
    type: 'string',
    placeholder: 'FORMAT',
    help: `what inputs, and files in folders, are whose names do not tell: ${formats.join(', ')}`,
    completes: formats
  },
  delimiter: {
    type: 'string',
    placeholder: 'CHARACTER',
    help: "what separates the cells of .csv and .tsv files: one character, or tab; ',' and tab by default"
  }
} as const satisfies Readonly<Record<string, CommandOption>>

/** What separates cells, where the call says so. @throws CommandError with status 2 for what cannot */
export function delimiterValue(values: OptionValues): string | undefined {
  const value = stringValue(values, 'delimiter')
  if (value === undefined) return undefined
  const delimiter = value === 'tab' || value === '\\t' ? '\t' : value
  if (/^[\t\x20-\x7e]$/.test(delimiter) && delimiter !== '"') return delimiter
  throw new CommandError(
    `--delimiter is ${JSON.stringify(value)}: it must be one ASCII character but a quote, or tab`,
    2
  )
}
