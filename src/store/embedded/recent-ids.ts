/** Ids that are kept: two megabytes of the longest, less than half of one of usual ones. */
const places = 4096

/** Ids of documents that were asked for of late, by number: among near-copies each answer names ten others. */
export class RecentIds {
  readonly #numbers = new Float64Array(places)
  readonly #ids: string[] = []

  /** The id of a document, read when it is not at hand. A number has one id for ever. */
  get(number: number, read: (number: number) => string): string {
    const place = number % places
    if (this.#numbers[place] === number) return this.#ids[place] as string
    const id = read(number)
    this.#numbers[place] = number
    this.#ids[place] = id
    return id
  }
}
