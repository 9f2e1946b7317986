import { type Column, Float64Column, Uint32Column } from '../columns/column.ts'
import { NumberedTable } from './numbered-table.ts'

/** A stored document as the indexes in memory know it. Times are milliseconds since 1970. */
export interface DocumentFacts {
  /** Number of the current version. */
  readonly number: number
  /** Number of the first version: the place in the order of creation. */
  readonly created: number
  /** Slot of the content. */
  readonly content: number
  readonly updatedAt: number
  /** From when the retention counts. */
  readonly retainedFrom: number
  /** The document's own retention. */
  readonly retentionSeconds: number | undefined
  /** Bytes of the text in UTF-8, kept or not; 0 where only a signature was sent. */
  readonly textBytes: number
}

/** The documents of a collection, a row a slot. */
export class DocumentTable extends NumberedTable {
  readonly created = new Float64Column()
  readonly content = new Uint32Column()
  readonly updatedAt = new Float64Column()
  readonly retainedFrom = new Float64Column()
  /** 0 for none. */
  readonly retentionSeconds = new Uint32Column()
  readonly textBytes = new Uint32Column()
  /** The document with the same content that was created next; 0 for none. */
  readonly nextCopy = new Uint32Column()
  /** The one that was created before; 0 for none. */
  readonly previousCopy = new Uint32Column()

  add(facts: DocumentFacts): number {
    const slot = this.take(facts.number)
    this.created.set(slot, facts.created)
    this.content.set(slot, facts.content)
    this.updatedAt.set(slot, facts.updatedAt)
    this.retainedFrom.set(slot, facts.retainedFrom)
    this.retentionSeconds.set(slot, facts.retentionSeconds ?? 0)
    this.textBytes.set(slot, facts.textBytes)
    return slot
  }

  /** What {@link add} was given. */
  facts(slot: number): DocumentFacts {
    const retentionSeconds = this.retentionSeconds.get(slot)
    return {
      number: this.number.get(slot),
      created: this.created.get(slot),
      content: this.content.get(slot),
      updatedAt: this.updatedAt.get(slot),
      retainedFrom: this.retainedFrom.get(slot),
      retentionSeconds: retentionSeconds === 0 ? undefined : retentionSeconds,
      textBytes: this.textBytes.get(slot)
    }
  }

  override get columns(): readonly Column[] {
    const { created, content, updatedAt, retainedFrom, retentionSeconds, textBytes } = this
    const ofFacts = [created, content, updatedAt, retainedFrom, retentionSeconds, textBytes]
    return [...super.columns, ...ofFacts, this.nextCopy, this.previousCopy]
  }
}
