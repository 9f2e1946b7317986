import { isUtf8 } from 'node:buffer'
import type { SchemaElement } from 'hyparquet'
import { decoded } from './fields.ts'
import { isText } from './parquet-schema.ts'
import { RecordFault } from './record.ts'

/** How the values of a column are written in JSON. */
export interface JsonForm {
  /** What JSON has no type for; undefined where it has one. */
  readonly kind: string | undefined
  /** A value as it lies in the file, which is none of null, in JSON. @throws RecordFault where it is not what its column says */
  readonly literal: (value: never) => string
}

const unitDigits = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const
const daySeconds = 86_400n

/**
 * The form of a column. No digit and no byte is lost by it.
 *
 * @param isTaken whether bytes of unknown meaning are taken for text
 * @param isQuoted whether whole numbers of 64 bits are written as text, for readers that know only double precision
 */
export function jsonForm(element: SchemaElement, isTaken: boolean, isQuoted: boolean): JsonForm {
  return formByMeaning(element, isQuoted) ?? formByType(element, isTaken, isQuoted)
}

function formByMeaning(element: SchemaElement, isQuoted: boolean): JsonForm | undefined {
  const { converted_type: converted, logical_type: logical } = element
  if (isText(element))
    return { kind: undefined, literal: (value: Uint8Array) => JSON.stringify(textOf(value, element)) }
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return decimalForm(element)
  if (converted === 'DATE' || logical?.type === 'DATE') {
    return { kind: 'date', literal: (days: number) => quoted(dateOf(BigInt(days))) }
  }
  if (converted === 'JSON' || logical?.type === 'JSON') {
    return { kind: undefined, literal: (value: Uint8Array) => embedded(textOf(value, element), element.name) }
  }
  if (converted === 'INTERVAL') return { kind: 'interval', literal: (value: Uint8Array) => quoted(intervalOf(value)) }
  if (logical?.type === 'UUID') return { kind: 'UUID', literal: (value: Uint8Array) => quoted(uuidOf(value)) }
  if (logical?.type === 'FLOAT16') return { kind: undefined, literal: (value: Uint8Array) => floatOf(halfOf(value)) }
  return timeForm(element) ?? unsignedForm(element, isQuoted)
}

function formByType({ type, name }: SchemaElement, isTaken: boolean, isQuoted: boolean): JsonForm {
  switch (type) {
    case 'BOOLEAN':
      return { kind: undefined, literal: (value: boolean) => String(value) }
    case 'INT64':
      return { kind: undefined, literal: (value: bigint) => (isQuoted ? quoted(String(value)) : String(value)) }
    case 'INT96':
      return { kind: 'timestamp', literal: (nanoseconds: bigint) => quoted(timestampOf(nanoseconds, 9)) }
    case 'BYTE_ARRAY':
    case 'FIXED_LEN_BYTE_ARRAY':
      if (isTaken) return { kind: undefined, literal: (value: Uint8Array) => JSON.stringify(textOf(value, { name })) }
      return { kind: 'binary', literal: (value: Uint8Array) => quoted(bufferOf(value).toString('base64')) }
    case 'FLOAT':
    case 'DOUBLE':
      return { kind: undefined, literal: floatOf }
    default:
      return { kind: undefined, literal: (value: number) => String(value) }
  }
}

/** Text in a value. @throws RecordFault where it is not UTF-8 */
export function textOf(value: Uint8Array, { name }: Pick<SchemaElement, 'name'>): string {
  if (isUtf8(value)) return bufferOf(value).toString()
  try {
    return decoded(bufferOf(value))
  } catch (error) {
    throw new RecordFault(`in its column ${JSON.stringify(name)} ${(error as Error).message}`, { cause: error })
  }
}

function bufferOf(value: Uint8Array): Buffer {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}

function quoted(text: string): string {
  return `"${text}"`
}

