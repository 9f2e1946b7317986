import { version } from '../version.ts'
import { type Command, jsonOption } from './command.ts'

/** Prints the description of the HTTP interface. */
export const openapi: Command = {
  summary: 'print the OpenAPI description of the service, as YAML',
  options: { json: { ...jsonOption, help: 'print it as JSON' } },
  examples: [{ call: 'doppel openapi > openapi.yaml', does: 'writes it to a file' }],
  async run(values, { out }) {
    const { openApiJson, openApiYaml } = await import('../http/openapi.ts')
    out.write(await (values.json === true ? openApiJson : openApiYaml)(version))
    return 0
  }
}
