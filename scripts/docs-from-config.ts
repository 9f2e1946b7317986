// Writes docs/reference/configuration.md from the settings in src/config.ts.
//   npx tsx scripts/docs-from-config.ts
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { clientSettings, formOf, type SettingName, settings } from '../src/config.ts'

const head = `# Configuration

<!-- Written by scripts/docs-from-config.ts. Do not edit: change src/config.ts and run \`npm run docs\`. -->

Settings are environment variables. They are checked before anything opens: a bad value, or a name that
starts with \`DOPPEL_\` and is not in this table, ends the process with one line that says what is wrong and
status 1. An empty value counts as none. \`doppel serve --print-config\` prints the settings in force and where each comes from.

| name | value | default | meaning |
|---|---|---|---|
`

const tail = `
\`DOPPEL_SERVICE_*\`, \`DOPPEL_PORT\` and \`DOPPEL_PORT_*\` are ignored: orchestrators set them for a service that is
named doppel. The port to listen on is \`PORT\`.
`

const clientHead = `
The command line takes these from the environment where an option does not say otherwise; a service ignores them:

| name | value | default | meaning |
|---|---|---|---|
`

/** The reference page of the settings. */
export function configurationPage(): string {
  const rows = Object.entries(settings.properties).map(([name, setting]) => {
    const { default: value, description } = setting as { default?: unknown; description?: string }
    return `| \`${name}\` | ${formOf(name as SettingName)} | ${value === '' ? 'none' : `\`${value}\``} | ${description} |\n`
  })
  const clientRows = Object.entries(clientSettings).map(
    ([name, { form, default: value, description }]) =>
      `| \`${name}\` | ${form} | ${value === '' ? 'none' : `\`${value}\``} | ${description} |\n`
  )
  return head + rows.join('') + tail + clientHead + clientRows.join('')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/reference/configuration.md', import.meta.url), configurationPage())
}
