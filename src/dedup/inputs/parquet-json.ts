import { type FileMetaData, parquetSchema, type SchemaElement, type SchemaTree } from 'hyparquet'
import { isList, isMap, isText } from './parquet-schema.ts'
import type { JsonForm } from './parquet-values.ts'

/**
 * How a node of a schema is written in JSON, given the values of its leaves. Of each level that may be missing or repeated a
 * value is a list: an empty one where it is missing.
 */
interface Shape {
  readonly leaves: number
  readonly render: (values: readonly unknown[]) => string
}

/** How rows are written as objects of JSON. */
export interface RowShape {
  /** @param values of all leaves of the columns, in order */
  readonly render: (values: readonly unknown[]) => string
}

/**
 * How the rows of a file are written.
 *
 * @param columns those that are read; the others are left out
 * @param formOf how the values of a leaf are written
 */
export function rowShape(
  metadata: FileMetaData,
  columns: readonly string[],
  formOf: (element: SchemaElement, column: string) => JsonForm
): RowShape {
  const nodes = parquetSchema(metadata).children.filter(({ element }) => columns.includes(element.name))
  const fields = nodes.map(node => ({
    name: node.element.name,
    shape: shapeOf(node, element => formOf(element, node.element.name))
  }))
  return { render: structOf(fields).render }
}

type FormOf = (element: SchemaElement) => JsonForm

function shapeOf(node: SchemaTree, formOf: FormOf): Shape {
  const isLeaf = node.children.length === 0
  const own = isLeaf ? leafOf(formOf(node.element)) : groupOf(node, formOf)
  switch (node.element.repetition_type) {
    case 'OPTIONAL':
      return isLeaf ? own : optional(own)
    case 'REPEATED':
      return repeated(own, isLeaf)
    default:
      return own
  }
}

function leafOf({ literal }: JsonForm): Shape {
  const literalOf = literal as (value: unknown) => string
  return { leaves: 1, render: ([value]) => (value === null || value === undefined ? 'null' : literalOf(value)) }
}

function optional({ leaves, render }: Shape): Shape {
  return {
    leaves,
    render: values => ((values[0] as unknown[]).length === 0 ? 'null' : render(itemAt(values, 0)))
  }
}

function repeated({ leaves, render }: Shape, isLeaf: boolean): Shape {
  return {
    leaves,
    render: values => {
      // A leaf that is repeated no time is null.
      const items = isLeaf && !Array.isArray(values[0]) ? 0 : (values[0] as unknown[]).length
      return `[${Array.from({ length: items }, (_, at) => render(itemAt(values, at))).join(',')}]`
    }
  }
}

function itemAt(values: readonly unknown[], at: number): unknown[] {
  return values.map(value => (value as unknown[])[at])
}

function groupOf(node: SchemaTree, formOf: FormOf): Shape {
  const [child] = node.children as [SchemaTree]
  if (isList(node)) {
    const [item] = child.children
    return isItem(child, node.element.name) || item === undefined
      ? shapeOf(child, formOf)
      : repeated(shapeOf(item, formOf), false)
  }
  if (isMap(node)) return mapOf(child, formOf)
  return structOf(node.children.map(part => ({ name: part.element.name, shape: shapeOf(part, formOf) })))
}

/** Whether the repeated child of a list is the item itself, as writers before 2014 had it, and not around it. */
function isItem({ element: { name }, children }: SchemaTree, list: string): boolean {
  return children.length !== 1 || name === 'array' || name === `${list}_tuple`
}

/** An object where the keys are texts, else a list of keys and values. */
function mapOf(entry: SchemaTree, formOf: FormOf): Shape {
  const [key, value] = entry.children.map(child => shapeOf(child, formOf)) as [Shape, Shape]
  const [keyNode] = entry.children as [SchemaTree]
  const isObject = keyNode.children.length === 0 && isText(keyNode.element)
  const leaves = key.leaves + value.leaves
  const pairs = (values: readonly unknown[], render: (key: string, value: string) => string): string =>
    Array.from({ length: (values[0] as unknown[]).length }, (_, at) => {
      const parts = itemAt(values, at)
      return render(key.render(parts.slice(0, key.leaves)), value.render(parts.slice(key.leaves)))
    }).join(',')
  return {
    leaves,
    render: values =>
      isObject
        ? `{${pairs(values, (name, text) => `${name}:${text}`)}}`
        : `[${pairs(values, (name, text) => `{"key":${name},"value":${text}}`)}]`
  }
}

function structOf(fields: readonly { readonly name: string; readonly shape: Shape }[]): Shape {
  const leaves = fields.reduce((sum, { shape }) => sum + shape.leaves, 0)
  const names = fields.map(({ name }) => JSON.stringify(name))
  return {
    leaves,
    render: values => {
      let at = 0
      const parts = fields.map(({ shape }, i) => {
        const own = values.slice(at, at + shape.leaves)
        at += shape.leaves
        return `${names[i]}:${shape.render(own)}`
      })
      return `{${parts.join(',')}}`
    }
  }
}
