import type { Prepared, UnreadPage } from '../../service/document-preparer.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { SharedSpans } from '../../text/spans.ts'
import type { Asker } from '../../threads/asker.ts'
import type { ComparedSide } from './prepare-comparison.ts'

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

/** How a line is read. */
export interface LineOptions {
  /** The id that the address names; one in the document must be equal. */
  readonly pathId?: string | undefined
  /** `refuse` unless given. */
  readonly otherFields?: OtherFields | undefined
}

/** How lines are prepared. */
export interface PrepareOptions extends LineOptions {
  /** Who waits for it; nobody in particular without one. */
  readonly asker?: Asker | undefined
}

/** The texts of two documents. */
export interface ComparedTexts {
  readonly left: string
  readonly right: string
}

/** What takes time with what clients send: reading, checking and sketching it. It leaves the bytes as they are. */
export interface Preparer {
  /**
   * Reads, checks and sketches one document a line of NDJSON.
   *
   * @param lines without their ends
   */
  prepare(lines: readonly Buffer[], settings: SketchSettings, options?: PrepareOptions): Promise<PreparedLines>
  /**
   * Reads and checks a body that is no document.
   *
   * @param schema the name of its schema
   */
  readBody(bytes: Buffer, schema: string, asker?: Asker): Promise<unknown>
  /** Reads and checks the body of a comparison, and sketches its texts; left and right. */
  prepareComparison(
    bytes: Buffer,
    settings: SketchSettings,
    asker?: Asker
  ): Promise<readonly [ComparedSide, ComparedSide]>
  /** Finds what two texts share. */
  findSpans(texts: ComparedTexts, settings: SketchSettings, asker?: Asker): Promise<SharedSpans>
  /** Ends what it runs on. What is being prepared fails. */
  close(): Promise<void>
}
