import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { CommandOption, CommandStreams, OptionValues } from './command.ts'
import { stringValue } from './option-values.ts'

/** Which fields of a record are its text and its id. */
export const fieldOptions: Readonly<Record<string, CommandOption>> = {
  'text-field': { type: 'string', placeholder: 'NAME', help: 'the field with the text; text by default' },
  'id-field': {
    type: 'string',
    placeholder: 'NAME',
    help: 'the field with the id; id by default, and FILE:LINE where a document has none'
  }
}

/** A document of an input. */
export interface ReadDocument {
  /** File and line. */
  readonly place: string
  readonly id: string
  readonly text: string
  /** The other fields of the record. */
  readonly fields: () => Readonly<Record<string, unknown>>
}

/** A document that cannot be read. */
export interface Fault {
  /** File and line. */
  readonly place: string
  readonly message: string
}

/** Reads documents from files. */
export async function* readDocuments(
  paths: readonly string[],
  values: OptionValues,
  streams: CommandStreams,
  onFault: (fault: Fault) => void
): AsyncGenerator<ReadDocument, void, void> {
  const textField = stringValue(values, 'text-field') ?? 'text'
  const idField = stringValue(values, 'id-field') ?? 'id'
  for (const path of paths) {
    let number = 0
    for await (const line of createInterface({ input: path === '-' ? streams.in : createReadStream(path) })) {
      const place = `${path}:${++number}`
      if (line.trim() === '') continue
      const document = documentIn(line, place, textField, idField)
      if (document instanceof Error) onFault({ place, message: document.message })
      else yield document
    }
  }
}

function documentIn(line: string, place: string, textField: string, idField: string): ReadDocument | Error {
  try {
    const { [textField]: text, [idField]: id = place, ...fields } = JSON.parse(line)
    if (typeof text !== 'string') return new Error(`there is no text in "${textField}"`)
    return { place, id: String(id), text, fields: () => fields }
  } catch (error) {
    return error as Error
  }
}
