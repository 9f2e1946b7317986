// Preloaded by `npm start`. A SIGTERM to npm ends the shell between npm and the server, which
// never hears of it (npm/cli#5776) and would keep its port; so the server watches for that.
import closeWithGrace from 'close-with-grace'

const shell = process.ppid
const watch = setInterval(() => {
  if (process.ppid === shell) return
  clearInterval(watch)
  // A second signal would cut the requests that a first one lets end.
  if (!closeWithGrace.closing) process.kill(process.pid, 'SIGTERM')
}, 250).unref()
