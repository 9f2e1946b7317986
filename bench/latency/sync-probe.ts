import { BackgroundProcess } from './background-process.ts'

/** Syncs a second: enough to see a tail, too few to make one. */
const perSecond = 20

/**
 * What a sync of the disk takes while something else is measured: a process of its own writes 4 kB to a file beside
 * the data and syncs it, again and again.
 */
export async function whileProbing<Result>(
  directory: string,
  work: () => Promise<Result>
): Promise<{ readonly result: Result; readonly syncMs: readonly number[] }> {
  const probe = await BackgroundProcess.start<number[]>('sync-probe-process.ts', [
    `${directory}/sync-probe`,
    String(perSecond)
  ])
  try {
    const result = await work()
    return { result, syncMs: await probe.stop() }
  } finally {
    probe.kill()
  }
}
