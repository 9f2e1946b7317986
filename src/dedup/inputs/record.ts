/** What a record says of its document: it has a text, or a page of HTML in its place. */
export type RecordContent = {
  /** Undefined where the record has none. */
  readonly id: string | undefined
} & ({ readonly text: string } | { readonly html: string })

/** One document as it stands in an input. */
export interface InputRecord {
  /** The line where it begins, from 1; in a Parquet file its row; 1 where a file is one document. */
  readonly line: number
  /** Its bytes in the file; 0 where they do not lie together. */
  readonly size: number
  /** @throws RecordFault where it is no document */
  content(): RecordContent
  /** All that it says, as JSON can say it. @throws RecordFault where it is no record at all */
  fields(): Readonly<Record<string, unknown>>
  /** What stands for it in the output, without a line end. */
  output(): Buffer
  /** The fields that all records of its file have; undefined where each has its own. */
  readonly columns?: readonly string[] | undefined
  /** Something to tell of its file that is no fault. */
  readonly notice?: string | undefined
  /** Its values as a Parquet file holds them, one a leaf column; undefined where it is no row of Parquet. */
  readonly leaves?: (() => readonly unknown[]) | undefined
}

/** How records are read. */
export interface ReadOptions {
  /** Undefined for `text`, or a page in `html` where there is no such field. */
  readonly textField: string | undefined
  readonly idField: string
  /** Most bytes of one record. */
  readonly maxRecordBytes: number
  /** Whether `output` of a CSV record is its own bytes, and not JSON. */
  readonly keepCsv: boolean
  /** Whether only `content` is asked for, so that a file of columns needs not be read as a whole. */
  readonly contentOnly: boolean
  /** Records of a file that are looked at, where the others do not matter; undefined for all. A reader may read more. */
  readonly maxRecords?: number | undefined
  /** What separates the cells of CSV and TSV, one byte; undefined for a comma in CSV and a tab in TSV. */
  readonly delimiter?: string | undefined
}

/** Why a record cannot be read; the next ones can. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault'
}

/** Why a file cannot be read from some line on. */
export class InputFault extends Error {
  override readonly name = 'InputFault'
  /** Undefined where it is no matter of a line. */
  readonly line: number | undefined

  constructor(message: string, line?: number, options?: ErrorOptions) {
    super(message, options)
    this.line = line
  }

  /** What happened to a file, with the line if it has none yet. Anything else stays as it is. */
  static at(line: number, error: unknown): unknown {
    if (!(error instanceof InputFault) || error.line !== undefined) return error
    return new InputFault(error.message, line, { cause: error })
  }
}

/** Something lies behind compressed data that are whole: all records before it are. */
export class TrailingBytes extends InputFault {}
