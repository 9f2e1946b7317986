import { formats } from '../dedup/inputs/format.ts'
import type { CommandOption } from './command.ts'

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
    help: `what inputs are whose names do not tell: ${formats.join(', ')}`,
    completes: formats
  }
} as const satisfies Readonly<Record<string, CommandOption>>
