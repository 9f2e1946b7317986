import { Writable } from 'node:stream'
import t from 'tap'
import { RunDisplay } from '../../src/cli/dedup-display.ts'

/** A terminal, or a file where it has no columns, and what was written to it. */
function screen(columns?: number) {
  const written: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk))
      done()
    }
  })
  return { stream: Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns }), written }
}

const progress = { phase: 'reading', share: 0.5, records: 12_000, duplicates: 34 } as const

t.test('on a terminal the bar takes the room that the figures leave', t => {
  for (const [columns, bar] of [
    [120, '[###############.....] '],
    [72, '[#####.] '],
    [64, '']
  ] as const) {
    let now = 0
    const { stream, written } = screen(columns)
    const display = new RunDisplay(stream, () => now)
    display.onProgress(progress)
    // A line that is there is left for a moment.
    display.end()
    now = 2000
    display.onProgress({ ...progress, share: 0.75, records: 18_000 })
    t.equal(written.at(-1), `\r\u001b[2Kreading ${bar}75 %, 18,000 records, 34 duplicates, 3,000/s, 2 s left`)
  }
  t.end()
})

t.test('elsewhere there is a line now and then', t => {
  let now = 0
  const { stream, written } = screen()
  const display = new RunDisplay(stream, () => now)
  display.onProgress(progress)
  now = 100_000
  display.onProgress({ ...progress, share: 0.6 })
  now = 110_000
  display.onProgress({ ...progress, share: 0.8, records: 18_000 })
  t.strictSame(
    written,
    [
      'doppel: reading 60 %, 12,000 records, 34 duplicates\n',
      'doppel: reading 80 %, 18,000 records, 34 duplicates, 600/s, 10 s left\n'
    ],
    'what a run passes over says nothing of its rate'
  )
  t.end()
})
