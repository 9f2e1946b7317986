import { findJsonFault } from '../../bytes/json-fault.ts'
import { type Line, LineSplitter } from '../../bytes/line-splitter.ts'
import { withoutMark } from './byte-order-mark.ts'
import { contentOf, decoded } from './fields.ts'
import { InputFault, type InputRecord, type ReadOptions, RecordFault } from './record.ts'

const carriageReturn = Buffer.from('\r')

/**
 * Reads JSON Lines: one object a line. Blank lines are none; a byte order mark of UTF-8 belongs to no line.
 *
 * @throws InputFault for UTF-16, and what the chunks throw
 */
export async function* jsonLines(
  chunks: AsyncIterable<Buffer>,
  options: ReadOptions
): AsyncGenerator<InputRecord, void, void> {
  const splitter = new LineSplitter(options.maxRecordBytes)
  let isFirst = true
  try {
    for await (const chunk of chunks) {
      const bytes = isFirst ? withoutMark(chunk) : chunk
      isFirst = false
      for (const line of splitter.push(bytes)) if (!isBlank(line)) yield recordOf(line, options)
    }
  } catch (error) {
    throw InputFault.at(splitter.number, error)
  }
  const last = splitter.end()
  if (last !== undefined && !isBlank(last)) yield recordOf(last, options)
}

function isBlank({ bytes }: Line): boolean {
  // JSON of a document begins with a brace.
  return bytes !== undefined && (bytes.length === 0 || (bytes[0] !== 0x7b && bytes.toString().trim() === ''))
}

function recordOf({ number, bytes, hasReturn }: Line, options: ReadOptions): InputRecord {
  return {
    line: number,
    size: bytes?.length ?? 0,
    content() {
      if (bytes === undefined) throw new RecordFault(`it is longer than ${options.maxRecordBytes} bytes`)
      return contentOf(fieldsOf(bytes, options), options)
    },
    output() {
      const own = bytes ?? Buffer.alloc(0)
      return hasReturn ? Buffer.concat([own, carriageReturn]) : own
    }
  }
}

function fieldsOf(bytes: Buffer, { idField }: ReadOptions): Record<string, unknown> {
  const line = decoded(bytes)
  const value = parsed(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RecordFault('it is JSON, but not an object')
  }
  const fields = value as Record<string, unknown>
  const id = fields[idField]
  const isRounded = typeof id === 'number' && Number.isInteger(id) && !Number.isSafeInteger(id)
  return isRounded ? { ...fields, [idField]: exactNumber(line, idField, id) } : fields
}

/** The digits of a whole number that JavaScript rounds: two ids would be one. @throws RecordFault where they are not clear */
function exactNumber(line: string, field: string, rounded: number): string {
  const [, ...tails] = line.split(JSON.stringify(field))
  const numbers = tails.map(tail => /^\s*:\s*(-?\d+)/.exec(tail)?.[1]).filter(digits => Number(digits) === rounded)
  const [digits, ...others] = new Set(numbers)
  if (digits !== undefined && others.length === 0) return digits
  throw new RecordFault(`the field "${field}" is a number too large to be read exactly; make it a text`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const fault = findJsonFault(text)
    const place = fault === undefined ? '' : `: ${fault.message} at character ${fault.offset + 1}`
    throw new RecordFault(`it is not valid JSON${place}`)
  }
}
