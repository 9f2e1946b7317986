import { resolve } from 'node:path'
import { DoppelError } from '../errors.ts'
import type { Verification } from '../store/embedded/verify/verify.ts'
import { type Command, jsonOption } from './command.ts'
import { counted, dataDirectory, requireDirectory, secondsSince } from './data-directory.ts'

/** Checks a data directory. */
export const verify: Command = {
  summary: 'check everything in a data directory or a backup that no service uses, and change nothing',
  options: {
    quick: {
      type: 'boolean',
      help: 'do not compute contents and matches from the texts again, which takes most of the time'
    },
    json: jsonOption
  },
  examples: [
    { call: 'doppel verify', does: 'checks ./data, or what DOPPEL_STORE names' },
    { call: 'doppel verify /backups/monday --quick', does: 'checks a backup, in a fraction of the time' }
  ],
  statuses: { 1: 'it has a fault, or cannot be read' },
  arguments: [
    {
      placeholder: 'DIR',
      help: 'the directory; that of DOPPEL_STORE by default, which is ./data',
      isOptional: true,
      completes: 'directories'
    }
  ],
  async run(values, { out }, [argument]) {
    const startedAt = performance.now()
    const directory = argument === undefined ? dataDirectory(values) : resolve(argument)
    requireDirectory(directory)
    const verification = await verifyDirectory(directory, values.quick === true)
    const { faultCount, notes } = verification
    if (values.json === true) {
      out.write(`${JSON.stringify({ directory, ...verification })}\n`)
      return faultCount > 0 ? 1 : 0
    }
    if (faultCount > 0) out.write(faultReport(directory, verification))
    else out.write(`${directory} is whole: ${summaryOf(verification)}, in ${secondsSince(startedAt)}\n`)
    for (const note of notes) out.write(`  note: ${note}\n`)
    return faultCount > 0 ? 1 : 0
  }
}

async function verifyDirectory(directory: string, isQuick: boolean): Promise<Verification> {
  const { checkBackup, readManifest } = await import('../store/lmdb/backup-manifest.ts')
  const { LmdbJournal } = await import('../store/lmdb/lmdb-journal.ts')
  const { verifyJournal } = await import('../store/embedded/verify/verify.ts')
  try {
    const manifest = await readManifest(directory)
    if (manifest !== undefined) await checkBackup(directory, manifest)
    return await verifyJournal(new LmdbJournal(directory, { isReadOnly: true }), { isQuick })
  } catch (error) {
    if (!(error instanceof DoppelError)) throw error
    const counts = { collections: 0, documents: 0, contents: 0, texts: 0, matches: 0, commits: 0 }
    return { faults: [error.message], faultCount: 1, notes: [], counts }
  }
}

/** What is wrong, as lines for a person. */
export function faultReport(directory: string, { faults, faultCount }: Verification): string {
  const more = faultCount - faults.length
  return [
    `${directory} has ${counted(faultCount, 'fault')}:`,
    ...faults.map(fault => `  ${fault}`),
    ...(more > 0 ? [`  and ${counted(more, 'other')}`] : []),
    ''
  ].join('\n')
}

function summaryOf({ counts }: Verification): string {
  return [
    counted(counts.collections, 'collection'),
    counted(counts.documents, 'document'),
    counted(counts.contents, 'content'),
    counted(counts.texts, 'text'),
    counted(counts.matches, 'match', 'matches'),
    counted(counts.commits, 'commit in the log', 'commits in the log')
  ].join(', ')
}
