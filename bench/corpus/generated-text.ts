import { mix32 } from './mixed-words.ts'

const syllables =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu'
const parts = syllables.split(' ')
const vocabulary = 20_000

/**
 * English-like text for machines without real documents: the words of a made-up language, as
 * frequent as words are (Zipf), in sentences with capitals and full stops. The same
 * seed gives the same text everywhere.
 */
export function generatedText(words: number, seed: number): string {
  const text: string[] = []
  let state = mix32(seed)
  let left = 0
  for (let i = 0; i < words; i++) {
    state = mix32(state + 0x9e3779b9)
    // The inverse of the cumulative distribution of 1 / rank.
    const word = wordOf(Math.floor(vocabulary ** (state / 2 ** 32)))
    if (left === 0) {
      text.push(word[0]!.toUpperCase() + word.slice(1))
      left = 6 + (state % 17)
    } else {
      text.push(--left === 0 ? `${word}.` : word)
    }
  }
  return text.join(' ')
}

/** Frequent words are short. */
function wordOf(rank: number): string {
  let word = parts[rank % parts.length]!
  for (let rest = Math.floor(rank / parts.length); rest > 0; rest = Math.floor(rest / parts.length)) {
    word += parts[rest % parts.length]!
  }
  return word
}
