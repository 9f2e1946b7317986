import { type Family, filled, type Scenario } from './scenario.ts'

/** Most bytes of a page, as a part of those of a body. */
const part = 4

const pages: Readonly<Record<string, { readonly body: (limit: number) => Buffer; readonly status: number }>> = {
  'an article as long as a page may be': {
    status: 200,
    body: limit => filled('<p>some words of a text</p>', limit / part)
  },
  'a page that is too large': { status: 422, body: limit => filled('<p>some words of a text</p>', limit - 20) },
  ampersands: { status: 200, body: limit => filled('&', limit / 64) },
  'deep elements': { status: 422, body: limit => filled('<div>', limit / part) },
  marks: { status: 200, body: limit => filled('\u0345\u0316', limit / part / 4, '<p>a') }
}

/** Web pages. */
export const pageScenarios: Family = {
  name: 'pages',
  scenarios: Object.entries(pages).map(
    ([name, { body, status }]): Scenario => ({
      name,
      path: '/check',
      status,
      body: limit => Buffer.from(JSON.stringify({ html: body(limit).toString() }))
    })
  )
}
