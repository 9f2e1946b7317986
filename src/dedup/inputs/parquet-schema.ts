import { type FileMetaData, parquetSchema, type SchemaElement, type SchemaTree } from 'hyparquet'

/** A column of values; the fields of a structure are columns each. */
export interface Leaf {
  /** The column of the table that it belongs to. */
  readonly column: string
  /** From there on. */
  readonly path: readonly string[]
  /** From there to itself. */
  readonly elements: readonly SchemaElement[]
  readonly element: SchemaElement
}

/** All leaves of a schema, in order. */
export function leavesOf(metadata: Pick<FileMetaData, 'schema'>): Leaf[] {
  return parquetSchema(metadata as FileMetaData).children.flatMap(child => leavesBelow(child, []))
}

function leavesBelow(node: SchemaTree, above: readonly SchemaElement[]): Leaf[] {
  const elements = [...above, node.element]
  if (node.children.length > 0) return node.children.flatMap(child => leavesBelow(child, elements))
  const [column] = node.path as [string, ...string[]]
  return [{ column, path: node.path, elements, element: node.element }]
}

/** The schema without what its values mean: they are then read, and written, as they lie in the file. */
export function physicalSchema(schema: readonly SchemaElement[]): SchemaElement[] {
  return schema.map(({ name, type, type_length, repetition_type, num_children }) => {
    const element = { name, type, type_length, repetition_type, num_children }
    return Object.fromEntries(
      Object.entries(element).filter(([, value]) => value !== undefined)
    ) as unknown as SchemaElement
  })
}

/** Whether the bytes of a column are text. */
export function isText({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'STRING' || logical?.type === 'ENUM'
}

/** Whether a group is a list, whose one repeated child holds the items. */
export function isList({ element, children }: SchemaTree): boolean {
  const isMarked = element.converted_type === 'LIST' || element.logical_type?.type === 'LIST'
  return isMarked && children.length === 1 && children[0]?.element.repetition_type === 'REPEATED'
}

/** Whether a group is a map, whose one repeated child holds keys and values. */
export function isMap({ element, children }: SchemaTree): boolean {
  const { converted_type: converted, logical_type: logical } = element
  const isMarked = converted === 'MAP' || converted === 'MAP_KEY_VALUE' || logical?.type === 'MAP'
  const [entry] = children
  return (
    isMarked && children.length === 1 && entry?.element.repetition_type === 'REPEATED' && entry.children.length === 2
  )
}
