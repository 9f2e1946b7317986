import { type Family, filled, type Scenario } from './scenario.ts'

/** A word that is another one each time. */
const distinct = (bytes: number) => Array.from({ length: Math.floor(bytes / 7) }, (_, i) => i.toString(36)).join(' ')

/** What a text may consist of. */
const texts: Readonly<Record<string, (limit: number) => string>> = {
  'words of ASCII': limit => distinct(limit - 100),
  'one letter': limit => 'a'.repeat(limit - 100),
  'Han characters': limit => '\u4e00\u4e8c\u4e09'.repeat((limit - 100) / 9),
  'U+FDFA, of which one becomes eighteen letters': limit => '\ufdfa'.repeat((limit - 100) / 3),
  'marks of descending classes': limit => `a${'\u0345'.repeat((limit - 100) / 4)}${'\u0316'.repeat((limit - 100) / 4)}`,
  'letters with marks': limit => 'a\u0301'.repeat((limit - 100) / 3),
  emoji: limit => '\u{1f600}'.repeat((limit - 100) / 4)
}

const routes: readonly Pick<Scenario, 'method' | 'path' | 'status'>[] = [
  { path: '/check', status: 200 },
  { method: 'PUT', path: '/documents/large', status: 200 }
]

/** Single documents whose text is as long as it may be, or longer. */
export const documents: Family = {
  name: 'documents',
  prepare: async collection => {
    const body = JSON.stringify({ text: 'there before' })
    const headers = { 'content-type': 'application/json' }
    await fetch(`${collection}/documents/large`, { method: 'PUT', body, headers })
  },
  scenarios: [
    ...Object.entries(texts).flatMap(([name, text]) =>
      routes.map(route => ({
        ...route,
        name,
        body: (limit: number) => Buffer.from(JSON.stringify({ text: text(limit) }))
      }))
    ),
    {
      name: 'escapes \\u0041',
      path: '/check',
      status: 200,
      body: limit => filled('\\u0041', limit, '{"text":"', '"}')
    },
    { name: 'escaped quotes', path: '/check', status: 200, body: limit => filled('\\"', limit, '{"text":"', '"}') },
    {
      name: 'a title as long as the body',
      path: '/check',
      status: 422,
      body: limit => filled('a', limit, '{"text":"","title":"', '"}')
    },
    {
      name: 'an address as long as the body',
      path: '/check',
      status: 422,
      body: limit => filled('a', limit, '{"text":"","url":"', '"}')
    },
    {
      name: 'an id as long as the body',
      path: '/check',
      status: 422,
      body: limit => filled('a', limit, '{"text":"","id":"', '"}')
    },
    {
      name: 'a time as long as the body',
      path: '/check',
      status: 422,
      body: limit => filled('1', limit, '{"text":"","publishedAt":"', '"}')
    },
    {
      name: 'one byte too many',
      path: '/check',
      status: 413,
      body: limit => filled('a', limit + 1, '{"text":"', '"}')
    },
    { name: 'a text that is not closed', path: '/check', status: 400, body: limit => filled('a', limit, '{"text":"') },
    {
      name: 'a text that ends in bad UTF-8',
      path: '/check',
      status: 400,
      body: limit => Buffer.concat([filled('a', limit - 3, '{"text":"'), Buffer.from([0xff, 0x22, 0x7d])])
    },
    {
      name: 'ten texts at once',
      path: '/check',
      status: 200,
      atOnce: 10,
      body: limit => filled('a b ', limit, '{"text":"', '"}')
    }
  ]
}
