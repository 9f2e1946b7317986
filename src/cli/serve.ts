import { describeConfig, settingsInForce } from '../config.ts'
import { type Command, CommandError, jsonOption } from './command.ts'

/** Runs the service. */
export const serve: Command = {
  summary: 'run the service until it is told to stop; settings are environment variables',
  options: {
    'print-config': { type: 'boolean', help: 'print the settings in force and where each comes from, and end' },
    json: { ...jsonOption, help: 'with --print-config: print them as JSON' }
  },
  examples: [
    { call: 'doppel serve', does: 'serves http://127.0.0.1:3000 with the documents in ./data' },
    { call: 'PORT=8080 DOPPEL_STORE=memory: doppel serve', does: 'elsewhere, and forgets everything at the end' }
  ],
  async run(values, { out }) {
    const isJson = values.json === true
    if (values['print-config'] === true) {
      out.write(isJson ? `${JSON.stringify(settingsInForce())}\n` : describeConfig())
      return 0
    }
    if (isJson) throw new CommandError('--json needs --print-config', 2)
    await import('../main.ts')
    return undefined
  }
}
