// Opens a data directory that may be damaged and asks for all there was: damage-child.ts DIRECTORY EXPECTED
// EXPECTED is a file with the answers of before. Standard output gets one JSON line.
import { readFileSync } from 'node:fs'
import { DoppelError } from '../../src/errors.ts'
import { verifyJournal } from '../../src/store/embedded/verify/verify.ts'
import { LmdbJournal } from '../../src/store/lmdb/lmdb-journal.ts'
import { type DirectoryService, openDirectory } from './stored-directory.ts'

const [mode = '', directory = '', expectedPath = ''] = process.argv.slice(2)
const expected = JSON.parse(readFileSync(expectedPath, 'utf8')) as Record<string, Record<string, string>>

/** What a damaged directory did. */
export interface DamageReport {
  /** Why it was not opened, or what a verification found first. */
  readonly refusal?: string
  /** How often an answer was refused. */
  readonly refused: number
  /** Answers that differ from those of before. */
  readonly wrong: readonly string[]
  readonly notices: readonly string[]
}

async function ask({ service }: DirectoryService): Promise<{ refused: number; wrong: string[] }> {
  let refused = 0
  const wrong: string[] = []
  for (const [collection, answers] of Object.entries(expected)) {
    for (const [id, answer] of Object.entries(answers)) {
      try {
        const document = await service.getDocument(collection, id)
        const matches = await service.matchesOf(collection, id, { threshold: undefined, limit: 100 })
        const found = JSON.stringify({ document, matches })
        if (found !== answer) wrong.push(`${collection} ${id}: ${found}, not ${answer}`)
      } catch (error) {
        if (error instanceof DoppelError && error.code === 'STORE_UNAVAILABLE') refused++
        else wrong.push(`${collection} ${id}: ${(error as Error).stack}`)
      }
    }
  }
  return { refused, wrong }
}

async function serve(): Promise<DamageReport> {
  let opened: DirectoryService
  try {
    opened = await openDirectory(directory)
  } catch (error) {
    return { refusal: (error as Error).message, refused: 0, wrong: [], notices: [] }
  }
  const report = { ...(await ask(opened)), notices: opened.notices }
  await opened.store.close()
  return report
}

async function verify(): Promise<DamageReport> {
  const nothing = { refused: 0, wrong: [], notices: [] }
  try {
    const { faults } = await verifyJournal(new LmdbJournal(directory, { isReadOnly: true }))
    return faults[0] === undefined ? nothing : { ...nothing, refusal: faults[0] }
  } catch (error) {
    return { ...nothing, refusal: (error as Error).message }
  }
}

process.stdout.write(JSON.stringify(await (mode === 'verify' ? verify() : serve())))
