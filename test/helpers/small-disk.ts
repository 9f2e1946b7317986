import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

/**
 * Mounts a small file system, and takes it away when the test ends.
 *
 * @returns where; undefined, with a comment that the test is skipped, where that is not allowed, which it must be in CI
 */
export function mountSmallDisk(t: Test, megabytes: number): string | undefined {
  const mount = mkdtempSync(join(tmpdir(), 'doppel-full-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount], { stdio: 'pipe' })
  } catch (error) {
    rmSync(mount, { recursive: true })
    if (process.env.CI === 'true' && process.getuid?.() === 0) throw error
    t.comment('skipped: a small file system cannot be mounted here')
    return undefined
  }
  t.teardown(() => {
    execFileSync('umount', ['--lazy', mount])
    rmSync(mount, { recursive: true })
  })
  return mount
}
