import { Random } from './random.ts'

/** A made document. */
export interface PlantedDocument {
  readonly id: string
  readonly text: string
}

/** Documents of 40 to 80 made words; some are copies of one of the last 50 with a few words changed, or none. */
export function plantedDocuments(count: number, seed: number): PlantedDocument[] {
  const random = new Random(seed)
  const documents: PlantedDocument[] = []
  const word = () => `w${random.below(5000)}`
  for (let i = 0; i < count; i++) {
    const former = i > 0 && random.next() < 0.25 ? documents[Math.max(0, i - 1 - random.below(50))] : undefined
    const changes = random.below(4)
    const words = former === undefined ? Array.from({ length: 40 + random.below(40) }, word) : former.text.split(' ')
    if (former !== undefined)
      for (let change = 0; change < changes; change++) words[random.below(words.length)] = word()
    documents.push({ id: `d${i}`, text: words.join(' ') })
  }
  return documents
}

/** The documents as JSON Lines. */
export function asLines(documents: readonly PlantedDocument[]): string {
  return documents.map(document => `${JSON.stringify(document)}\n`).join('')
}
