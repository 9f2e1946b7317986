import t from 'tap'
import { documentDurations, durationQuantile, metricOf } from '../../bench/server/metrics.ts'

const name = 'doppel_http_request_duration_seconds_bucket'
const labels = 'method="POST",route="/v1/collections/:collection/documents",status="201"'
const text = (counts: readonly number[]) =>
  [
    '# TYPE nodejs_eventloop_lag_max_seconds gauge',
    'nodejs_eventloop_lag_max_seconds 0.0125',
    ...['0.001', '0.01', '0.1', '+Inf'].map((bound, place) => `${name}{le="${bound}",${labels}} ${counts[place]}`),
    `${name}{le="0.001",${labels.replace('POST', 'PUT')}} 999`,
    `${name}{le="0.001",${labels.replace('201', '503')}} 999`
  ].join('\n')

t.test('a metric without labels is found by its name', async t => {
  t.equal(metricOf(text([]), 'nodejs_eventloop_lag_max_seconds'), 0.0125)
})

t.test('quantiles are of the requests between two moments', async t => {
  const before = documentDurations(text([10, 10, 10, 10]))
  const after = documentDurations(text([10, 60, 110, 110]))
  t.strictSame(after, [
    { bound: 0.001, count: 10 },
    { bound: 0.01, count: 60 },
    { bound: 0.1, count: 110 },
    { bound: Number.POSITIVE_INFINITY, count: 110 }
  ])
  const near = (share: number, expected: number) =>
    t.ok(Math.abs(durationQuantile(before, after, share) - expected) < 1e-9, `${share}`)
  near(0.25, 0.0055)
  near(0.5, 0.01)
  near(0.75, 0.055)
  near(1, 0.1)
  t.ok(Math.abs(durationQuantile([], after, 10 / 110) - 0.001) < 1e-9, 'without a former moment')
  const slow = documentDurations(text([10, 10, 10, 20]))
  t.equal(durationQuantile(before, slow, 0.5), Number.POSITIVE_INFINITY, 'beyond the last bound')
})
