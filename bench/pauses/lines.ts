import { type Family, filled, type Scenario } from './scenario.ts'

const uploads: Readonly<Record<string, (limit: number) => Buffer>> = {
  'blank lines': limit => filled('\n', limit),
  'lines of a space': limit => filled(' \n', limit),
  'one line of spaces': limit => filled(' ', limit),
  'lines that are no JSON': limit => filled('x\n', limit / 64),
  'empty objects': limit => filled('{}\n', limit / 64),
  'one long text': limit => filled('word ', limit, '{"text":"', '"}\n'),
  'a line that is too long': limit => filled('word ', 2 * limit, '{"text":"', '"}\n'),
  'a line of much structure': limit => filled('{},', limit, '{"text":"a","metadata":{"a":[', '{}]}}\n'),
  'lines of marks': limit => filled(`{"text":"a${'\u0345\u0316'.repeat(500)}"}\n`, limit / 16)
}

const routes: readonly Pick<Scenario, 'path' | 'status'>[] = [
  { path: '/import?results=errors', status: 200 },
  { path: '/check', status: 200 }
]

/** Uploads line by line. */
export const lines: Family = {
  name: 'lines',
  scenarios: Object.entries(uploads).flatMap(([name, body]) =>
    routes.map(route => ({ ...route, name, isLines: true, body }))
  )
}
