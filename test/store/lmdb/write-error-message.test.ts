import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { open } from 'lmdb'
import t from 'tap'
import { mendWriteErrorMessage } from '../../../src/store/lmdb/write-error-message.ts'

const message = 'Attempting to write page at position %u, size %u, blocks %u'

/** What follows the message wherever it is in memory that belongs to lmdb. */
function followers(): string[] {
  const memory = openSync('/proc/self/mem', 'r')
  const found = readFileSync('/proc/self/maps', 'utf8')
    .split('\n')
    .filter(line => line.includes('lmdb') && / r\S+ /.test(line))
    .flatMap(line => {
      const [from = 0, to = 0] = (line.split(' ')[0] as string).split('-').map(digits => Number.parseInt(digits, 16))
      const bytes = Buffer.alloc(to - from)
      readSync(memory, bytes, 0, bytes.length, from)
      const at = bytes.indexOf(message)
      return at < 0 ? [] : [bytes.toString('latin1', at + message.length, at + message.length + 14)]
    })
  closeSync(memory)
  return found
}

t.test(
  'the message of a failed write fits into the memory that lmdb takes for it',
  { skip: process.platform !== 'linux' },
  t => {
    t.type(open, 'function')
    t.strictSame(followers(), [', buffer sizes'], 'with another version of lmdb all of this may be needless')
    t.equal(mendWriteErrorMessage(), true)
    t.strictSame(followers(), ['\0 buffer sizes'])
    t.equal(mendWriteErrorMessage(), true)
    const longest = message.replaceAll('%u', '4294967295')
    t.ok(longest.length < 100, `${longest.length} bytes`)
    t.end()
  }
)
