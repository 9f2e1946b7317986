import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

// The process of a PauseProbe: asks for /healthz every 100 ms until it is told to stop, and says what was the worst.
const [url, pid] = process.argv.slice(2) as [string, string]
const agent = new Agent({ keepAlive: true })
let isWanted = true
process.once('message', () => {
  isWanted = false
})

/** Time that the main thread of the service has run, in milliseconds. */
function mainThreadMs(): number {
  const [nanoseconds] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')
  return Number(nanoseconds) / 1e6
}

function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    get(`${url}/healthz`, { agent }, response => response.resume().once('end', resolve)).once('error', reject)
  })
}

const worst = { probes: 0, pauseMs: 0, ownMs: 0 }
await ask()
process.send!('started')
while (isWanted) {
  const [begin, own] = [performance.now(), mainThreadMs()]
  await ask()
  const [pauseMs, ownMs] = [performance.now() - begin, mainThreadMs() - own]
  worst.probes++
  worst.pauseMs = Math.max(worst.pauseMs, pauseMs)
  worst.ownMs = Math.max(worst.ownMs, ownMs)
  await pause(Math.max(0, 100 - pauseMs))
}
process.send!(worst)
process.disconnect()
