import { filesOf, type Input } from './files.ts'
import { type InputFile, recordsOf } from './format.ts'
import { InputFault, type InputRecord, type ReadOptions } from './record.ts'

/** A record with its place among all records of a run. */
export interface PlacedRecord {
  /** How many records lie before it in all inputs. */
  readonly ordinal: number
  readonly file: InputFile
  readonly record: InputRecord
}

/** Where a file cannot be read any further, or a folder not at all. */
export interface BrokenFile {
  readonly file: Pick<InputFile, 'name'>
  readonly fault: InputFault
}

/** What a pass over the inputs has seen so far. */
export interface Position {
  /** Records. */
  readonly records: number
  /** Changes with every record and file, to tell whether another pass saw the same. */
  readonly fingerprint: number
}

/** One pass over inputs. Each pass over the same files gives the same records in the same order. */
export class InputReader {
  readonly #inputs: readonly Input[]
  readonly #options: ReadOptions
  #records = 0
  #fingerprint = 0
  #bytes = 0

  constructor(inputs: readonly Input[], options: ReadOptions) {
    this.#inputs = inputs
    this.#options = options
  }

  /** How far the pass is; it includes what was given out last. */
  get position(): Position {
    return { records: this.#records, fingerprint: this.#fingerprint }
  }

  /** Bytes of files that were read. */
  get bytes(): number {
    return this.#bytes
  }

  /** @throws InputFault where the files themselves cannot be listed */
  async *read(): AsyncGenerator<PlacedRecord | BrokenFile, void, void> {
    for await (const file of filesOf(this.#inputs)) {
      for (const unit of Buffer.from(file.name)) this.#mix(unit)
      if ('fault' in file) {
        yield { file, fault: file.fault }
        continue
      }
      try {
        const records = recordsOf(file, this.#options, bytes => {
          this.#bytes += bytes
        })
        for await (const record of records) {
          this.#mix(record.size)
          this.#mix(record.line)
          yield { ordinal: this.#records++, file, record }
        }
      } catch (error) {
        if (!(error instanceof InputFault)) throw error
        yield { file, fault: error }
      }
    }
  }

  #mix(value: number): void {
    this.#fingerprint = Math.imul(this.#fingerprint ^ value, 0x9e3779b1)
    this.#fingerprint = (this.#fingerprint ^ (this.#fingerprint >>> 15)) >>> 0
  }
}
