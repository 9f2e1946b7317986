/** How long an answer may take, in milliseconds. */
const timeoutMs = 30_000
/** Questions that are under way at once. */
const concurrent = 8

/** What a service says to a question: its body; a refusal because of the store; or no whole answer. */
export type Answer =
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'none'; readonly reason: string }

/** Answers by question, which is the path of a GET. */
export type Answers = ReadonlyMap<string, Answer>

/** All that a service can be asked about what it holds: found by following its lists. */
export async function allQuestions(url: string): Promise<string[]> {
  const questions: string[] = []
  const follow = async (path: string): Promise<Record<string, unknown>[]> => {
    const listed: Record<string, unknown>[] = []
    const separator = path.includes('?') ? '&' : '?'
    for (let cursor: string | undefined, next = path; ; next = `${path}${separator}cursor=${cursor}`) {
      questions.push(next)
      const page = (await (await fetch(url + next)).json()) as Record<string, unknown>
      listed.push(...(Object.values(page).find(Array.isArray) as Record<string, unknown>[]))
      cursor = page.nextCursor as string | undefined
      if (cursor === undefined) return listed
    }
  }
  const collections = (await (await fetch(`${url}/v1/collections`)).json()) as {
    collections: { name: string; storeText: boolean }[]
  }
  for (const { name, storeText } of collections.collections) {
    const collection = `/v1/collections/${name}`
    questions.push(collection, `${collection}/stats`, `${collection}/documents/none`)
    if (storeText) questions.push(`${collection}/export`)
    for (const { id } of await follow(`${collection}/documents?limit=50`)) {
      questions.push(`${collection}/documents/${id}`, `${collection}/documents/${id}/matches?limit=1000`)
    }
    for (const threshold of [0.6, 0.8]) {
      for (const { id } of await follow(`${collection}/clusters?limit=50&threshold=${threshold}`)) {
        questions.push(`${collection}/clusters/${id}?limit=100&threshold=${threshold}`)
      }
    }
  }
  return questions
}

/** Asks a service, until it has ended. */
export async function ask(url: string, questions: readonly string[], hasEnded: () => boolean): Promise<Answers> {
  const answers = new Map<string, Answer>()
  const waiting = [...questions]
  const worker = async (): Promise<void> => {
    for (let question = waiting.shift(); question !== undefined && !hasEnded(); question = waiting.shift()) {
      answers.set(question, await answerTo(url, question))
    }
  }
  await Promise.all(Array.from({ length: concurrent }, worker))
  return answers
}

async function answerTo(url: string, question: string): Promise<Answer> {
  try {
    const response = await fetch(url + question, { signal: AbortSignal.timeout(timeoutMs) })
    const body = await response.text()
    if (response.status === 503 && body.includes('STORE_UNAVAILABLE')) return { kind: 'refused' }
    return { kind: 'body', body: `${response.status} ${plain(body)}` }
  } catch (error) {
    const { name, message, cause } = error as Error
    return { kind: 'none', reason: `${name}: ${message} ${(cause as Error | undefined)?.message ?? ''}` }
  }
}

/** Without what differs from one answer to the next. */
function plain(body: string): string {
  return body
    .replace(/"asOf":"[^"]*"/g, '"asOf":""')
    .replace(/"ingestPerSecond":[^,}]*/g, '"ingestPerSecond":0')
    .replace(/"instance":"[^"]*"/g, '"instance":""')
}
