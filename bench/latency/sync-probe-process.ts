import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

// The process of a SyncProbe: writes and syncs now and then until it is told to stop, and says how long each took.
const [path, perSecond] = process.argv.slice(2) as [string, string]
const bytes = Buffer.alloc(4096, 1)
const milliseconds: number[] = []
let isWanted = true
process.once('message', () => {
  isWanted = false
})
const file = openSync(path, 'w')
writeSync(file, bytes, 0, bytes.length, 0)
fdatasyncSync(file)
process.send!('started')
while (isWanted) {
  const begin = performance.now()
  writeSync(file, bytes, 0, bytes.length, 0)
  fdatasyncSync(file)
  milliseconds.push(performance.now() - begin)
  await pause(1000 / Number(perSecond))
}
closeSync(file)
rmSync(path)
process.send!(milliseconds)
process.disconnect()
