/** Prepares what it is sent; see worker-preparer.ts. */
import { parentPort } from 'node:worker_threads'
import { DocumentPreparer } from '../../service/document-preparer.ts'
import { findSpansAtOnce } from '../../service/span-finder.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import { beginStep, beginWork } from '../../threads/progress.ts'
import { packError } from './packed-error.ts'
import { type PackableLine, type PackedLines, packLines } from './packed-lines.ts'
import { prepareComparison } from './prepare-comparison.ts'
import { prepareLine } from './prepare-line.ts'
import type { ComparedTexts, LineOptions } from './preparer.ts'
import { readBody } from './read-body.ts'

/** Bytes to read. */
interface Bytes {
  /** Where it is shared, what is made of them is put into it. */
  readonly buffer: ArrayBuffer | SharedArrayBuffer
  /** Where each line ends; the lines lie one behind the other. */
  readonly ends: readonly number[]
}

/** Lines to prepare. */
export interface LinesToPrepare extends Bytes {
  readonly kind: 'lines'
  readonly settings: SketchSettings
  readonly options: LineOptions
}

/** What the thread is sent. */
export type PreparationOrder =
  | LinesToPrepare
  | (Bytes & { readonly kind: 'comparison'; readonly settings: SketchSettings })
  | (Bytes & { readonly kind: 'body'; readonly schema: string })
  | { readonly kind: 'spans'; readonly texts: ComparedTexts; readonly settings: SketchSettings }

/** What it replies; the heads alone where nothing is long. */
export type PreparationReply = PackedLines | { readonly heads: string }

/** Used for one batch after another. */
let scratch = Buffer.alloc(0)
const preparer = new DocumentPreparer()

parentPort?.on('message', (order: PreparationOrder) => {
  beginWork()
  const reply = replyTo(order)
  parentPort?.postMessage(reply, 'buffer' in reply && reply.buffer instanceof ArrayBuffer ? [reply.buffer] : [])
})
// Whoever waits measures the time of the work, not that of loading the modules.
parentPort?.postMessage('ready')

function replyTo(order: PreparationOrder): PreparationReply {
  if (order.kind === 'spans') {
    beginStep()
    const { texts, settings } = order
    return { heads: JSON.stringify(findSpansAtOnce(texts, preparer.sketcherFor(settings), settings.shingle)) }
  }
  const lines = linesOf(order)
  if (order.kind === 'body') return { heads: bodyOf(lines[0] as Buffer, order.schema) }
  const { settings } = order
  const prepared =
    order.kind === 'comparison'
      ? sidesOf(lines[0] as Buffer, settings)
      : lines.map(line => {
          beginStep()
          return prepareLine(line, settings, order.options)
        })
  return packLines(prepared, roomOf(order))
}

function roomOf({ buffer }: Bytes): SharedArrayBuffer | undefined {
  return buffer instanceof SharedArrayBuffer ? buffer : undefined
}

function linesOf(order: Bytes): Buffer[] {
  const room = roomOf(order)
  const length = order.ends.at(-1) ?? 0
  // Lines that lie in the room would be overwritten by their documents.
  const bytes = room === undefined ? Buffer.from(order.buffer as ArrayBuffer) : copied(new Uint8Array(room, 0, length))
  let start = 0
  return order.ends.map(end => {
    const line = bytes.subarray(start, end)
    start = end
    return line
  })
}

function copied(bytes: Uint8Array): Buffer {
  if (bytes.length > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * bytes.length)
  scratch.set(bytes)
  return scratch
}

function sidesOf(body: Buffer, settings: SketchSettings): PackableLine[] {
  beginStep()
  try {
    return prepareComparison(body, settings)
  } catch (error) {
    return [{ id: undefined, outcome: error as Error }]
  }
}

function bodyOf(body: Buffer, schema: string): string {
  beginStep()
  try {
    return JSON.stringify({ value: readBody(body, schema) })
  } catch (error) {
    return JSON.stringify({ error: packError(undefined, error as Error) })
  }
}
