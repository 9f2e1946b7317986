import { DoppelError } from '../../errors.ts'
import { checkDocument, type DocumentInput, metadataTooLong } from '../../service/document-input.ts'
import { DocumentPreparer } from '../../service/document-preparer.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import { readBoundedJson, readJson, refuseUnsafe, tooManyValues } from '../bodies/parse-json.ts'
import { bodyValidation } from '../body-validation.ts'
import { Document } from '../schemas/documents.ts'
import { reference } from '../schemas/reference.ts'
import type { LineOptions, OtherFields, PreparedLine } from './preparer.ts'

/** Longest id, in UTF-16 units, that an error line repeats: a line may be one long id. */
const maxShownIdLength = 4096
/** A longer line is not parsed for its id alone. */
const maxLineForId = 32 * 1024

const preparer = new DocumentPreparer()
let validate: ReturnType<typeof bodyValidation> | undefined

/** Reads a line as the JSON route reads its body, with the same words for what is wrong, and sketches the document. */
export function prepareLine(
  bytes: Buffer,
  settings: SketchSettings,
  { pathId, otherFields = 'refuse' }: LineOptions = {}
): PreparedLine {
  validate ??= bodyValidation(reference(Document))
  let id: string | undefined
  try {
    const { value, isCut } = readBoundedJson(bytes)
    id = shownId(value)
    refuseUnsafe(value)
    if (otherFields !== 'refuse') moveOtherFields(value, otherFields)
    const validity = validate(value)
    if (validity !== true) throw validity.error
    const input = value as DocumentInput
    if (isCut) throw tooMuchIn(input)
    return { id, outcome: preparer.prepare(input, settings, pathId) }
  } catch (error) {
    return { id, outcome: error instanceof Error ? error : new Error(String(error)) }
  }
}

/** Takes fields that a document does not have away; into its metadata, where those that it has there stay. */
function moveOtherFields(value: unknown, to: Exclude<OtherFields, 'refuse'>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const document = value as Record<string, unknown>
  const others = Object.keys(document).filter(name => !Object.hasOwn(Document.properties, name))
  const { metadata } = document
  // Metadata that is none is refused, with the words for that.
  if (to === 'metadata' && others.length > 0 && typeof (metadata ?? {}) === 'object' && !Array.isArray(metadata)) {
    document.metadata = { ...Object.fromEntries(others.map(name => [name, document[name]])), ...(metadata as object) }
  }
  for (const name of others) delete document[name]
}

/** The id of a line that is not prepared, where it can be read. */
export function idOfLine(bytes: Buffer): string | undefined {
  if (bytes.length > maxLineForId) return undefined
  try {
    return shownId(readJson(bytes))
  } catch {
    return undefined
  }
}

function shownId(value: unknown): string | undefined {
  const id = (value as { readonly id?: unknown } | null)?.id
  return typeof id === 'string' && id.length <= maxShownIdLength ? id : undefined
}

/** What is wrong with a document that was not read to its end, since it holds far too much. */
function tooMuchIn(input: DocumentInput): Error {
  try {
    checkDocument(input, input.id ?? 'none')
  } catch (error) {
    if (!(error instanceof DoppelError)) throw error
    // How many bytes the whole has is not known.
    const isTooLong = error.errors?.some(({ path, message }) => path === '/metadata' && message.includes('bytes'))
    return isTooLong === true ? metadataTooLong() : error
  }
  if (JSON.stringify(input.metadata ?? {}).length < 1000) return tooManyValues()
  return metadataTooLong()
}
