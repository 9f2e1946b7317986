import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import t from 'tap'
import { ResultStream } from '../../src/http/streams/result-stream.ts'
import { SpoolFile, SpoolSpace } from '../../src/http/streams/spool-file.ts'

t.test('SpoolFile is a queue within its limit, also where its ring wraps', async t => {
  const directory = t.testdir()
  const spool = new SpoolFile(directory, 10, new SpoolSpace(10))
  await spool.append(Buffer.from('abcdefg'))
  t.equal((await spool.take(4)).toString(), 'abcd')
  await spool.append(Buffer.from('hijklm'))
  t.equal(spool.length, 9)
  await t.rejects(spool.append(Buffer.from('no')), { name: 'SpoolFull' })
  let rest = ''
  while (spool.length > 0) rest += await spool.take(100)
  t.equal(rest, 'efghijklm')
  t.equal((await spool.take(5)).length, 0)
  await spool.clear()
  await spool.append(Buffer.from('0123456789'))
  t.equal((await spool.take(100)).toString(), '0123456789')
  await spool.close()
  t.strictSame(readdirSync(directory), [])
})

t.test('ResultStream gives out what was added, whoever is faster', async t => {
  const spoolDirectory = t.testdir()
  const results = new ResultStream({ spoolDirectory, spoolLimitBytes: 50e6, spoolSpace: new SpoolSpace(100e6) })
  const blocks = Array.from({ length: 400 }, (_, index) => `${index} ${'-'.repeat((index * 7919) % 50_000)}\n`)
  const read = async () => {
    let text = ''
    for await (const chunk of results) {
      text += chunk
      if (text.length % 5 === 0) await pause(5)
    }
    return text
  }
  const write = async () => {
    for (const [index, block] of blocks.entries()) {
      await results.add(block)
      if (index % 100 === 99) await pause(50)
    }
    results.finish()
  }
  const [text] = await Promise.all([read(), write()])
  t.ok(text === blocks.join(''), `${text.length} bytes`)
  t.ok(results.spooledBytes > 1e6, `${results.spooledBytes} bytes went through the spool`)

  const unusable = new ResultStream({
    spoolDirectory: '/dev/null/spool',
    spoolLimitBytes: 50e6,
    spoolSpace: new SpoolSpace(100e6)
  })
  const failed = once(unusable, 'error')
  await unusable.add('x'.repeat(2_000_000))
  t.match((await failed)[0], { code: 'ENOTDIR' })
  await unusable.add('more')
  t.ok(unusable.destroyed)
})
