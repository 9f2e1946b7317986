import { type Agent, request as send } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** An answer with its whole body. */
export interface Answer {
  readonly status: number
  readonly body: string
}

/** What is asked, if it is more than GET. */
export interface RequestOptions {
  readonly method?: string
  readonly json?: unknown
  readonly agent?: Agent
  /** Called when the request has a connection. */
  readonly onConnection?: () => void
}

/** Sends one request with a JSON body, or none. */
export function request(
  url: string,
  { method = 'GET', json, agent, onConnection = () => {} }: RequestOptions = {}
): Promise<Answer> {
  const body = json === undefined ? undefined : Buffer.from(JSON.stringify(json))
  const headers = body && { 'content-type': 'application/json', 'content-length': body.length }
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, ...(headers && { headers }), ...(agent && { agent }) }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode as number, body: text }))
      response.on('error', reject)
    })
    sent.on('socket', onConnection)
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends a request that must succeed. */
export async function ask<Result>(url: string, options?: RequestOptions): Promise<Result> {
  const { status, body } = await request(url, options)
  if (status >= 300) throw new Error(`${options?.method ?? 'GET'} ${url} was answered with ${status}: ${body}`)
  return (body === '' ? undefined : JSON.parse(body)) as Result
}

/** Waits until an address answers 200. */
export async function untilOk(url: string, stillWanted: () => boolean): Promise<void> {
  while (stillWanted()) {
    const status = await request(url).then(
      answer => answer.status,
      () => undefined
    )
    if (status === 200) return
    await pause(5)
  }
}
