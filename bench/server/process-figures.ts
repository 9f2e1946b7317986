import { readFileSync } from 'node:fs'

/** Ticks of the processor times in /proc; the same on every Linux that Node.js runs on. */
const ticksPerSecond = 100

/** Memory of a process in bytes. */
export interface ProcessMemory {
  /** Pages of its own: heap, buffers, stacks, WebAssembly. Not the pages of mapped files. */
  readonly anonymous: number
  /** Resident pages of files, those of the mapped store above all, which the system takes back when it needs them. */
  readonly mapped: number
}

/** Processor time that a process has used, all threads, user and system, in seconds. Linux only. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name, in brackets, may hold anything; the fields behind it are numbered from 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[14 - 3]) + Number(fields[15 - 3])) / ticksPerSecond
}

/** Memory that a process has at the moment, from /proc/PID/smaps_rollup. Linux only. */
export function memoryOf(pid: number): ProcessMemory {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const bytes = (name: string) => 1024 * Number(rollup.match(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm'))![1])
  const anonymous = bytes('Anonymous')
  return { anonymous, mapped: bytes('Rss') - anonymous }
}
