/** Prepares the lines that it is sent; see worker-preparer.ts. */
import { parentPort } from 'node:worker_threads'
import type { SketchSettings } from '../../signature/sketch.ts'
import { packLines } from './packed-lines.ts'
import { prepareLine } from './prepare-line.ts'

/** Lines to prepare, one behind the other in a buffer that is handed over. */
export interface LinesToPrepare {
  readonly bytes: Uint8Array
  /** Where each line ends. */
  readonly ends: readonly number[]
  readonly settings: SketchSettings
}

parentPort?.on('message', ({ bytes, ends, settings }: LinesToPrepare) => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let start = 0
  const lines = ends.map(end => {
    const line = prepareLine(all.subarray(start, end), settings)
    start = end
    return line
  })
  const packed = packLines(lines)
  parentPort?.postMessage(packed, [packed.buffer])
})
