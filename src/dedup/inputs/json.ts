import { withoutMark } from './byte-order-mark.ts'
import { jsonLines, recordOfJson } from './json-lines.ts'
import { JsonValueSplitter } from './json-values.ts'
import { InputFault, type InputRecord, type ReadOptions } from './record.ts'

/** How the objects of a JSON file stand in it. */
type Layout = 'lines' | 'array' | 'values'

/** Most bytes that are looked at to tell; a line that is longer is an object. */
const lookBytes = 64 * 1024
const arrayNotice = 'it is a JSON array, and not JSON Lines; its items are read'
const valuesNotice = 'its objects stand over several lines each; they are read as such'

/**
 * Reads objects of JSON: one a line, the items of one array, or written over several lines one behind the other.
 *
 * @param isLines whether it is said to be JSON Lines, so that it is told where it is not
 * @throws InputFault for UTF-16, and what the chunks throw
 */
export async function* json(
  chunks: AsyncIterable<Buffer>,
  options: ReadOptions,
  isLines: boolean
): AsyncGenerator<InputRecord, void, void> {
  const { layout, all } = await lookedAt(chunks)
  if (layout === 'lines') {
    yield* jsonLines(all, options)
    return
  }
  const text = layout === 'array' ? arrayNotice : valuesNotice
  let notice = isLines ? text : undefined
  for await (const record of values(all, layout === 'array', options)) {
    yield notice === undefined ? record : { ...record, notice }
    notice = undefined
  }
}

async function* values(
  chunks: AsyncIterable<Buffer>,
  isArray: boolean,
  options: ReadOptions
): AsyncGenerator<InputRecord, void, void> {
  const splitter = new JsonValueSplitter(isArray, options.maxRecordBytes)
  let isFirst = true
  try {
    for await (const chunk of chunks) {
      const bytes = isFirst ? withoutMark(chunk) : chunk
      isFirst = false
      for (const { line, bytes: value } of splitter.push(bytes)) yield recordOfJson(line, value, onOneLine, options)
    }
  } catch (error) {
    throw InputFault.at(splitter.line, error)
  }
  const last = splitter.end()
  if (last !== undefined) yield recordOfJson(last.line, last.bytes, onOneLine, options)
}

/** JSON without its line ends, which can only stand between its parts. */
function onOneLine(bytes: Buffer): Buffer {
  if (!bytes.includes('\n') && !bytes.includes('\r')) return bytes
  return Buffer.from(bytes.toString('latin1').replace(/[ \t]*[\r\n][ \t\r\n]*/g, ''), 'latin1')
}

async function lookedAt(chunks: AsyncIterable<Buffer>): Promise<{ layout: Layout; all: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  let seen: Buffer = Buffer.alloc(0)
  let fault: { readonly error: unknown } | undefined
  let hasEnded = false
  let layout: Layout | undefined
  while (layout === undefined && !hasEnded && fault === undefined) {
    try {
      const { value, done } = await iterator.next()
      if (done === true) hasEnded = true
      else seen = seen.length === 0 ? value : Buffer.concat([seen, value])
    } catch (error) {
      fault = { error }
    }
    layout = layoutOf(seen, hasEnded || fault !== undefined || seen.length >= lookBytes)
  }
  const all = async function* () {
    if (seen.length > 0) yield seen
    if (fault !== undefined) throw fault.error
    if (!hasEnded) yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { layout: layout ?? 'lines', all: all() }
}

/** What the first bytes say; undefined where more are needed, which `isAll` says there are not. */
function layoutOf(bytes: Buffer, isAll: boolean): Layout | undefined {
  const text = bytes
    .toString('latin1', 0, lookBytes)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  const end = text.indexOf('\n')
  if (end === -1) return lastLayout(text, isAll)
  const line = text.slice(0, end).trim()
  const next = text.slice(end).trimStart().slice(0, 1)
  const isArray = line.startsWith('[')
  if (!isArray && !(line.startsWith('{') && isOpen(line))) return 'lines'
  const inside = (isArray && line.slice(1).trimStart().slice(0, 1)) || next
  if (inside === '') return isAll ? 'lines' : undefined
  // A list in the first line is none of objects: the others are read all the same.
  if (isArray) return inside === '{' || inside === ']' ? 'array' : 'lines'
  // A line that is broken off is followed by another object, which can also be what a bracket or a colon waits for.
  return inside !== '{' || /[[:]$/.test(line) ? 'values' : 'lines'
}

/** The same for what has no line end. */
function lastLayout(text: string, isAll: boolean): Layout | undefined {
  if (!isAll) return undefined
  return text.startsWith('[') ? 'array' : 'lines'
}

/** Whether brackets are open at the end of a line, outside of strings. */
function isOpen(line: string): boolean {
  let depth = 0
  for (const [token] of line.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    else if (token.length < 2 || !token.endsWith('"')) return false
  }
  return depth > 0
}
