import type { DocumentSource, Prepared, UnreadPage } from '../../service/document-preparer.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { LinePreparer, OtherFields, PreparedLines } from '../preparation/line-preparer.ts'

/** The documents of some lines, and the ids that the lines had. */
export class LineSource implements DocumentSource {
  readonly #lines: readonly Buffer[]
  readonly #preparer: LinePreparer
  readonly #otherFields: OtherFields
  #prepared: PreparedLines | undefined

  constructor(lines: readonly Buffer[], preparer: LinePreparer, otherFields: OtherFields) {
    this.#lines = lines
    this.#preparer = preparer
    this.#otherFields = otherFields
  }

  /** What was prepared before must not be used any more. */
  async prepare(settings: SketchSettings): Promise<readonly (Prepared | UnreadPage)[]> {
    this.release()
    this.#prepared = await this.#preparer.prepare(this.#lines, settings, this.#otherFields)
    return this.#prepared.lines.map(({ outcome }) => outcome)
  }

  /** The id of a line as the client wrote it, once it is prepared and where it could be read. */
  idOf(index: number): string | undefined {
    return this.#prepared?.lines[index]?.id
  }

  /** Gives the memory of the documents back, once they are answered. */
  release(): void {
    this.#prepared?.release()
    this.#prepared = undefined
  }
}
