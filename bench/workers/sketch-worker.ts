/**
 * Sketches NDJSON from a buffer that was handed over to this thread: it parses its own share of the
 * input, and no string crosses to another thread.
 */
import { parentPort } from 'node:worker_threads'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { defaultSettings } from '../../src/store/collections.ts'

const sketcher = createSketcher(defaultSettings)

/** Sketches every line; returns the signatures one behind the other. */
export function sketchLines(bytes: Uint8Array): Uint32Array {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString().trimEnd().split('\n')
  const signatures = new Uint32Array(lines.length * sketcher.slotCount)
  for (const [i, line] of lines.entries()) {
    const { text } = JSON.parse(line) as { text: string }
    signatures.set(sketcher.sketchText(text).signature, i * sketcher.slotCount)
  }
  return signatures
}

parentPort?.on('message', (bytes: Uint8Array) => {
  const signatures = sketchLines(bytes)
  parentPort?.postMessage(signatures, [signatures.buffer as ArrayBuffer])
})
