import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'

/** The text of lmdb 3.5.6 (mdb.c:4743) that is printed, with numbers of up to ten digits, into 100 bytes of the heap. */
const faulty = 'Attempting to write page at position %u, size %u, blocks %u, buffer sizes %i %i %i'
/** Its beginning, which is at most 78 bytes with its numbers. */
const mended = 'Attempting to write page at position %u, size %u, blocks %u'
const pathOfLmdb = /[/\\]@?lmdb[/\\-].*\.node$/

let isSafe: boolean | undefined

/**
 * Makes sure that LMDB can report a failed write. Its message is longer than the memory that it takes for it: a full
 * disk, or one that fails, would end the process. There is no version of the package without the fault that is not
 * years old, so the message is cut in the memory of this process. To be called before the first write.
 *
 * @returns false where that cannot be done: a write must not fail then
 */
export function mendWriteErrorMessage(): boolean {
  isSafe ??= process.platform === 'win32' || cutInMemory()
  return isSafe
}

/** Whether the message is nowhere in memory any more. */
function cutInMemory(): boolean {
  try {
    const memory = openSync('/proc/self/mem', 'r+')
    try {
      const regions = regionsOfLmdb()
      for (const region of regions) cutIn(memory, region)
      return regions.length > 0
    } finally {
      closeSync(memory)
    }
  } catch {
    // Another system than Linux, or one that lets nobody do so.
    return false
  }
}

interface Region {
  readonly start: number
  readonly length: number
}

/** What of the package's native module is in memory and can be read. */
function regionsOfLmdb(): Region[] {
  return readFileSync('/proc/self/maps', 'utf8')
    .split('\n')
    .flatMap(line => {
      const [, from = '', to = '', path = ''] = /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+ +(.*)$/.exec(line) ?? []
      const start = Number.parseInt(from, 16)
      return pathOfLmdb.test(path) ? [{ start, length: Number.parseInt(to, 16) - start }] : []
    })
}

/** @throws Error where the memory cannot be written */
function cutIn(memory: number, { start, length }: Region): void {
  const bytes = Buffer.alloc(length)
  if (readSync(memory, bytes, 0, length, start) !== length) throw new Error('a region cannot be read')
  const at = bytes.indexOf(`${faulty}\0`)
  // The system may let nobody write to what was loaded as constant.
  if (at >= 0) writeSync(memory, Buffer.alloc(1), 0, 1, start + at + mended.length)
}
