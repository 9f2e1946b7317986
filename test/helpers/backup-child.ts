// Makes one backup after another, while it writes, until it is killed: backup-child.ts DATA BACKUPS
import { writeSync } from 'node:fs'
import { BackupDirectory } from '../../src/store/lmdb/backup-directory.ts'
import { openDirectory } from './stored-directory.ts'

const [data = '', backups = ''] = process.argv.slice(2)
const { journal, service } = await openDirectory(data)
const directory = new BackupDirectory(journal, backups)
const round = process.pid
writeSync(1, 'ready\n')
for (let made = 0; ; made++) {
  const text = `text ${made} of round ${round}`
  await service.ingest('default', { id: `${round}-${made}`, text }, { matchLimit: 0, renew: false })
  await directory.make(`b${round}-${made}`)
}
