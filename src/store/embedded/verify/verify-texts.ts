import type { Journal } from '../journal.ts'
import type { Found } from '../stored-rows.ts'
import type { Catalogue, KnownCollection } from './catalogue.ts'
import type { Findings } from './findings.ts'

/** Checks that each document has its text, where texts are kept, and that the text is its content. */
export function verifyTexts(
  rows: Iterable<Found<string>>,
  { journal, isQuick }: { readonly journal: Journal; readonly isQuick: boolean },
  catalogue: Catalogue,
  findings: Findings
): void {
  const { documents } = catalogue
  for (const found of rows) {
    const document = documents.find(found.number)
    documents.noteText(document)
    if ('fault' in found) {
      findings.fault(found.fault)
      continue
    }
    catalogue.texts++
    const { number, row: text } = found
    if (document === 0) findings.fault(`text ${number}: there is no such document`)
    else {
      for (const fault of faultsOf(text, document, catalogue, isQuick ? undefined : journal)) {
        findings.fault(`document ${number}: ${fault}`)
      }
    }
  }
  for (const document of withoutText(catalogue)) findings.fault(`document ${document}: it lacks its text`)
}

function* withoutText(catalogue: Catalogue): Generator<number> {
  const { documents } = catalogue
  for (let document = 1; document <= documents.size; document++) {
    const content = documents.content.get(document)
    const isExpected = content !== 0 && isTextKept(catalogue, content)
    if (isExpected && !documents.hasText(document)) yield documents.number.get(document)
  }
}

/** @param journal to sketch the text again; undefined to be quick */
function* faultsOf(
  text: string,
  document: number,
  catalogue: Catalogue,
  journal: Journal | undefined
): Generator<string> {
  const { contents, documents } = catalogue
  const bytes = Buffer.byteLength(text)
  const expected = documents.textBytes.get(document)
  if (bytes !== expected) yield `its text has ${bytes} bytes, not ${expected}`
  const content = documents.content.get(document)
  if (content === 0) return
  const number = contents.number.get(content)
  if (!isTextKept(catalogue, content)) yield 'it has a text, which must not be kept'
  else if (journal !== undefined && !isContentOf(text, number, collectionOf(catalogue, content), journal)) {
    yield `its text is not its content ${number}`
  }
}

/** Where only a signature was sent there is no text to keep. */
function isTextKept(catalogue: Catalogue, content: number): boolean {
  const { settings } = collectionOf(catalogue, content).row
  return settings.storeText && catalogue.contents.shingleCount(content) !== undefined
}

function collectionOf({ collections, contents }: Catalogue, content: number): KnownCollection {
  return collections.get(contents.collection.get(content)) as KnownCollection
}

function isContentOf(text: string, content: number, { sketcher }: KnownCollection, journal: Journal): boolean {
  const row = journal.readContent(content)
  const { contentKey, shingles, signature } = sketcher.sketchText(text)
  return (
    row !== undefined &&
    row.key === contentKey &&
    row.shingleCount === shingles?.length &&
    signature.every((slot, at) => slot === row.signature[at]) &&
    (row.shingles?.every((shingle, at) => shingle === shingles?.[at]) ?? true)
  )
}
