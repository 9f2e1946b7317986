import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { DoppelClient } from '../../src/client/entry.ts'
import type { ClientOptions } from '../../src/client/transport.ts'
import { buildTestApp, listen, type TestAppOptions } from '../helpers/build-app.ts'
import { type FlakyProxy, flakyProxy } from '../helpers/flaky-proxy.ts'

/** Retries that cost a test no time. */
export const quickRetry = { attempts: 4, minMs: 1, maxMs: 2 }

/** A service that listens, and a client of it. */
export async function serve(
  t: Test,
  { app: appOptions = {}, ...options }: Partial<ClientOptions> & { readonly app?: TestAppOptions } = {}
): Promise<{ readonly url: string; readonly client: DoppelClient; readonly app: FastifyInstance }> {
  const prepare = async (app: FastifyInstance) => {
    // After an abort `fetch` connects anew and sends nothing: the service would wait for that request.
    app.addHook('preClose', async () => app.server.closeAllConnections())
    await appOptions.prepare?.(app)
  }
  const { app } = await buildTestApp(t, { ...appOptions, prepare })
  const url = (await listen(app)).href
  return { url, app, client: new DoppelClient({ url, retry: quickRetry, ...options }) }
}

/** A service behind a proxy that fails as it is told, and a client of that. */
export async function serveBadly(
  t: Test,
  faultOf: Parameters<typeof flakyProxy>[2],
  options: Partial<ClientOptions> = {}
): Promise<{ readonly proxy: FlakyProxy; readonly client: DoppelClient; readonly direct: DoppelClient }> {
  const { url, client: direct } = await serve(t)
  const proxy = await flakyProxy(t, url, faultOf)
  return { proxy, direct, client: new DoppelClient({ url: proxy.url, retry: quickRetry, ...options }) }
}
