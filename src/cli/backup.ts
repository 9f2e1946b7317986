import { resolve } from 'node:path'
import { type Command, CommandError, jsonOption } from './command.ts'
import {
  counted,
  dataDirectory,
  dataOption,
  explained,
  megabytes,
  requireDirectory,
  secondsSince
} from './data-directory.ts'

/** Copies a data directory that no service uses. */
export const backup: Command = {
  summary: 'copy the data directory of a service that is stopped; a running one makes its backups itself',
  options: { data: dataOption, json: jsonOption },
  examples: [
    { call: 'doppel backup /backups/monday', does: 'copies ./data, or what DOPPEL_STORE names' },
    { call: 'doppel backup /backups/monday --data /srv/doppel', does: 'copies another directory' }
  ],
  arguments: [{ placeholder: 'DIR', help: 'where to: absent or empty', completes: 'directories' }],
  async run(values, { out }, [target]) {
    const { LmdbJournal } = await import('../store/lmdb/lmdb-journal.ts')
    const { DirectoryTaken } = await import('../store/lmdb/directory-lock.ts')
    const startedAt = performance.now()
    const directory = dataDirectory(values)
    const folder = resolve(target as string)
    requireDirectory(directory)
    const journal = new LmdbJournal(directory, { isReadOnly: true })
    await explained(async () => {
      await journal.open().catch(error => {
        throw error instanceof DirectoryTaken ? isRunning(directory) : error
      })
      try {
        const { bytes, sequence, documents } = await journal.backUp(folder)
        if (values.json === true) {
          out.write(`${JSON.stringify({ backup: folder, bytes, sequence, documents })}\n`)
          return
        }
        const what = `${counted(documents, 'document')}, ${megabytes(bytes)}, up to commit ${sequence}`
        out.write(`${folder}: ${what}, in ${secondsSince(startedAt)}\n`)
      } finally {
        await journal.close()
      }
    })
    return 0
  }
}

function isRunning(directory: string): CommandError {
  const ask = "curl -X POST http://127.0.0.1:3000/v1/admin/backup (with -H 'authorization: Bearer KEY' if it has keys)"
  return new CommandError(
    `a service is using ${directory}; stop it, or let it make the backup itself, with DOPPEL_BACKUP_DIRECTORY set: ${ask}`,
    1
  )
}
