type MakeSample = (schema: unknown, config: object, mediaType: string, example: unknown) => string

/** What Swagger UI hands to its plugins, as far as it is used here. */
interface System {
  readonly fn: { readonly jsonSchema202012: { getJsonSampleSchema: MakeSample } }
}

/**
 * A plugin of Swagger UI that shows a stream of lines as it is sent. Swagger UI takes every media type with "json" in
 * its name for one JSON value, and would write the lines as one JSON string in quotes.
 *
 * The page gets the source of this function, so it may use nothing from outside of it.
 */
export function linesPlugin(): { readonly afterLoad: (system: System) => void } {
  return {
    afterLoad: ({ fn }) => {
      const samples = fn.jsonSchema202012
      const original = samples.getJsonSampleSchema
      samples.getJsonSampleSchema = (schema, config, mediaType, example) => {
        const sample = original(schema, config, mediaType, example)
        return /ndjson/.test(mediaType) && sample.startsWith('"') ? JSON.parse(sample) : sample
      }
    }
  }
}
