import { type Static, type TObject, type TProperties, type TSchema, type TUnsafe, Type } from 'typebox'

/** A schema that the specification lists under its own name. */
export type NamedSchema = TSchema & { readonly $id: string }

/**
 * An object that the specification lists under its own name, and that has no other fields.
 *
 * @param id the name
 * @param description what it is, in words
 */
export function named<Properties extends TProperties>(
  id: string,
  description: string,
  properties: Properties
): TObject<Properties> & { readonly $id: string } {
  return Object.assign(Type.Object(properties, { description, additionalProperties: false }), { $id: id })
}

/** Refers to a schema by its name, so that the specification has it once. */
export function reference<Schema extends NamedSchema>(schema: Schema): TUnsafe<Static<Schema>> {
  return Type.Unsafe<Static<Schema>>({ $ref: schema.$id })
}
