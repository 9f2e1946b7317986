import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import type { SketchSettings } from '../../src/signature/sketch.ts'
import { createSketcher } from '../../src/signature/sketcher.ts'
import { awkwardText, randomOf } from './awkward-text.ts'

const settings: SketchSettings = {
  shingle: { unit: 'word', size: 3 },
  signature: { scheme: 'doppel', slots: 128, seed: 1 },
  threshold: 0.6
}

t.test('worker threads, each with its own kernel and its own share of the input, give the same sketches', async t => {
  const random = randomOf(7)
  const shares = Array.from({ length: 2 }, () => Array.from({ length: 500 }, () => awkwardText(random)))
  const workers = shares.map(() => new Worker(new URL('./sketch-worker.ts', import.meta.url)))
  t.teardown(() => Promise.all(workers.map(worker => worker.terminate())))
  const answers = workers.map(async worker => (await once(worker, 'message'))[0])
  for (const [i, texts] of shares.entries()) {
    const lines = texts.map(text => JSON.stringify({ text: text.toWellFormed() })).join('\n')
    const bytes = new TextEncoder().encode(lines)
    workers[i]?.postMessage({ bytes: bytes.buffer, settings }, [bytes.buffer])
    t.equal(bytes.length, 0, 'the bytes were handed over, not copied')
  }
  const sketcher = createSketcher(settings)
  for (const [i, { contentKeys, signatures }] of (await Promise.all(answers)).entries()) {
    const expected = (shares[i] as string[]).map(text => sketcher.sketchText(text.toWellFormed()))
    t.strictSame(
      contentKeys,
      expected.map(({ contentKey }) => contentKey)
    )
    t.strictSame(signatures, Uint32Array.from(expected.flatMap(({ signature }) => [...signature])))
  }
})
