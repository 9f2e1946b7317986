import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { memoryOf } from '../server/process-figures.ts'

/** What a run of a program took. */
export interface Cost {
  readonly seconds: number
  /** Most at a time, of it and the processes that it started, looked at ten times a second. */
  readonly peakBytes: number
  /** The same with the pages of mapped files, which the system takes back when it needs them. */
  readonly peakResidentBytes: number
}

/** Runs a program to its end. @throws where it fails */
export async function measuredProcess(command: string, parameters: readonly string[]): Promise<Cost> {
  const startedAt = performance.now()
  const child = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
  let messages = ''
  child.stderr.on('data', text => {
    messages = `${messages}${text}`.slice(-4000)
  })
  let isRunning = true
  const ended = once(child, 'close').then(([status]) => {
    isRunning = false
    return status as number | null
  })
  let peakBytes = 0
  let peakResidentBytes = 0
  while (isRunning) {
    const all = familyOf(child.pid as number).map(memoryIfThere)
    const anonymous = all.reduce((sum, memory) => sum + memory.anonymous, 0)
    peakBytes = Math.max(peakBytes, anonymous)
    peakResidentBytes = Math.max(
      peakResidentBytes,
      all.reduce((sum, memory) => sum + memory.mapped, anonymous)
    )
    await Promise.race([sleep(100), ended])
  }
  const status = await ended
  if (status !== 0) throw new Error(`${command} ${parameters[0]} ended with ${status}: ${messages}`)
  return { seconds: (performance.now() - startedAt) / 1000, peakBytes, peakResidentBytes }
}

/** A process with all that it started, and what they started. */
function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(name)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const family = [pid]
  for (const member of family) family.push(...(children.get(member) ?? []))
  return family
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return 0
  }
}

/** A process may end at any time. */
function memoryIfThere(pid: number): { anonymous: number; mapped: number } {
  try {
    return memoryOf(pid)
  } catch {
    return { anonymous: 0, mapped: 0 }
  }
}
