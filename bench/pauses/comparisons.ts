import { type Family, filled, type Scenario } from './scenario.ts'

/** Texts of which each is stored, and compared with itself and with the others. */
const texts: Readonly<Record<string, string>> = {
  words: 'some words of a text ',
  two: 'a b ',
  han: '\u4e00\u4e8c',
  marks: 'a\u0301 '
}
const names = Object.keys(texts)
const pairs = names.flatMap((left, place) => names.slice(place).map(right => [left, right] as const))

const stored = pairs.flatMap(([left, right]) =>
  ['/compare', '/compare?spans=true'].map(
    (path): Scenario => ({
      name: `stored: ${left} and ${right}`,
      path,
      status: 200,
      body: () => Buffer.from(JSON.stringify({ left: { id: left }, right: { id: right } }))
    })
  )
)

/** Comparisons of long texts, and long texts read. */
export const comparisons: Family = {
  name: 'comparisons',
  prepare: async (collection, limit) => {
    for (const [name, unit] of Object.entries(texts)) {
      const body = filled(unit, limit, '{"text":"', '"}')
      const headers = { 'content-type': 'application/json' }
      const { status } = await fetch(`${collection}/documents/${name}`, { method: 'PUT', body, headers })
      if (status !== 201) throw new Error(`a text was not stored: ${status}`)
    }
  },
  scenarios: [
    ...stored,
    ...['/compare', '/compare?spans=true'].map(path => ({
      name: 'sent: half a body each',
      path,
      status: 200,
      body: (limit: number) => {
        const text = 'some words of a text '.repeat((limit - 100) / 42)
        return Buffer.from(JSON.stringify({ left: { text }, right: { text: `${text}!` } }))
      }
    })),
    ...names.map(
      (name): Scenario => ({ name: `read: ${name}`, method: 'GET', path: `/documents/${name}`, status: 200 })
    ),
    { name: 'export', method: 'GET', path: '/export', status: 200 },
    { name: 'ten read at once', method: 'GET', path: '/documents/words', status: 200, atOnce: 10 }
  ]
}
