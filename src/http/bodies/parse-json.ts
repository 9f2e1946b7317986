import { isUtf8 } from 'node:buffer'
import { findJsonFault } from '../../bytes/json-fault.ts'
import { DoppelError } from '../../errors.ts'
import { HttpError } from '../http-error.ts'
import { type JsonStructure, jsonStructure, pruneJson } from './json-structure.ts'

/**
 * Deepest nesting that is parsed at all. No document may be so deep, and parsing a body of 16 MiB that is nothing
 * but brackets would take more than a gigabyte.
 */
const maxDepth = 16_384
/**
 * Most values of a body that is parsed as it is. The metadata of a document, of 16,000 bytes, may have some 8,000, and
 * nothing else may have as many.
 */
const maxValues = 20_000
/** What is left of a body with more: enough to say what is wrong with it. */
const prunedSize = { members: 1000, levels: 40, values: maxValues }
/** Names of members longer than this do not make a path that anybody could read. */
const maxPathDepth = 32

/**
 * Reads JSON from a client: {@link readJson}, then {@link refuseUnsafe}.
 *
 * @throws HttpError MALFORMED_BODY
 * @throws DoppelError INVALID_REQUEST
 */
export function parseJson(bytes: Buffer): unknown {
  const value = readJson(bytes)
  refuseUnsafe(value)
  return value
}

/**
 * Reads JSON. A byte order mark at the start is tolerated; of a name given twice the last value counts.
 *
 * @throws HttpError MALFORMED_BODY for what is not UTF-8 or not JSON, with the place
 * @throws DoppelError INVALID_REQUEST for what is nested out of all reason
 */
export function readJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw malformed(`the text is not valid UTF-8 near byte ${invalidByte(bytes)}`)
  if (bytes.length > maxDepth) refuseDeep(jsonStructure(bytes))
  return parse(bytes)
}

/** JSON that was read as far as it may be. */
export interface BoundedJson {
  readonly value: unknown
  /** Whether there is more than any request may hold, and the value is only the start of it. */
  readonly isCut: boolean
}

/**
 * The same, but of JSON that holds more values than any request may only the start is read: what is wrong with it can
 * be said without building it.
 */
export function readBoundedJson(bytes: Buffer): BoundedJson {
  // So small a body cannot hold more.
  if (bytes.length <= maxValues) return { value: readJson(bytes), isCut: false }
  if (!isUtf8(bytes)) throw malformed(`the text is not valid UTF-8 near byte ${invalidByte(bytes)}`)
  const structure = jsonStructure(bytes)
  refuseDeep(structure)
  const isCut = structure.values > maxValues
  return { value: parse(isCut ? pruneJson(bytes, prunedSize) : bytes), isCut }
}

/** What is wrong with JSON of which only the start was read, and which is right so far. */
export function tooManyValues(): DoppelError {
  const message = `must hold at most ${maxValues} values`
  return new DoppelError('INVALID_REQUEST', `the body ${message}`, { errors: [{ path: '', message }] })
}

function parse(bytes: Buffer): unknown {
  const text = bytes.toString('utf8', startsWithMark(bytes) ? 3 : 0)
  try {
    return JSON.parse(text)
  } catch {
    const fault = findJsonFault(text)
    throw malformed(
      fault === undefined ? 'not valid JSON' : `not valid JSON: ${fault.message}${placeOf(text, fault.offset)}`
    )
  }
}

/**
 * Refuses what JSON can say but no document may hold: the name `__proto__` at any depth, which would
 * poison whoever copies the object, and a number that became infinite.
 *
 * @throws DoppelError INVALID_REQUEST
 */
export function refuseUnsafe(value: unknown): void {
  if (isUnsafe(value)) throw describeUnsafe(value)
}

function refuseDeep({ deepest, open }: JsonStructure): void {
  if (deepest <= maxDepth) return
  if (open !== 0) throw malformed('not valid JSON: brackets are not closed as they are opened')
  const message = `must be at most ${maxDepth} levels deep`
  throw new DoppelError('INVALID_REQUEST', `the body ${message}`, { errors: [{ path: '', message }] })
}

function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** Where decoding starts to differ; counted from 1. */
function invalidByte(bytes: Buffer): number {
  const decoded = Buffer.from(bytes.toString('utf8'))
  let offset = 0
  while (offset < bytes.length && bytes[offset] === decoded[offset]) offset++
  // U+FFFD itself is valid, and its first bytes may agree with what it replaced.
  return Math.min(offset, bytes.length - 1) + 1
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - before.lastIndexOf('\n')
  return line === 1 ? ` at character ${column}` : ` at line ${line}, character ${column}`
}

/** The walk keeps its own stack: the nesting is as deep as the client likes. */
function isUnsafe(root: unknown): boolean {
  const pending: object[] = []
  if (isInfiniteOrPending(root, pending)) return true
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const isFaulty = Array.isArray(node)
      ? node.some(inner => isInfiniteOrPending(inner, pending))
      : hasUnsafeMember(node as Readonly<Record<string, unknown>>, pending)
    if (isFaulty) return true
  }
  return false
}

function hasUnsafeMember(node: Readonly<Record<string, unknown>>, pending: object[]): boolean {
  if (Object.hasOwn(node, '__proto__')) return true
  // Half the time of Object.values where there are a million names.
  for (const name in node) if (isInfiniteOrPending(node[name], pending)) return true
  return false
}

function isInfiniteOrPending(value: unknown, pending: object[]): boolean {
  if (typeof value !== 'object' || value === null) return isInfinite(value)
  pending.push(value)
  return false
}

function describeUnsafe(value: unknown): DoppelError {
  const found = findUnsafe(value, '', 0)
  const path = found?.path ?? ''
  const message = found?.message ?? 'must not have "__proto__" as a name or a number out of range at any depth'
  return new DoppelError('INVALID_REQUEST', `${path === '' ? 'the body' : path} ${message}`, {
    errors: [{ path, message }]
  })
}

/** The first fault that is not too deep for a path, as a JSON pointer. */
function findUnsafe(value: unknown, path: string, depth: number): { path: string; message: string } | undefined {
  if (isInfinite(value)) return { path, message: 'must be a number in the range of a double' }
  if (typeof value !== 'object' || value === null || depth > maxPathDepth) return undefined
  if (Object.hasOwn(value, '__proto__')) return { path: `${path}/__proto__`, message: 'is not an allowed name' }
  for (const [name, inner] of Object.entries(value)) {
    const found = findUnsafe(inner, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function isInfinite(value: unknown): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY
}

function malformed(message: string): HttpError {
  return new HttpError('MALFORMED_BODY', message)
}
