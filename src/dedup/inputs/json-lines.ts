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
  return recordOfJson(number, bytes, own => (hasReturn ? Buffer.concat([own, carriageReturn]) : own), options)
}

/**
 * A record that is an object of JSON.
 *
 * @param bytes undefined where it is too long
 * @param outputOf what stands for its bytes in the output
 */
export function recordOfJson(
  line: number,
  bytes: Buffer | undefined,
  outputOf: (bytes: Buffer) => Buffer,
  options: ReadOptions
): InputRecord {
  const fields = (): Record<string, unknown> => {
    if (bytes === undefined) throw new RecordFault(`it is longer than ${options.maxRecordBytes} bytes`)
    return fieldsOf(bytes, options)
  }
  return {
    line,
    size: bytes?.length ?? 0,
    content: () => contentOf(fields(), options),
    fields,
    output: () => outputOf(bytes ?? Buffer.alloc(0))
  }
}

function fieldsOf(bytes: Buffer, { idField }: ReadOptions): Record<string, unknown> {
  const line = decoded(bytes)
  const value = parsed(line)
  if (Array.isArray(value)) throw new RecordFault('it is a JSON array, and not an object')
  if (typeof value !== 'object' || value === null) throw new RecordFault('it is JSON, but not an object')
  const fields = value as Record<string, unknown>
  const id = fields[idField]
  const isRounded = typeof id === 'number' && !Number.isSafeInteger(id)
  return isRounded ? { ...fields, [idField]: numberAsWritten(line, idField) ?? id } : fields
}

/** A token of JSON that says how deep another one lies; strings first, which may hold anything. */
const structure = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g
const colonAndNumber = /\s*:\s*(-?\d[\d.eE+-]*)/y

/** A number of an object as it stands in its line: JavaScript rounds what has many digits, and two ids would be one. */
function numberAsWritten(line: string, field: string): string | undefined {
  let depth = 0
  let found: string | undefined
  for (const { 0: token, index } of line.matchAll(structure)) {
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    else if (depth === 1 && JSON.parse(token) === field) {
      colonAndNumber.lastIndex = index + token.length
      // Of a name that is there twice the last one counts, as in JSON.parse.
      found = colonAndNumber.exec(line)?.[1] ?? found
    }
  }
  return found
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
