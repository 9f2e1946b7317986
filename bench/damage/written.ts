import { generatedText } from '../corpus/generated-text.ts'
import { request } from '../server/requests.ts'
import type { Answer } from './questions.ts'

/** Documents that are written into a damaged store, each larger than what is free in a page. */
const documents = 25
const words = 900

/**
 * Writes documents that have nothing in common with what is there, into a collection of their own, so that no other
 * answer changes.
 *
 * @param expected gets what must be answered from then on, by question
 * @returns how many were refused, and what must not be
 */
export async function writeSome(
  url: string,
  expected: Map<string, Answer>,
  hasEnded: () => boolean
): Promise<{ readonly refused: number; readonly wrong: readonly string[] }> {
  const collection = '/v1/collections/written'
  const wrong: string[] = []
  let refused = 0
  const put = async (path: string, json: unknown): Promise<boolean> => {
    const { status, body } = await request(url + path, { method: 'PUT', json })
    if (status === 503) refused++
    else if (status !== 201) wrong.push(`PUT ${path} is answered by ${status} ${body}`)
    return status === 201
  }
  if (!(await put(collection, {}))) return { refused, wrong }
  for (let place = 0; place < documents && !hasEnded(); place++) {
    const path = `${collection}/documents/w${place}`
    const text = generatedText(words, 1000 + place)
    if (!(await put(path, { text }))) continue
    const { status, body } = await request(url + path)
    if (status === 503) refused++
    else if (status === 200 && (JSON.parse(body) as { text: string }).text === text) {
      expected.set(path, { kind: 'body', body: `${status} ${body}` })
    } else wrong.push(`${path}, just stored, is answered by ${status} ${body.slice(0, 400)}`)
  }
  return { refused, wrong }
}
