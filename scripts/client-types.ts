// Prints the types of the client as openapi.yaml gives them; `npm run client:types` writes them to their file.
import openapiTypes, { astToString } from 'openapi-typescript'

const specification = new URL('../openapi.yaml', import.meta.url)
const types = await openapiTypes(specification, {
  // A field with a default need not be sent.
  defaultNonNullable: false,
  immutable: true,
  silent: true
})
process.stdout.write(
  `// Made from openapi.yaml by \`npm run client:types\`; not to be edited.\n\n${astToString(types)}`
)
