import { isUtf8 } from 'node:buffer'
import { listed } from './names.ts'
import { InputFault, type ReadOptions, type RecordContent, RecordFault } from './record.ts'

/** Where the text is, and a page in its place, unless the options name a field. */
export const usual = { text: 'text', html: 'html' }

/**
 * Takes id and text, or page, out of the fields of a record.
 *
 * @throws RecordFault where the text is missing or none, or the id is neither a text nor a number
 */
export function contentOf(
  fields: Readonly<Record<string, unknown>>,
  { textField, idField }: ReadOptions
): RecordContent {
  const own = (name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)
  const name = textField ?? usual.text
  const text = own(name)
  const html = text === undefined && textField === undefined ? own(usual.html) : undefined
  if (typeof html === 'string') return { id: idOf(own(idField), idField), html }
  if (typeof text === 'string') return { id: idOf(own(idField), idField), text }
  throw new RecordFault(
    text === undefined
      ? `there is no field "${name}"; ${namesOf(fields)}`
      : `the field "${name}" is ${kindOf(text)}, not a text`
  )
}

/**
 * Which column has the texts, or the pages in their place.
 *
 * @param hint what to do where there is neither, for the message
 * @throws MissingColumn where there is neither
 */
export function contentColumn(
  columns: readonly string[],
  { textField }: ReadOptions,
  line?: number,
  hint: () => string = () => ''
): string {
  const wanted = textField === undefined ? [usual.text, usual.html] : [textField]
  const found = wanted.find(name => columns.includes(name))
  if (found !== undefined) return found
  throw new MissingColumn(wanted[0] as string, columns, hint(), line)
}

/** A file has no column of texts. */
export class MissingColumn extends InputFault {
  /** Those that it has. */
  readonly columns: readonly string[]
  /** What to do about it; empty where that is not known. */
  readonly hint: string

  constructor(name: string, columns: readonly string[], hint: string, line?: number) {
    super(
      [`there is no column "${name}"`, `there are ${listed(columns)}`, hint].filter(part => part !== '').join('; '),
      line
    )
    this.columns = columns
    this.hint = hint
  }
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
  return names.length === 0 ? 'there are no fields' : `there are ${listed(names)}`
}

/** Where decoding starts to differ; counted from 1. */
function invalidByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString())
  let offset = 0
  while (offset < bytes.length && bytes[offset] === again[offset]) offset++
  return Math.min(offset, bytes.length - 1) + 1
}
