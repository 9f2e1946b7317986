import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a result where `--out=FILE` says; without it the result is only printed. */
export function save(result: unknown): void {
  const path = process.argv.find(argument => argument.startsWith('--out='))?.slice('--out='.length)
  if (path === undefined) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(result, undefined, 2)}\n`)
}
