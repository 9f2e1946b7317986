import type { Retry, RetryOptions } from '../client/backoff.ts'
import type { DoppelClient } from '../client/doppel-client.ts'
import type { DoppelCollection } from '../client/doppel-collection.ts'
import { DoppelConnectionError, DoppelProblem } from '../client/errors.ts'
import { readClientConfig } from '../config.ts'
import { CommandError, type CommandOption, type OptionValues } from './command.ts'
import { stringValue } from './option-values.ts'

/** Which service a command talks to. */
export const serviceOptions = {
  url: { type: 'string', placeholder: 'URL', help: 'the service; DOPPEL_URL, or http://127.0.0.1:3000, by default' },
  key: { type: 'string', placeholder: 'KEY', help: 'its API key; DOPPEL_API_KEY by default' }
} as const satisfies Readonly<Record<string, CommandOption>>

/** Which of its collections. */
export const collectionOption: CommandOption = {
  type: 'string',
  placeholder: 'NAME',
  help: 'the collection; "default" by default'
}

/** How often a stream is tried again, with waits of up to 15 s: about a minute in all. */
export const streamRetry: RetryOptions = { attempts: 8 }
/** A person waits for an answer. */
const callRetry: RetryOptions = { attempts: 2 }
/** A service that has been waited for so long is told of, in milliseconds. */
const patienceMs = 2_000

/** What a command needs of a service. */
export interface Service {
  readonly client: DoppelClient
  readonly collection: DoppelCollection
  readonly url: string
}

/**
 * The service that {@link serviceOptions} and {@link collectionOption} name; nothing is sent yet.
 *
 * @param say is told once of each time that the service has to be waited for
 * @throws CommandError with status 2 for a URL that is none, or a key that cannot be sent
 */
export async function serviceOf(
  values: OptionValues,
  retry: RetryOptions = callRetry,
  say: (message: string) => void = () => {}
): Promise<Service> {
  const { DoppelClient } = await import('../client/doppel-client.ts')
  const config = readClientConfig()
  const url = stringValue(values, 'url') ?? config.url
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    const name = values.url === undefined ? 'DOPPEL_URL' : '--url'
    throw new CommandError(`${name} is ${JSON.stringify(url)}: it must be a URL such as http://127.0.0.1:3000`, 2)
  }
  const name = stringValue(values, 'collection') ?? 'default'
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name)) {
    const form = 'lower-case letters, digits, _ and -, 64 at most, and begin with a letter or digit'
    throw new CommandError(`--collection is ${JSON.stringify(name)}: a name must be of ${form}`, 2)
  }
  try {
    const apiKey = stringValue(values, 'key') ?? config.apiKey
    const client = new DoppelClient({ url, apiKey, retry: { ...retry, onRetry: waitNotice(url, say) } })
    return { client, collection: client.collection(name), url }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // A key that cannot stand in a header.
    throw new CommandError(`the key cannot be sent: ${error.message}`, 2)
  }
}

/**
 * Tells of a service that does not answer as it should, once until it does.
 *
 * @param clock milliseconds since some moment
 */
export function waitNotice(
  url: string,
  say: (message: string) => void,
  clock: () => number = () => performance.now()
): (retry: Retry) => void {
  let since = 0
  let isTold = false
  return ({ error, waitMs, failures }) => {
    if (failures === 1) {
      since = clock()
      isTold = false
    }
    if (isTold || clock() + waitMs - since < patienceMs) return
    isTold = true
    say(`waiting for ${url}: ${reasonOf(error)}`)
  }
}

/** The client names method and URL too. */
function reasonOf({ message }: Error): string {
  return message.replace(/^[A-Z]+ \S+: /, '')
}

/** Turns what a service says, or that there is none, into a message for the person at the terminal. */
export async function answered<Result>({ url }: Pick<Service, 'url'>, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DoppelConnectionError) {
      throw new CommandError(`cannot reach ${url}: ${reasonOf(error)}`, 1)
    }
    if (error instanceof DoppelProblem) throw new CommandError(`${url} answered ${error.message}`, 1)
    throw error
  }
}
