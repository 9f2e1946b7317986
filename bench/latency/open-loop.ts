import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { DocumentStream } from '../documents/document-stream.ts'
import { request } from '../server/requests.ts'

/**
 * Connections of the pool. Without a bound each request that finds the others busy would open one, and a server that
 * falls behind would be measured by how fast it accepts connections.
 */
const connections = 64
/** How often the client looks for what is due, and whether its event loop turns, in milliseconds. */
const turnMs = 1

/** How requests are sent. */
export interface Load {
  readonly perSecond: number
  readonly seconds: number
}

/** What became of each request, in milliseconds, in order of sending. */
export interface Posted {
  /** From when it was due to the end of its answer. */
  readonly latency: Float64Array
  /** The part of it, at most, in which this process was busy with something else: before it sent, and before it read. */
  readonly clientLag: Float64Array
  /** The part in which all connections were waiting for answers. */
  readonly queued: Float64Array
}

/**
 * Posts single documents at a constant rate, whatever the answers take: a slow answer delays no other request. Each
 * latency counts from the moment when the request was due, so what waits in the client counts too, and with it
 * about a millisecond of the client's timer.
 *
 * @param collection its address
 * @throws unless every document was created
 */
export async function postAtRate(
  collection: string,
  stream: DocumentStream,
  { perSecond, seconds }: Load
): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const total = Math.round(perSecond * seconds)
  const latency = new Float64Array(total)
  const clientLag = new Float64Array(total)
  const queued = new Float64Array(total)
  const answers: Promise<void>[] = []
  const lag = new LoopLag()
  const begin = performance.now()
  const dueAt = (place: number) => begin + (1000 * place) / perSecond
  const post = async (place: number): Promise<void> => {
    const sentLate = performance.now() - dueAt(place)
    const { id, text } = stream.next()
    const begin = performance.now()
    const onConnection = () => {
      queued[place] = performance.now() - begin
    }
    const asked = { method: 'POST', json: { id, text }, agent, onConnection }
    const { status, body } = await request(`${collection}/documents`, asked)
    const now = performance.now()
    latency[place] = now - dueAt(place)
    clientLag[place] = sentLate + lag.at(now)
    if (status !== 201) throw new Error(`a document was answered with ${status}: ${body}`)
  }
  const send = async (): Promise<void> => {
    for (let place = 0; place < total; ) {
      while (place < total && dueAt(place) <= performance.now()) {
        const answer = post(place++)
        answer.catch(() => {})
        answers.push(answer)
      }
      await pause(turnMs)
    }
  }
  try {
    await send()
    await Promise.all(answers)
  } finally {
    lag.stop()
    agent.destroy()
  }
  return { latency, clientLag, queued }
}

/** How late the event loop of this process is. */
class LoopLag {
  #turnedAt = performance.now()
  /** Of the last turn. */
  #lateness = 0
  readonly #timer = setInterval(() => {
    const now = performance.now()
    this.#lateness = this.#since(now)
    this.#turnedAt = now
  }, turnMs)

  /** How long, at most, something that is read now has waited for this process, in milliseconds. */
  at(now: number): number {
    return Math.max(this.#lateness, this.#since(now))
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #since(now: number): number {
    return Math.max(0, now - this.#turnedAt - turnMs)
  }
}
