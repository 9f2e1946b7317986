import { readdirSync, readFileSync } from 'node:fs'
import { hasCorpus, readCorpus } from '../../test/helpers/corpora.ts'
import { generatedText } from '../corpus/generated-text.ts'

/** What documents are made of. */
export interface SentenceBase {
  readonly source: string
  readonly sentences: readonly string[]
  /** Each as it stands within a JSON string. */
  readonly escaped: readonly string[]
  /** Words of each. */
  readonly lengths: Uint16Array
  /** Bytes of each in UTF-8. */
  readonly bytes: Uint16Array
}

const samples = new URL('../../samples/', import.meta.url)
/** English news and letters; whichever are there. */
const corpora = ['reuters_c50', 'bbc_news', 'newsgroups20']
/**
 * Sentences of a base, unless more are asked for. Of a million documents unrelated ones share hardly any, and the
 * processor keeps them at hand: with ten times as many a document takes three times as long to make.
 */
const usualSentences = 20_000
/** Words of generated text, enough for so many sentences. */
const generatedWords = 320_000

/**
 * Sentences of real documents where `CORPUS_DIR` has some, otherwise those of the samples and generated ones.
 *
 * @param most sentences; ten million documents of 20,000 would each have something in common with many others
 */
export function sentenceBase(most = usualSentences): SentenceBase {
  const sets = corpora.filter(hasCorpus)
  if (sets.length === 0)
    return base('samples and generated text', [...sampleTexts(), generatedText(generatedWords, 1)], most)
  return base(
    sets.join(', '),
    sets.flatMap(set => readCorpus(set).map(({ text }) => text)),
    most
  )
}

function sampleTexts(): string[] {
  const names = readdirSync(samples).filter(name => name.endsWith('.txt'))
  return names.sort().map(name => readFileSync(new URL(name, samples), 'utf8'))
}

function base(source: string, texts: readonly string[], most: number): SentenceBase {
  const all = texts.flatMap(sentencesOf)
  const step = Math.max(1, all.length / most)
  const sentences = Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * step)]!)
  return {
    source,
    sentences,
    escaped: sentences.map(sentence => JSON.stringify(sentence).slice(1, -1)),
    lengths: Uint16Array.from(sentences, sentence => sentence.split(/\s+/).length),
    bytes: Uint16Array.from(sentences, sentence => Buffer.byteLength(sentence))
  }
}

/** Lines of a table, of a signature and the like are too short or too long to be sentences. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?]["”]?)\s+|\n+/).filter(({ length }) => length > 25 && length < 600)
}
