import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import t from 'tap'
import { buildTestApp } from '../helpers/build-app.ts'
import { head, RawClient } from '../helpers/raw-client.ts'

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))

/** Reads all that comes until the server closes the connection or a text occurs so often. */
async function readAll(client: RawClient, isEnough: (text: string) => boolean = () => false): Promise<string> {
  let text = ''
  client.socket.on('data', chunk => {
    text += chunk.toString('latin1')
  })
  while (!client.socket.readableEnded && !client.socket.closed && !isEnough(text)) await pause(5)
  return text
}

t.test('a thousand pipelined requests are all answered, in order, and few are worked on at the same time', async t => {
  let inFlight = 0
  let most = 0
  const { app } = await buildTestApp(t, {
    prepare: async app => {
      app.addHook('onRequest', async () => {
        most = Math.max(most, ++inFlight)
        await pause(0)
      })
      // Heard just after the next was begun.
      app.addHook('onResponse', async () => {
        inFlight--
      })
    }
  })
  const client = await RawClient.open(t, app)
  const asked = Array.from({ length: 1000 }, (_, i) => get(i % 2 === 0 ? '/healthz' : '/nowhere')).join('')
  void client.send(asked)
  const text = await readAll(client, text => statuses(text).length === 1000 && text.endsWith('}'))
  t.strictSame(
    statuses(text),
    Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 200 : 404))
  )
  t.ok(most <= 9, `${most} at the same time`)
})

t.test('what waits on a connection that ends is never worked on, and no more of it is read', async t => {
  let handled = 0
  const { app } = await buildTestApp(t, {
    prepare: async app => {
      app.addHook('onRequest', async () => {
        handled++
        await pause(50)
      })
    }
  })
  const client = await RawClient.open(t, app)
  const connection = once(app.server, 'request')
  void client.send(get('/openapi.json').repeat(100_000))
  const [request] = await connection
  await pause(20)
  t.ok(request.socket.bytesRead < 1_000_000, `${request.socket.bytesRead} bytes were read of four million`)
  client.socket.resetAndDestroy()
  await pause(200)
  t.ok(handled <= 16, `${handled} were worked on`)
  t.equal((await app.inject('/healthz')).statusCode, 200)
})

t.test('a client that reads no answers has few of them made', async t => {
  let handled = 0
  const { app } = await buildTestApp(t, {
    prepare: async app => {
      app.addHook('onRequest', async () => {
        handled++
      })
    }
  })
  const client = await RawClient.open(t, app)
  client.socket.pause()
  void client.send(get('/openapi.json').repeat(1500))
  await pause(300)
  t.ok(handled < 1500, `${handled} were worked on`)
})

t.test('a request that cannot be read does not swallow the answers before it', async t => {
  const { app } = await buildTestApp(t, {
    prepare: async app => {
      app.addHook('onRequest', async () => pause(10))
    }
  })
  const body = '{"text":"a b c"}'
  const post = `${head('/v1/collections/default/check', { 'content-type': 'application/json', 'content-length': body.length })}${body}`
  for (const [asked, expected] of [
    [`${get('/healthz')}BAD BAD BAD\r\n\r\n`, [200, 400]],
    [`${get('/healthz').repeat(20)}BAD BAD BAD\r\n\r\n`, [...Array(20).fill(200), 400]],
    [`${post}\0\0\0${get('/healthz')}`, [200, 400]],
    [`${get('/healthz')}GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, [200, 431]],
    [
      `${get('/healthz')}${head('/v1/collections/default/check', { 'content-type': 'application/json', 'transfer-encoding': 'chunked' })}zz\r\n`,
      [200, 400]
    ]
  ] as const) {
    const client = await RawClient.open(t, app)
    void client.send(asked)
    t.strictSame(statuses(await readAll(client)), expected, JSON.stringify(asked.slice(-60)))
  }
})

t.test('a client that ended its side gets its answers', async t => {
  const { app } = await buildTestApp(t)
  const body = '{"id":"a","text":"a b c"}'
  for (const [path, type] of [
    ['documents', 'application/json'],
    ['import', 'application/x-ndjson'],
    ['check', 'application/x-ndjson']
  ]) {
    const client = await RawClient.open(t, app)
    const url = `/v1/collections/default/${path}`
    client.socket.end(`${get('/healthz')}${head(url, { 'content-type': type!, 'content-length': body.length })}${body}`)
    const text = await readAll(client)
    t.equal(statuses(text).length, 2, path as string)
    t.match(text, '"a"')
    t.ok(client.socket.readableEnded, 'and the connection ends')
  }
})

t.test('a client that left while its answer was being made is noticed', async t => {
  const { app } = await buildTestApp(t, {
    prepare: async app => {
      app.get('/never', { schema: { hide: true } }, () => new Promise(() => {}))
    }
  })
  const client = await RawClient.open(t, app)
  const connection = once(app.server, 'request')
  void client.send(get('/never'))
  const [request] = await connection
  client.socket.destroy()
  await new Promise(resolve => request.once('close', resolve))
  t.ok(request.socket.destroyed)
})
