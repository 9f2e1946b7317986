import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { listenOnAllOfLocalhost } from '../../src/http/connections/second-loopback.ts'
import { buildTestApp } from '../helpers/build-app.ts'

t.test('every address of localhost is answered, and none once the service is closed', async t => {
  const { app } = await buildTestApp(t)
  await app.listen({ host: '127.0.0.1', port: 0 })
  // Linux answers at all of 127.0.0.0/8; an address that is not there is left out.
  const addresses = ['127.0.0.1', '127.0.0.2']
  await listenOnAllOfLocalhost(app, [...addresses, '192.0.2.1'])
  const { port } = app.server.address() as AddressInfo
  const ask = (host: string) =>
    new Promise(resolve => {
      get({ host, port, path: '/healthz', agent: false }, answer => {
        answer.resume().on('end', () => resolve(answer.statusCode))
      }).on('error', error => resolve((error as NodeJS.ErrnoException).code))
    })
  for (const address of addresses) t.equal(await ask(address), 200, address)
  await app.close()
  for (const address of addresses) t.equal(await ask(address), 'ECONNREFUSED', address)
})
