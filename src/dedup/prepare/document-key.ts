/** Which record a document of a run is. */
export interface DocumentPlace {
  /** How many records lie before it in all inputs. */
  readonly ordinal: number
  /** As the inputs name it. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** Its own id; undefined where it has none. */
  readonly id: string | undefined
}

// In no path, and no id that is taken.
const separator = '\0'

/** The id under which the store keeps a document: records may have the same id, but not the same place. */
export function keyOf({ ordinal, file, line, id }: DocumentPlace): string {
  return [ordinal, line, file, ...(id === undefined ? [] : [id])].join(separator)
}

/** The record behind a key that {@link keyOf} made. */
export function placeOf(key: string): DocumentPlace {
  const [ordinal, line, file, ...id] = key.split(separator) as [string, string, string, ...string[]]
  return { ordinal: Number(ordinal), file, line: Number(line), id: id.length === 0 ? undefined : id.join(separator) }
}

/** What outputs call a document. */
export function nameOf({ id, file, line }: DocumentPlace): string {
  return id ?? `${file}:${line}`
}
