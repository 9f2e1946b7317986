/** Where a text stops being JSON. */
export interface JsonFault {
  /** UTF-16 units from the start. */
  readonly offset: number
  /** What is wrong there, to be followed by the place. */
  readonly message: string
}

const literals = ['true', 'false', 'null']
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const spacePattern = /[\t\n\r ]*/y
const hexPattern = /[\da-fA-F]{4}/y

/**
 * Finds where a text stops being JSON, for the message: `JSON.parse` tells the place only
 * sometimes, and quotes the text. Nesting costs memory, not stack.
 *
 * @returns undefined when it finds no fault
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const scanner = new Scanner(text)
  return scanner.value() ? undefined : scanner.fault
}

class Scanner {
  readonly #text: string
  #offset = 0
  #expected = 'a value'

  constructor(text: string) {
    this.#text = text
  }

  get fault(): JsonFault {
    const isAtEnd = this.#offset >= this.#text.length
    const message = isAtEnd ? `it ends where ${this.#expected} is expected` : `expected ${this.#expected}`
    return { offset: this.#offset, message }
  }

  /** Reads one value and the end of the text; false where `fault` is. */
  value(): boolean {
    const closers: string[] = []
    do {
      if (!this.#innermost(closers) || !this.#closeAndContinue(closers)) return false
    } while (closers.length > 0)
    return this.#end()
  }

  /** Opens arrays and objects up to the first value that has none inside. */
  #innermost(closers: string[]): boolean {
    for (;;) {
      this.#space()
      const closer = this.#open()
      if (closer === undefined) return this.#scalar()
      if (this.#isEmpty(closer)) return true
      closers.push(closer)
      if (closer === '}' && !this.#key()) return false
    }
  }

  /** After a value: closes what ends here; true when another value follows or all is closed. */
  #closeAndContinue(closers: string[]): boolean {
    while (closers.length > 0) {
      this.#space()
      const closer = closers.at(-1) as string
      if (this.#take(',')) return closer === ']' || this.#key()
      if (!this.#take(closer)) return this.#expect(`"," or "${closer}"`)
      closers.pop()
    }
    return true
  }

  #open(): string | undefined {
    if (this.#take('{')) return '}'
    return this.#take('[') ? ']' : undefined
  }

  #isEmpty(closer: string): boolean {
    this.#space()
    return this.#take(closer)
  }

  #key(): boolean {
    this.#space()
    if (this.#text[this.#offset] !== '"') return this.#expect('a name in double quotes')
    if (!this.#string()) return false
    this.#space()
    return this.#take(':') || this.#expect('":"')
  }

  #scalar(): boolean {
    if (this.#text[this.#offset] === '"') return this.#string()
    const literal = literals.find(word => this.#text.startsWith(word, this.#offset))
    if (literal !== undefined) {
      this.#offset += literal.length
      return true
    }
    return this.#match(numberPattern) || this.#expect('a value')
  }

  #string(): boolean {
    const text = this.#text
    for (this.#offset++; this.#offset < text.length; this.#offset++) {
      const unit = text.charCodeAt(this.#offset)
      if (unit === 0x22) {
        this.#offset++
        return true
      }
      if (unit < 0x20) return this.#expect('an escape in place of the control character')
      if (unit === 0x5c && !this.#escape()) return false
    }
    return this.#expect('the end of a string')
  }

  /** Stops on the last character of the escape. */
  #escape(): boolean {
    this.#offset++
    if (this.#text[this.#offset] !== 'u') {
      const kind = this.#text[this.#offset]
      return (kind !== undefined && '"\\/bfnrt'.includes(kind)) || this.#expect('one of "\\/bfnrtu after a backslash')
    }
    this.#offset++
    if (!this.#match(hexPattern)) return this.#expect('four hexadecimal digits')
    this.#offset--
    return true
  }

  #end(): boolean {
    this.#space()
    return this.#offset === this.#text.length || this.#expect('the end')
  }

  #space(): void {
    this.#match(spacePattern)
  }

  #take(character: string): boolean {
    const isThere = this.#text[this.#offset] === character
    if (isThere) this.#offset++
    return isThere
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#offset
    if (!pattern.test(this.#text)) return false
    this.#offset = pattern.lastIndex
    return true
  }

  #expect(what: string): false {
    this.#expected = what
    return false
  }
}
