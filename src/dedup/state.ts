import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { appendFile, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { makeDirectory, privateDirectory } from '../make-directory.ts'
import { type DirectoryLock, lockDirectory } from '../store/lmdb/directory-lock.ts'
import { BitSet } from './bit-set.ts'
import { replaceFile } from './durable-file.ts'
import type { Position } from './inputs/read.ts'
import type { Rejection } from './prepare/batch.ts'
import { RunError } from './run-error.ts'

/** What a state belongs to. A run goes on only with a state of its own. */
export interface JobDigests {
  readonly options: string
  readonly inputs: string
}

/** What is noted of a run when it begins. */
interface BegunJob extends JobDigests {
  readonly token: string
}

const names = {
  job: 'job.json',
  progress: 'progress.json',
  published: 'published.json',
  rejected: 'rejected.jsonl',
  store: 'store'
}
const ownNames = /^((job|progress|published)[.]json|rejected[.]jsonl|store|input-\d+|.*[.]next|.*[.]lock)$/

/** The folder that a run keeps its state in, so that it can go on after a crash. */
export class RunState {
  readonly folder: string
  readonly #lock: DirectoryLock
  /** Records that were rejected, by ordinal. */
  readonly rejected = new BitSet()
  /** Files that could not be read to their end. */
  readonly #broken = new Set<string>()
  /** Part of the names of files that only this run writes, also after it was stopped. */
  readonly token: string
  #rejectedCount = 0
  #position: Position | undefined

  private constructor(folder: string, lock: DirectoryLock, token: string) {
    this.folder = folder
    this.#lock = lock
    this.token = token
  }

  /**
   * Takes a folder for a run.
   *
   * @param restart whether what it holds is thrown away
   * @throws RunError where it holds something else
   * @throws DirectoryTaken where another run has it
   */
  static async open(folder: string, { restart }: { readonly restart: boolean }): Promise<RunState> {
    makeDirectory(folder, privateDirectory)
    const foreign = readdirSync(folder).find(name => !ownNames.test(name))
    if (foreign !== undefined) throw new RunError(`${folder} is no state of a run: it holds ${foreign}`)
    const lock = await lockDirectory(folder)
    const state = new RunState(folder, lock, (await jobIn(folder))?.token ?? randomBytes(4).toString('hex'))
    if (restart || !existsSync(join(folder, names.job))) await state.#clear()
    return state
  }

  /** Whether it belongs to a run that was begun before. */
  get isBegun(): boolean {
    return existsSync(join(this.folder, names.job))
  }

  /** Where the store lies. */
  get storeFolder(): string {
    return join(this.folder, names.store)
  }

  /** Where it is noted which outputs got their names. */
  get publishedFile(): string {
    return publishedFile(this.folder)
  }

  /** The file of the rejections, one a line. */
  get rejectedFile(): string {
    return join(this.folder, names.rejected)
  }

  /** Where an input is copied to that can be read only once. */
  inputFile(index: number): string {
    return join(this.folder, `input-${index}`)
  }

  /** How far the run has come; undefined at its beginning. */
  get position(): Position | undefined {
    return this.#position
  }

  /** Records and files that were rejected. */
  get rejectedCount(): number {
    return this.#rejectedCount
  }

  /** Begins a run, or goes on with it. @throws RunError where the state belongs to another one */
  async begin(job: JobDigests): Promise<void> {
    const known = await jobIn(this.folder)
    if (known === undefined) {
      return replaceFile(join(this.folder, names.job), JSON.stringify({ ...job, token: this.token } satisfies BegunJob))
    }
    const changed = (['options', 'inputs'] as const).find(part => known[part] !== job[part])
    if (changed !== undefined) {
      throw new RunError(
        `${this.folder} is the state of a run whose ${changed} were others; --restart throws it away, --state names another folder`
      )
    }
    const progress = join(this.folder, names.progress)
    if (existsSync(progress)) this.#position = JSON.parse(await readFile(progress, 'utf8')) as Position
    await this.#readRejections()
  }

  /**
   * Notes what was rejected, durably. To be called before what follows it is stored.
   *
   * @returns those that were not noted before
   */
  async reject(rejections: readonly Rejection[]): Promise<readonly Rejection[]> {
    const added = rejections.filter(rejection => this.#note(rejection))
    if (added.length > 0) await appendFile(this.rejectedFile, linesOf(added), { flush: true })
    return added
  }

  /** Notes how far the run has come: everything before is stored. */
  async reach({ records, fingerprint }: Position): Promise<void> {
    this.#position = { records, fingerprint }
    await replaceFile(join(this.folder, names.progress), JSON.stringify(this.#position))
  }

  /** Ends the use of the folder. */
  async close(): Promise<void> {
    await this.#lock.release()
  }

  /** The same, and removes it. */
  async remove(): Promise<void> {
    await this.#clear()
    await this.close()
    await rm(this.folder, { recursive: true, force: true })
  }

  // The job goes first: without it nothing counts of what is left when this is cut short.
  async #clear(): Promise<void> {
    await rm(join(this.folder, names.job), { force: true })
    for (const name of readdirSync(this.folder)) {
      if (!name.endsWith('.lock')) await rm(join(this.folder, name), { recursive: true, force: true })
    }
  }

  /** What was rejected beyond the position is found again. */
  async #readRejections(): Promise<void> {
    if (!existsSync(this.rejectedFile)) return
    const reached = this.#position?.records ?? 0
    const kept: Rejection[] = []
    for await (const line of createInterface({ input: createReadStream(this.rejectedFile) })) {
      const rejection = parsed(line)
      if (rejection === undefined || rejection.ordinal >= reached) break
      this.#note(rejection)
      kept.push(rejection)
    }
    await replaceFile(this.rejectedFile, linesOf(kept))
  }

  #note({ kind, ordinal, file }: Rejection): boolean {
    if (kind === 'record') this.rejected.add(ordinal)
    else if (this.#broken.has(file)) return false
    else this.#broken.add(file)
    this.#rejectedCount++
    return true
  }
}

/** Where a state notes which outputs got their names. */
export function publishedFile(folder: string): string {
  return join(folder, names.published)
}

async function jobIn(folder: string): Promise<BegunJob | undefined> {
  const path = join(folder, names.job)
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as BegunJob) : undefined
}

function linesOf(rejections: readonly Rejection[]): string {
  return rejections.map(rejection => `${JSON.stringify(rejection)}\n`).join('')
}

/** A line that a crash cut short is none. */
function parsed(line: string): Rejection | undefined {
  try {
    return JSON.parse(line) as Rejection
  } catch {
    return undefined
  }
}
