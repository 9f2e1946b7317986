import { isUtf8 } from 'node:buffer'
import { type ReadOptions, type RecordContent, RecordFault } from './record.ts'

/** Most names of fields that a message lists. */
const maxNames = 8

/** The field of a page, which stands for the text of a record that has none. */
export const htmlField = 'html'

/**
 * Takes id and text, or page, out of the fields of a record.
 *
 * @throws RecordFault where the text is missing or none, or the id is neither a text nor a number
 */
export function contentOf(
  fields: Readonly<Record<string, unknown>>,
  { textField, idField }: ReadOptions
): RecordContent {
  const hasText = Object.hasOwn(fields, textField)
  if (!hasText && !Object.hasOwn(fields, htmlField)) {
    throw new RecordFault(`there is no field "${textField}"; ${namesOf(fields)}`)
  }
  const name = hasText ? textField : htmlField
  const value = fields[name]
  if (typeof value !== 'string') throw new RecordFault(`the field "${name}" is ${kindOf(value)}, not a text`)
  const id = idOf(Object.hasOwn(fields, idField) ? fields[idField] : undefined, idField)
  return hasText ? { id, text: value } : { id, html: value }
}

/** Which column has the texts, or the pages in their place; undefined where there is neither. */
export function contentColumn(
  columns: readonly string[],
  { textField }: Pick<ReadOptions, 'textField'>
): string | undefined {
  return [textField, htmlField].find(name => columns.includes(name))
}

/** Decodes UTF-8. @throws RecordFault for what is not */
export function decoded(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  throw new RecordFault(`it is not valid UTF-8 near its byte ${invalidByte(bytes)}`)
}

function idOf(id: unknown, idField: string): string | undefined {
  if (id === undefined || id === null || id === '') return undefined
  if (typeof id === 'string') return id.toWellFormed()
  if (typeof id === 'number' || typeof id === 'bigint') return String(id)
  throw new RecordFault(`the field "${idField}" is ${kindOf(id)}, neither a text nor a number`)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function namesOf(fields: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(fields)
  if (names.length === 0) return 'there are no fields'
  const more = names.length > maxNames ? ', ...' : ''
  return `there are ${names
    .slice(0, maxNames)
    .map(name => JSON.stringify(name))
    .join(', ')}${more}`
}

/** Where decoding starts to differ; counted from 1. */
function invalidByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString())
  let offset = 0
  while (offset < bytes.length && bytes[offset] === again[offset]) offset++
  return Math.min(offset, bytes.length - 1) + 1
}
