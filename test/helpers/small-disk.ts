import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

/**
 * Mounts a small file system in memory, and takes it away when the test ends.
 *
 * @returns where; undefined, with a comment that the test is skipped, where that is not allowed, which it must be in CI
 */
export function mountSmallDisk(t: Test, megabytes: number): string | undefined {
  return mounted(t, mount => run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mount))
}

/** The same with ext4 on a loop device, which may take a part of a write, and has room for its journal only. */
export function mountSmallExt4(t: Test, megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'doppel-image-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const image = join(folder, 'disk')
  const file = openSync(image, 'w')
  ftruncateSync(file, megabytes * 2 ** 20)
  closeSync(file)
  return mounted(t, mount => {
    run('mkfs.ext4', '-q', '-F', image)
    run('mount', '-o', 'loop', image, mount)
  })
}

function mounted(t: Test, mountAt: (path: string) => void): string | undefined {
  const mount = mkdtempSync(join(tmpdir(), 'doppel-full-disk-'))
  try {
    mountAt(mount)
  } catch (error) {
    rmSync(mount, { recursive: true })
    if (process.env.CI === 'true' && process.getuid?.() === 0) throw error
    t.comment('skipped: a small file system cannot be mounted here')
    return undefined
  }
  t.teardown(() => {
    run('umount', '--lazy', mount)
    rmSync(mount, { recursive: true })
  })
  return mount
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'pipe' })
}