/** Whole ones with a fraction, so that a column is all of one type to readers too. Numbers that JSON does not have are written as text. */
function floatOf(value: number): string {
  if (!Number.isFinite(value)) return quoted(String(value))
  const text = Object.is(value, -0) ? '-0' : String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

function decimalForm({ scale = 0, logical_type: logical }: SchemaElement): JsonForm {
  const digits = logical?.type === 'DECIMAL' ? logical.scale : scale
  return {
    kind: 'decimal',
    literal: (value: number | bigint | Uint8Array) =>
      quoted(decimalOf(value instanceof Uint8Array ? integerOf(value) : BigInt(value), digits))
  }
}

function decimalOf(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale))
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0')
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** Big-endian, two's complement. */
function integerOf(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${bufferOf(bytes).toString('hex')}`))
}

function unsignedForm({ type, converted_type: converted, logical_type: logical }: SchemaElement, isQuoted: boolean) {
  const isUnsigned = converted?.startsWith('UINT_') === true || (logical?.type === 'INTEGER' && !logical.isSigned)
  if (!isUnsigned) return undefined
  if (type === 'INT32') return { kind: undefined, literal: (value: number) => String(value >>> 0) }
  const digitsOf = (value: bigint) => String(BigInt.asUintN(64, value))
  return { kind: undefined, literal: (value: bigint) => (isQuoted ? quoted(digitsOf(value)) : digitsOf(value)) }
}

function timeForm({ converted_type: converted, logical_type: logical }: SchemaElement): JsonForm | undefined {
  if (logical?.type === 'TIMESTAMP') {
    const zone = logical.isAdjustedToUTC ? 'Z' : ''
    const digits = unitDigits[logical.unit]
    return { kind: 'timestamp', literal: (value: bigint) => quoted(timestampOf(value, digits) + zone) }
  }
  if (logical?.type === 'TIME') {
    const digits = unitDigits[logical.unit]
    return { kind: 'time', literal: (value: number | bigint) => quoted(clockOf(BigInt(value), digits)) }
  }
  // Before there were logical types, all of them were UTC.
  const [, what, unit] = /^(TIME|TIMESTAMP)_(MILLIS|MICROS)$/.exec(converted ?? '') ?? []
  if (what === undefined) return undefined
  const digits = unitDigits[unit as 'MILLIS' | 'MICROS']
  return what === 'TIME'
    ? { kind: 'time', literal: (value: number | bigint) => quoted(clockOf(BigInt(value), digits)) }
    : { kind: 'timestamp', literal: (value: bigint) => quoted(`${timestampOf(value, digits)}Z`) }
}

/** @param value since 1970, in units of so many digits behind the seconds */
function timestampOf(value: bigint, digits: number): string {
  const day = daySeconds * 10n ** BigInt(digits)
  const days = (value - (((value % day) + day) % day)) / day
  return `${dateOf(days)}T${clockOf(value - days * day, digits)}`
}

function clockOf(value: bigint, digits: number): string {
  const [seconds, fraction] = decimalOf(value < 0n ? -value : value, digits).split('.') as [string, string]
  const whole = Number(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(part =>
    String(part).padStart(2, '0')
  )
  return `${value < 0n ? '-' : ''}${parts.join(':')}.${fraction}`
}

/** @param days since 1970, in the Gregorian calendar */
function dateOf(days: bigint): string {
  // Counted in eras of 400 years from 1 March of the year 0, so that a leap day ends a year.
  const since = days + 719_468n
  const era = (since - (((since % 146_097n) + 146_097n) % 146_097n)) / 146_097n
  const ofEra = Number(since - era * 146_097n)
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = BigInt(yearOfEra) + era * 400n + (month <= 2 ? 1n : 0n)
  return `${yearText(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Four digits; other years with a sign and six at least, as ISO 8601 has them. */
function yearText(year: bigint): string {
  if (year >= 0n && year <= 9999n) return String(year).padStart(4, '0')
  return `${year < 0n ? '-' : '+'}${String(year < 0n ? -year : year).padStart(6, '0')}`
}

/** Months, days and milliseconds, each without a sign, as an ISO 8601 duration. */
function intervalOf(value: Uint8Array): string {
  const bytes = bufferOf(value)
  const [months, days, milliseconds] = [0, 4, 8].map(at => bytes.readUInt32LE(at)) as [number, number, number]
  return `P${months}M${days}DT${decimalOf(BigInt(milliseconds), 3)}S`
}

function uuidOf(value: Uint8Array): string {
  return bufferOf(value)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function halfOf(value: Uint8Array): number {
  const bits = bufferOf(value).readUInt16LE()
  const sign = bits >> 15 === 1 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return exponent === 0 ? sign * 2 ** -24 * fraction : sign * 2 ** (exponent - 15) * (1 + fraction / 1024)
}

/** JSON that stands in a column of JSON, on one line. */
function embedded(text: string, name: string): string {
  try {
    JSON.parse(text)
  } catch (cause) {
    throw new RecordFault(`its column ${JSON.stringify(name)} is not valid JSON`, { cause })
  }
  // Between its parts only: in texts line ends are escaped.
  return text.trim().replace(/[\r\n]+/g, ' ')
}
