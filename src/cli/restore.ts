import { resolve } from 'node:path'
import { type Command, CommandError, jsonOption } from './command.ts'
import { counted, dataDirectory, dataOption, explained, secondsSince } from './data-directory.ts'
import { faultReport } from './verify.ts'

/** Makes a data directory of a backup. */
export const restore: Command = {
  summary: 'check a backup and make a data directory of it, which must be absent or empty',
  options: { data: dataOption, json: jsonOption },
  examples: [
    { call: 'doppel restore /backups/monday --data ./data', does: 'checks the backup, then makes ./data of it' }
  ],
  arguments: [
    {
      placeholder: 'BACKUP',
      help: 'a folder that POST /v1/admin/backup or doppel backup made',
      completes: 'directories'
    }
  ],
  async run(values, { out, err }, [folder]) {
    const { openBackup, restoreBackup } = await import('../store/lmdb/restore-backup.ts')
    const { LmdbJournal } = await import('../store/lmdb/lmdb-journal.ts')
    const { verifyJournal } = await import('../store/embedded/verify/verify.ts')
    const startedAt = performance.now()
    const backup = resolve(folder as string)
    const directory = dataDirectory(values)
    return explained(async () => {
      await openBackup(backup)
      const verification = await verifyJournal(new LmdbJournal(backup, { isReadOnly: true }), { isQuick: true })
      if (verification.faultCount > 0) {
        err.write(faultReport(backup, verification))
        throw new CommandError('nothing was restored', 1)
      }
      const { documents, sequence } = await restoreBackup(backup, directory)
      if (values.json === true) {
        out.write(`${JSON.stringify({ data: directory, documents, sequence })}\n`)
        return 0
      }
      const what = `${counted(documents, 'document')}, up to commit ${sequence}`
      out.write(`${directory}: ${what}, in ${secondsSince(startedAt)}\n`)
      return 0
    })
  }
}
