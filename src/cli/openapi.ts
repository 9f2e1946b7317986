import { version } from '../version.ts'
import type { Command } from './command.ts'

/** Prints the description of the HTTP interface. */
export const openapi: Command = {
  summary: 'print the OpenAPI description of the service, as YAML',
  options: {},
  examples: [{ call: 'doppel openapi > openapi.yaml', does: 'writes it to a file' }],
  async run(_values, { out }) {
    const { openApiYaml } = await import('../http/openapi.ts')
    out.write(await openApiYaml(version))
    return 0
  }
}
