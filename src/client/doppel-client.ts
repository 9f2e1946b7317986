import type { Backup, BackupRequest, CallOptions, Collection, CollectionList, CollectionsQuery } from './contract.ts'
import { DoppelCollection } from './doppel-collection.ts'
import { DoppelProblem } from './errors.ts'
import { pagedItems } from './pages.ts'
import { type Call, type ClientOptions, type QueryValues, Transport } from './transport.ts'

/** Whether a service can answer, and otherwise why not. */
export type Readiness =
  | { readonly isReady: true }
  | { readonly isReady: false; readonly code: string; readonly progress: number | undefined }

/** A client of a doppel service. It holds no connection of its own, and nothing needs to be closed. */
export class DoppelClient {
  readonly #transport: Transport

  /** @throws TypeError when the URL is none, or the key cannot stand in a header */
  constructor(options: ClientOptions) {
    this.#transport = new Transport(options)
  }

  /** A collection of the service; nothing is sent, it need not exist yet. */
  collection(name = 'default'): DoppelCollection {
    return new DoppelCollection(this.#transport, name)
  }

  /** One page of the collections, in order of name. */
  listCollections(options: CollectionsQuery & CallOptions = {}): Promise<CollectionList> {
    const { signal, timeoutMs, ...query } = options
    return this.#json('GET', ['v1', 'collections'], { signal, timeoutMs, query })
  }

  /** All collections, page by page. */
  collections(options: CollectionsQuery & CallOptions = {}): AsyncGenerator<Collection, void, void> {
    return pagedItems(options.cursor, async cursor => {
      const { collections, nextCursor } = await this.listCollections({ ...options, cursor })
      return { items: collections, nextCursor }
    })
  }

  /** Makes a backup on the service's machine. It is not tried again after a failure, and may take long: give it a `timeoutMs`. */
  backup(request: BackupRequest = {}, options: CallOptions = {}): Promise<Backup> {
    return this.#json('POST', ['v1', 'admin', 'backup'], { ...options, body: request, isRepeatable: false })
  }

  /** Asks once whether the service can answer; while it loads its index, `progress` is the share that is loaded. */
  async readiness(options: CallOptions = {}): Promise<Readiness> {
    try {
      await this.#json('GET', ['readyz'], { ...options, isRepeatable: false })
      return { isReady: true }
    } catch (error) {
      if (!(error instanceof DoppelProblem && error.status === 503)) throw error
      return { isReady: false, code: error.code, progress: error.problem.progress }
    }
  }

  /** Asks once whether the process is alive; rejects when it is not. */
  async health(options: CallOptions = {}): Promise<void> {
    await this.#json('GET', ['healthz'], { ...options, isRepeatable: false })
  }

  /** The metrics in the text format of Prometheus. */
  metrics(options: CallOptions = {}): Promise<string> {
    return this.#transport.text({ ...options, method: 'GET', path: ['metrics'], isRepeatable: true })
  }

  /** The OpenAPI document of the service. */
  specification(options: CallOptions = {}): Promise<Readonly<Record<string, unknown>>> {
    return this.#json('GET', ['openapi.json'], options)
  }

  #json<Answer>(
    method: Call['method'],
    path: readonly string[],
    options: CallOptions & { readonly query?: object; readonly body?: unknown; readonly isRepeatable?: boolean }
  ): Promise<Answer> {
    const query = (options.query ?? {}) as QueryValues
    return this.#transport.json({ isRepeatable: true, ...options, method, path, query })
  }
}
