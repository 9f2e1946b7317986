import fc from 'fast-check'
import t from 'tap'
import { backoffMs, defaultRetry, pause, retryAfterMs } from '../../src/client/backoff.ts'

t.test('waits twice as long each time, between half and all of it, up to a limit', async t => {
  const retry = { attempts: 9, minMs: 100, maxMs: 1000 }
  const waits = (random: number) => [0, 1, 2, 3, 4, 500].map(failures => backoffMs(failures, retry, 0, () => random))
  t.strictSame(waits(0), [50, 100, 200, 400, 500, 500])
  t.strictSame(waits(1), [100, 200, 400, 800, 1000, 1000])
})

t.test('never waits less than the service asks for', async () => {
  fc.assert(
    fc.property(
      fc.nat(2000),
      fc.nat(3_600_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, least, random) => {
        const wait = backoffMs(failures, defaultRetry, least, () => random)
        return wait > least && wait <= least + defaultRetry.maxMs
      }
    )
  )
})

t.test('reads Retry-After as seconds and as a date', async t => {
  const now = Date.parse('2026-11-20T08:30:00Z')
  const readings: [string | null, number | undefined][] = [
    ['0', 0],
    ['7', 7000],
    ['Fri, 20 Nov 2026 08:30:05 GMT', 5000],
    ['Fri, 20 Nov 2026 08:29:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined]
  ]
  for (const [header, milliseconds] of readings) t.equal(retryAfterMs(header, now), milliseconds, String(header))
})

t.test('a wait ends when it is aborted', async t => {
  const controller = new AbortController()
  const waiting = pause(3_600_000, controller.signal)
  controller.abort(new Error('enough'))
  await t.rejects(waiting, { message: 'enough' })
  await t.rejects(pause(0, controller.signal), { message: 'enough' })
  await pause(0, undefined)
})

t.test('a wait that is longer than a timer takes does not end at once', async t => {
  for (const milliseconds of [2 ** 31, Number.POSITIVE_INFINITY]) {
    const controller = new AbortController()
    const waiting = pause(milliseconds, controller.signal)
    setTimeout(() => controller.abort(new Error('enough')), 50)
    await t.rejects(waiting, { message: 'enough' }, String(milliseconds))
  }
})
