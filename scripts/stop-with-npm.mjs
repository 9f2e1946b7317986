// Preloaded by `npm start`. A SIGTERM to npm ends the shell between npm and the server, which
// never hears of it (npm/cli#5776) and would keep its port; so the server watches for that.
const shell = process.ppid
setInterval(() => {
  if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM')
}, 250).unref()
