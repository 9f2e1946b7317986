import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** What a measurement depends on besides the code. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGiB: number
  readonly node: string
  readonly date: string
}

/** This machine, without anything that names it. */
export function thisMachine(): Machine {
  return {
    cpu: cpuModel(),
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    date: new Date().toISOString().slice(0, 10)
  }
}

function cpuModel(): string {
  try {
    const model = readFileSync('/proc/cpuinfo', 'utf8').match(/^model name\s*:\s*(.+)$/m)?.[1]
    if (model) return model.trim()
  } catch {}
  return cpus()[0]?.model ?? process.arch
}
