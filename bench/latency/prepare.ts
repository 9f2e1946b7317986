import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { StreamSettings } from '../documents/document-stream.ts'

/**
 * Fills a store by the engine, without HTTP, where there is none yet.
 *
 * @param directory gets the data directory `data`, which a server uses then
 * @returns whether there was one, which is left as it is
 */
export async function prepareStore(directory: string, documents: number, settings: StreamSettings): Promise<boolean> {
  const data = `${directory}/data`
  if (existsSync(data)) return true
  // Under another name until it is whole: what was broken off is not taken for a store with fewer documents.
  const partial = `${directory}/data.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const script = fileURLToPath(new URL('./prepare-process.ts', import.meta.url))
  const child = fork(script, [partial, String(documents), JSON.stringify(settings)])
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the store could not be prepared: the process ended with ${code}`)
  renameSync(partial, data)
  return false
}
