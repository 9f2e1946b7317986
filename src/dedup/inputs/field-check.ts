import { usual } from './fields.ts'
import { listed, nearName } from './names.ts'

/** Records that are looked at before it is said that none has a field. */
export const checkedRecords = 100

/** Which fields documents must have for a run to make sense. */
export interface WantedFields {
  /** Undefined for `text` or what may stand in its place. */
  readonly textField: string | undefined
  /** Undefined where nobody asked for it: records need no id then. */
  readonly idField: string | undefined
  /** What may stand in the place of `text`, where no field is named; `html` by default. */
  readonly inPlaceOfText?: readonly string[]
}

/**
 * Tells whether records have the fields that were asked for. A wrong name would reject every record, or give all of them
 * made-up ids, and only the first hundred need to be read to tell.
 */
export class FieldCheck {
  readonly #wanted: WantedFields
  readonly #names = new Set<string>()
  /** Fields that hold lists of objects. */
  readonly #lists = new Set<string>()
  #records = 0
  #hint = ''
  #hasText = false
  #hasId: boolean

  constructor(wanted: WantedFields) {
    this.#wanted = wanted
    this.#hasId = wanted.idField === undefined
  }

  /** Whether the fields were found. */
  get isMet(): boolean {
    return this.#hasText && this.#hasId
  }

  /** Whether so many records were seen without them that none is expected to have them. */
  get hasFailed(): boolean {
    return !this.isMet && this.#records >= checkedRecords
  }

  /**
   * Looks at a record.
   *
   * @param columns fields that all records of its file have
   * @param hint what to do about a file that has not the right ones
   */
  see(columns: readonly string[], fields: Readonly<Record<string, unknown>> = {}, hint = ''): void {
    this.#hint ||= hint
    const { textField, idField, inPlaceOfText = [usual.html] } = this.#wanted
    this.#records++
    const names = new Set(columns)
    for (const [name, value] of Object.entries(fields)) {
      names.add(name)
      if (Array.isArray(value) && typeof value[0] === 'object') this.#lists.add(name)
    }
    for (const name of names) this.#names.add(name)
    const wanted = textField === undefined ? [usual.text, ...inPlaceOfText] : [textField]
    this.#hasText ||= wanted.some(name => names.has(name))
    this.#hasId ||= names.has(idField as string)
  }

  /** Notes a file that is one document, which has a name and a text by itself. */
  meet(): void {
    this.#hasText = true
    this.#hasId = true
  }

  /** What is missing; undefined where nothing is, or no record was seen. */
  get fault(): string | undefined {
    if (this.isMet || this.#records === 0) return undefined
    const { textField = usual.text, idField } = this.#wanted
    const [name, option] = this.#hasText ? [idField as string, '--id-field'] : [textField, '--text-field']
    const names = [...this.#names]
    const there = names.length === 0 ? 'there are no fields' : `there are ${listed(names)}`
    const who =
      this.#records === 1 ? 'the only record has no field' : `none of the first ${this.#records} records has a field`
    return `${who} ${JSON.stringify(name)}; ${there}; ${this.#advice(name, option)}`
  }

  #advice(name: string, option: string): string {
    if (this.#hint !== '') return this.#hint
    const nearest = nearName(name, [...this.#names])
    if (nearest !== undefined) return `did you mean ${option} ${JSON.stringify(nearest)}?`
    const [list] = this.#lists
    if (option === '--text-field' && this.#records === 1 && list !== undefined) {
      return `if its records are in ${JSON.stringify(list)}, take them out first, e.g. with jq -c '.[${JSON.stringify(list)}][]'`
    }
    return `${option} says what it is called`
  }
}
