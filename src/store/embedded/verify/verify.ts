import type { JournalRows } from '../journal.ts'
import { buildIndexes } from '../load.ts'
import { restoreIndexes } from '../restore.ts'
import { RowReader } from '../row-reader.ts'
import type { InspectedJournal } from '../stored-rows.ts'
import { Catalogue } from './catalogue.ts'
import { compareIndexes } from './compare-indexes.ts'
import { Findings } from './findings.ts'
import { verifyCollections } from './verify-collections.ts'
import { verifyContents } from './verify-contents.ts'
import { verifyDocuments } from './verify-documents.ts'
import { BuiltIndexes } from './verify-index.ts'
import { verifyLog } from './verify-log.ts'
import { verifyMatches } from './verify-matches.ts'
import { verifyTexts } from './verify-texts.ts'

/** What a verification found. */
export interface Verification {
  /** The first of what must not be. */
  readonly faults: readonly string[]
  readonly faultCount: number
  /** What is worth knowing and no fault. */
  readonly notes: readonly string[]
  readonly counts: {
    readonly collections: number
    readonly documents: number
    readonly contents: number
    readonly texts: number
    readonly matches: number
    readonly commits: number
  }
}

/**
 * Checks everything that a store promises of what it keeps, and changes nothing.
 *
 * @param options.isQuick takes it for granted that texts are their contents, and matches what two texts have in common
 * @throws DoppelError STORE_UNAVAILABLE when it cannot be opened at all
 */
export async function verifyJournal(
  journal: InspectedJournal,
  { isQuick = false }: { readonly isQuick?: boolean } = {}
): Promise<Verification> {
  const rows = await journal.open()
  const findings = new Findings()
  const catalogue = new Catalogue()
  let matches = 0
  try {
    matches = await verifyRows({ journal, rows, catalogue, isQuick }, findings)
  } catch (error) {
    findings.fault(`the verification cannot go on: ${(error as Error).message}`)
  } finally {
    await journal.close()
  }
  noteOrphans(catalogue, findings)
  return verification(catalogue, matches, findings)
}

/** A store that is being verified. */
interface Subject {
  readonly journal: InspectedJournal
  readonly rows: JournalRows
  readonly catalogue: Catalogue
  readonly isQuick: boolean
}

/** @returns the number of matches */
async function verifyRows(subject: Subject, findings: Findings): Promise<number> {
  const { journal, rows, catalogue, isQuick } = subject
  const context = { journal, isQuick, nextNumber: rows.nextNumber }
  verifyLog(journal.inspect().log, rows, catalogue, findings)
  verifyCollections(journal.inspect().collections, rows, catalogue, findings)
  verifyContents(journal.inspect().contents, context, catalogue, findings)
  verifyDocuments(journal.inspect().documents, context, catalogue, findings)
  verifyTexts(journal.inspect().texts, context, catalogue, findings)
  const built = findings.faultCount === 0 ? await buildFrom(rows, journal, findings) : undefined
  const isInIndex: BuiltIndexes['hasMatch'] = (...match) => built === undefined || built.hasMatch(...match)
  const matched = verifyMatches(journal.inspect().contents, { ...context, catalogue, isInIndex }, findings)
  if (built === undefined) findings.note('the index and its snapshot were not checked, since rows are damaged')
  else {
    built.verify(catalogue, matched, findings)
    await verifySnapshot(built, subject, findings)
  }
  return matched.count
}

async function buildFrom(
  rows: JournalRows,
  journal: InspectedJournal,
  findings: Findings
): Promise<BuiltIndexes | undefined> {
  try {
    const { indexes } = await buildIndexes(rows, new RowReader(journal, () => []), () => {})
    return new BuiltIndexes(indexes)
  } catch (error) {
    findings.fault(`the index cannot be built: ${(error as Error).message}`)
    return undefined
  }
}

async function verifySnapshot(
  { indexes }: BuiltIndexes,
  { journal, rows }: Subject,
  findings: Findings
): Promise<void> {
  const place = journal.snapshots
  if (place === undefined) return
  const source = await place.open()
  if (source === undefined) {
    findings.note('there is no snapshot of the index: the next start builds it from all rows')
    return
  }
  await source.close()
  try {
    const restored = await restoreIndexes(place, journal, rows, new RowReader(journal, () => []), () => {})
    if (restored === undefined) {
      findings.note('the snapshot of the index is too old, or of another directory: the next start does without')
      return
    }
    const byNumber = new Map(restored.indexes.map(index => [index.row.number, index]))
    for (const index of indexes) {
      const other = byNumber.get(index.row.number)
      if (other === undefined) findings.fault(`the snapshot lacks the collection "${index.row.name}"`)
      else compareIndexes(index, other, 'the snapshot', findings)
    }
  } catch (error) {
    findings.fault(`the snapshot of the index is damaged, the next start does without: ${(error as Error).message}`)
  }
}

function noteOrphans({ orphanContents, orphanDocuments }: Catalogue, findings: Findings): void {
  if (orphanContents + orphanDocuments === 0) return
  const rows = `${orphanDocuments} documents and ${orphanContents} contents of deleted collections`
  findings.note(`${rows} are still there: a service removes them in the background`)
}

function verification(catalogue: Catalogue, matches: number, findings: Findings): Verification {
  const { faults, faultCount, notes } = findings
  return {
    faults,
    faultCount,
    notes,
    counts: {
      collections: catalogue.collections.size,
      documents: catalogue.documents.size - catalogue.orphanDocuments,
      contents: catalogue.contents.size,
      texts: catalogue.texts,
      matches,
      commits: catalogue.commits
    }
  }
}
