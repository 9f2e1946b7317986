/** Prepares the lines that it is sent; see worker-preparer.ts. */
import { parentPort } from 'node:worker_threads'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { OtherFields } from './line-preparer.ts'
import { packLines } from './packed-lines.ts'
import { prepareLine } from './prepare-line.ts'

/** Lines to prepare. */
export interface LinesToPrepare {
  /** The lines, one behind the other; where it is shared, the documents are put into it. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer
  /** Where each line ends. */
  readonly ends: readonly number[]
  readonly settings: SketchSettings
  readonly otherFields: OtherFields
}

/** Used for one batch after another. */
let scratch = Buffer.alloc(0)

parentPort?.on('message', ({ buffer, ends, settings, otherFields }: LinesToPrepare) => {
  const room = buffer instanceof SharedArrayBuffer ? buffer : undefined
  const length = ends.at(-1) ?? 0
  // Lines that lie in the room would be overwritten by their documents.
  const bytes = room === undefined ? Buffer.from(buffer as ArrayBuffer) : copied(new Uint8Array(room, 0, length))
  let start = 0
  const lines = ends.map(end => {
    const line = prepareLine(bytes.subarray(start, end), settings, otherFields)
    start = end
    return line
  })
  const packed = packLines(lines, room)
  parentPort?.postMessage(packed, packed.buffer instanceof ArrayBuffer ? [packed.buffer] : [])
})

function copied(bytes: Uint8Array): Buffer {
  if (bytes.length > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * bytes.length)
  scratch.set(bytes)
  return scratch
}
