import type { Prepared, UnreadPage } from '../../service/document-preparer.ts'
import type { SketchSettings } from '../../signature/sketch.ts'

/** What became of one line of an upload. */
export interface PreparedLine {
  /** As the client wrote it, where it could be read. */
  readonly id: string | undefined
  readonly outcome: Prepared | UnreadPage
}

/** What became of some lines. */
export interface PreparedLines {
  /** One a line, in order. */
  readonly lines: readonly PreparedLine[]
  /** Gives the memory of the documents back, once nobody needs them any more. */
  release(): void
}

/** What becomes of fields that a document does not have: the line is refused, or they are left out, or kept as metadata. */
export type OtherFields = 'refuse' | 'drop' | 'metadata'

/** Turns lines of NDJSON into documents that are ready for the store. */
export interface LinePreparer {
  /**
   * Reads, checks and sketches one document a line.
   *
   * @param lines without their ends; they are left as they are
   */
  prepare(lines: readonly Buffer[], settings: SketchSettings, otherFields?: OtherFields): Promise<PreparedLines>
  /** Ends what it runs on. What is being prepared fails. */
  close(): Promise<void>
}
