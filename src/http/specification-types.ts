/** A schema in the specification, as far as it is touched. */
export interface Schema {
  readonly [keyword: string]: unknown
  $ref?: string
  title?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  default?: unknown
  minimum?: number
  maximum?: number
}

/** A body in one media type. */
export interface Media {
  schema?: Schema
  examples?: object
}

/** A parameter of a query or a path. */
export interface Parameter {
  readonly name: string
  readonly in: string
  schema: Schema
  example?: unknown
}

/** An answer. */
export interface Answer {
  readonly description?: string
  readonly content?: Record<string, Media>
}

/** A route with a method. */
export interface Operation {
  readonly operationId?: string
  readonly parameters?: Parameter[]
  readonly requestBody?: { required?: boolean; readonly content: Record<string, Media> }
  readonly responses: Record<string, Answer>
}

/** The parts of an OpenAPI document that are completed after it was generated from the routes. */
export interface Specification {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly schemas: Record<string, Schema> }
}

/** All operations of a specification. */
export function operationsOf({ paths }: Specification): Operation[] {
  return Object.values(paths).flatMap(path => Object.values(path))
}
