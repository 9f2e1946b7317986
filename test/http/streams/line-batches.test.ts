import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { BodyRoom } from '../../../src/http/bodies/body-room.ts'
import { Upload } from '../../../src/http/bodies/upload.ts'
import { lineBatches } from '../../../src/http/streams/line-batches.ts'

/** The most bytes that are read between two turns of the event loop; a few chunks are under way. */
const mostBytesATurn = 512 * 1024

for (const [name, unit] of [
  ['blank lines', '\n'],
  ['lines of a space', ' \n'],
  ['one line', ' ']
] as const) {
  for (const isGzip of [false, true]) {
    t.test(`others have turns while ${name} are read${isGzip ? ' from gzip' : ''}`, async t => {
      const bytes = Buffer.from(unit.repeat((8 * 1024 * 1024) / unit.length))
      const body = isGzip ? gzipSync(bytes) : bytes
      const pieces = []
      for (let start = 0; start < body.length; start += 65_536) pieces.push(body.subarray(start, start + 65_536))
      const upload = new Upload(Readable.from(pieces), {
        isGzip,
        idleTimeoutMs: 60_000,
        isTimed: false,
        room: new BodyRoom(1e9)
      })
      let turns = 0
      let isDone = false
      const count = () => {
        turns++
        if (!isDone) setImmediate(count)
      }
      setImmediate(count)
      for await (const batch of lineBatches(upload, 16 * 1024 * 1024)) t.strictSame(batch, [])
      isDone = true
      t.ok(turns >= bytes.length / mostBytesATurn, `${turns} turns`)
    })
  }
}
