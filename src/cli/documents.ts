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
    help: 'the field with the id; id by default, FILE:LINE without one'
  }
}

/** A document of an input. */
export interface ReadDocument {
  readonly id: string
  readonly text: string
}

/** A document that cannot be read. */
export interface Fault {
  /** File and line. */
  readonly place: string
  readonly message: string
}

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
      number++
      if (line.trim() === '') continue
      try {
        const record = JSON.parse(line)
        if (typeof record[textField] !== 'string') throw new Error(`there is no text in "${textField}"`)
        yield { id: String(record[idField] ?? `${path}:${number}`), text: record[textField] }
      } catch (error) {
        onFault({ place: `${path}:${number}`, message: (error as Error).message })
      }
    }
  }
}
