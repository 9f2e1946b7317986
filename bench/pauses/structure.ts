import { type Family, filled, type Scenario } from './scenario.ts'

const metadata = '{"text":"a","metadata":{"a":['
const names = (limit: number) =>
  Array.from({ length: Math.floor(limit / 12) }, (_, i) => `"${i.toString(36)}":0`).join()

/** Bodies whose structure is as large as the body may be. */
const bodies: Readonly<Record<string, (limit: number) => Buffer>> = {
  'empty objects': limit => filled('{},', limit, metadata, '{}]}}'),
  'empty arrays': limit => filled('[],', limit, metadata, '[]]}}'),
  'objects of one member': limit => filled('{"a":{}},', limit, metadata, '0]}}'),
  'nested arrays': limit => filled(`${'['.repeat(29)}${']'.repeat(29)},`, limit, metadata, '0]}}'),
  'deep nesting': limit => Buffer.from(`{"metadata":${'['.repeat(limit / 2 - 10)}${']'.repeat(limit / 2 - 10)}}`),
  'unknown names': limit => Buffer.from(`{"text":"a",${names(limit)}}`),
  'one name again and again': limit => filled('"text":"a",', limit, '{', '"text":"b"}'),
  'names in metadata': limit => Buffer.from(`{"text":"a","metadata":{${names(limit)}}}`),
  'one name of metadata again and again': limit => filled('"a":0,', limit, '{"text":"a","metadata":{', '"a":0}}'),
  'many numbers': limit => filled('0,', limit, metadata, '0]}}'),
  'a signature of zeroes': limit => filled('0,', limit, '{"signature":{"scheme":"doppel","slots":[', '0]}}'),
  'a long string in metadata': limit => filled('a', limit, '{"text":"a","metadata":{"a":"', '"}}'),
  spaces: limit => filled(' ', limit, '{"text":"a"', ',"text":1}'),
  'an array of documents': limit => filled('{"text":"a"},', limit, '[', '{}]')
}
const status = 422

const refused = Object.entries(bodies).map(([name, body]): Scenario => ({ name, path: '/check', status, body }))

/** Bodies that hold far too much. */
export const structure: Family = {
  name: 'structure',
  scenarios: [
    ...refused,
    {
      name: 'a long number',
      path: '/check',
      status: 200,
      body: limit => filled('1', limit, '{"text":"a","metadata":{"a":0.', '}}')
    },
    { name: 'ten times empty objects at once', path: '/check', status, atOnce: 10, body: bodies['empty objects']! },
    { name: 'ten times nested arrays at once', path: '/check', status, atOnce: 10, body: bodies['nested arrays']! },
    { name: 'settings with unknown names', method: 'PUT', path: '', status, body: bodies['unknown names']! },
    { name: 'settings in spaces', method: 'PUT', path: '', status: 200, body: limit => filled(' ', limit, '{', '}') },
    { name: 'a comparison with unknown names', path: '/compare', status, body: bodies['unknown names']! }
  ]
}
