import type { FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { DocumentInput, NamedDocument } from '../../service/document-input.ts'
import {
  DocumentPreparer,
  type DocumentSource,
  type Prepared,
  type UnreadPage
} from '../../service/document-preparer.ts'
import type { SketchSettings } from '../../signature/sketch.ts'
import type { Asker } from '../../threads/asker.ts'
import { JsonBytes, largeBodyBytes } from './json-bytes.ts'
import type { PreparedLine, PreparedLines, PrepareOptions, Preparer } from './preparer.ts'
import { RequestAsker } from './request-asker.ts'

/** A source of documents whose memory can be given back, once they are answered. */
export interface ReleasableSource extends DocumentSource {
  release(): void
}

const inline = new DocumentPreparer()

/** Has texts of pages prepared: long ones by threads. */
abstract class TextSource implements ReleasableSource {
  readonly asker: Asker
  protected readonly preparer: Preparer
  readonly #held: PreparedLines[] = []

  constructor(preparer: Preparer, asker: Asker) {
    this.preparer = preparer
    this.asker = asker
  }

  abstract prepare(settings: SketchSettings): Promise<readonly (Prepared | UnreadPage)[]>

  async prepareText(input: NamedDocument, settings: SketchSettings): Promise<Prepared> {
    if ((input.text?.length ?? 0) <= largeBodyBytes) return inline.prepareText(input, settings)
    const [prepared] = await this.prepareLines([Buffer.from(JSON.stringify(input))], settings)
    return prepared?.outcome as Prepared
  }

  release(): void {
    for (const lines of this.#held.splice(0)) lines.release()
  }

  protected async prepareLines(
    lines: readonly Buffer[],
    settings: SketchSettings,
    options?: PrepareOptions
  ): Promise<readonly PreparedLine[]> {
    const prepared = await this.preparer.prepare(lines, settings, { asker: this.asker, ...options })
    this.#held.push(prepared)
    return prepared.lines
  }
}

/** The documents of some lines, and the ids that the lines had. */
export class LineSource extends TextSource {
  readonly #lines: readonly Buffer[]
  readonly #options: PrepareOptions
  #prepared: readonly PreparedLine[] = []

  constructor(lines: readonly Buffer[], preparer: Preparer, asker: Asker, options: PrepareOptions = {}) {
    super(preparer, asker)
    this.#lines = lines
    this.#options = options
  }

  /** What was prepared before must not be used any more. */
  async prepare(settings: SketchSettings): Promise<readonly (Prepared | UnreadPage)[]> {
    this.release()
    this.#prepared = await this.prepareLines(this.#lines, settings, this.#options)
    return this.#prepared.map(({ outcome }) => outcome)
  }

  /** The id of a line as the client wrote it, once it is prepared and where it could be read. */
  idOf(index: number): string | undefined {
    return this.#prepared[index]?.id
  }

  override release(): void {
    this.#prepared = []
    super.release()
  }
}

/** A document that was read already, and is small. */
class InputSource extends TextSource {
  readonly #input: NamedDocument
  readonly #pathId: string | undefined

  constructor(input: DocumentInput, preparer: Preparer, asker: Asker, pathId: string | undefined) {
    super(preparer, asker)
    // Prepared again, it must have the same id.
    this.#input = { ...input, id: input.id ?? pathId ?? uuidv7() }
    this.#pathId = pathId
  }

  async prepare(settings: SketchSettings): Promise<readonly (Prepared | UnreadPage)[]> {
    this.release()
    return [inline.prepare(this.#input, settings, this.#pathId)]
  }
}

/**
 * The document in the body of a request.
 *
 * @param pathId the id in the address; one in the body must be equal
 */
export function documentSource(
  request: FastifyRequest,
  reply: FastifyReply,
  preparer: Preparer,
  pathId?: string
): ReleasableSource {
  const asker = new RequestAsker(request, reply)
  const body = request.body as DocumentInput | JsonBytes
  if (body instanceof JsonBytes) return new LineSource([body.bytes], preparer, asker, { pathId })
  return new InputSource(body, preparer, asker, pathId)
}

/** Does something with the document in the body of a request, whose memory is given back afterwards. */
export async function withDocument<Result>(
  source: ReleasableSource,
  work: (source: DocumentSource) => Promise<Result>
) {
  try {
    return await work(source)
  } finally {
    source.release()
  }
}
