import { version } from '../version.ts'
import type { Command } from './command.ts'

/** Prints the description of the HTTP interface. */
export const openapi: Command = {
  summary: 'print the OpenAPI description of the service, as YAML',
  options: {},
  async run(_values, { out }) {
    const { openApiYaml } = await import('../http/openapi.ts')
    out.write(await openApiYaml(version))
    return 0
  }
}
