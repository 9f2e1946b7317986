import type { DocumentSource, Prepared } from '../../service/document-preparer.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { LinePreparer } from '../preparation/line-preparer.ts'

/** The documents of some lines, and the ids that the lines had. */
export class LineSource implements DocumentSource {
  readonly #lines: readonly Buffer[]
  readonly #preparer: LinePreparer
  /** As the client wrote them, where they could be read; known once the lines are prepared. */
  ids: readonly (string | undefined)[] = []

  constructor(lines: readonly Buffer[], preparer: LinePreparer) {
    this.#lines = lines
    this.#preparer = preparer
  }

  async prepare(settings: SketchSettings): Promise<readonly Prepared[]> {
    const prepared = await this.#preparer.prepare(this.#lines, settings)
    this.ids = prepared.map(({ id }) => id)
    return prepared.map(({ outcome }) => outcome)
  }
}
