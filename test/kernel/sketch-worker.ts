/** Sketches the lines of the buffer that it is given, which nobody else has any more. */
import { parentPort } from 'node:worker_threads'
import type { SketchSettings } from '../../src/signature/sketch.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'

parentPort?.on('message', ({ bytes, settings }: { bytes: ArrayBuffer; settings: SketchSettings }) => {
  const sketcher = createSketcher(settings)
  const lines = Buffer.from(bytes).toString().trimEnd().split('\n')
  const sketches = lines.map(line => sketcher.sketchText((JSON.parse(line) as { text: string }).text))
  const signatures = new Uint32Array(lines.length * sketcher.slotCount)
  for (const [i, { signature }] of sketches.entries()) signatures.set(signature, i * sketcher.slotCount)
  const contentKeys = sketches.map(({ contentKey }) => contentKey)
  parentPort?.postMessage({ contentKeys, signatures }, [signatures.buffer])
})
