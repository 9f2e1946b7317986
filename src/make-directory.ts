import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** For what others on the machine must not read: documents, and what tells of them. */
export const privateDirectory = 0o700
/** The same for a file. */
export const privateFile = 0o600

/**
 * Makes a directory, and those above it that are missing, one after another. Node's own recursive `mkdir` tries for
 * ever, deaf to signals, where a system says of a directory that is there that it is not, as below /proc.
 *
 * @param mode permissions of the directory itself, where it is made; those above it get the usual ones
 * @throws Error with the reason of the system
 */
export function makeDirectory(path: string, mode = 0o777): void {
  const wanted = resolve(path)
  const missing: string[] = []
  for (let at = wanted; statSync(at, { throwIfNoEntry: false }) === undefined; at = dirname(at)) missing.push(at)
  // Says what is in its place, where that is no directory.
  if (missing.length === 0) makeOne(wanted, mode)
  for (const at of missing.reverse()) makeOne(at, at === wanted ? mode : 0o777)
}

function makeOne(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    // Somebody else may have made it.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}
