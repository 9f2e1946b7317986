import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { buildTestApp } from './build-app.ts'
import { runCommand } from './run-command.ts'

/** A service on a port of its own, and the commands that talk to it. */
export async function withService(t: Test, config: Readonly<Record<string, unknown>> = {}) {
  const { app, service } = await buildTestApp(t, { config })
  const url = await app.listen({ port: 0 })
  const folder = t.testdir()
  const on = (command: string, ...args: string[]) => runCommand(command, ...args, '--url', url)
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const lines = (name: string, ...documents: unknown[]) =>
    file(name, documents.map(document => `${JSON.stringify(document)}\n`).join(''))
  return { url, service, folder, on, file, lines }
}
