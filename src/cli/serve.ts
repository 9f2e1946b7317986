import { describeConfig } from '../config.ts'
import type { Command } from './command.ts'

/** Runs the service. */
export const serve: Command = {
  summary: 'run the service until it is told to stop; settings are environment variables',
  options: {
    'print-config': { type: 'boolean', help: 'print the settings in force and where each comes from, and end' }
  },
  examples: [
    { call: 'doppel serve', does: 'serves http://127.0.0.1:3000 with the documents in ./data' },
    { call: 'PORT=8080 DOPPEL_STORE=memory: doppel serve', does: 'elsewhere, and forgets everything at the end' }
  ],
  async run(values, { out }) {
    if (values['print-config'] === true) {
      out.write(describeConfig())
      return 0
    }
    await import('../main.ts')
    return undefined
  }
}
