import { ElementScanner } from './locate.ts'
import { halvesOf, type Shingling } from './shingle.ts'

/** A part of a text, in UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The parts of two texts that both have. */
export interface SharedSpans {
  /** Ascending; no two touch. */
  readonly left: readonly Span[]
  readonly right: readonly Span[]
  /** Whether a side has more than were asked for. */
  readonly truncated: boolean
}

/** A text with what each of its shingles is in its shingle set, as `shingleMembers` tells. */
export interface ShingledText {
  readonly text: string
  readonly members: Uint32Array
}

/** Steps of the work between two pauses: some milliseconds. */
const stepsBetweenPauses = 32_768

/**
 * Finds the parts of two texts that lie under shingles of both. What counts as the same shingle is what
 * the exact similarity counts, so there are no spans if and only if the shingle sets share nothing.
 *
 * @param limit most spans a side; of more the first are kept
 * @returns the work, which pauses now and then: texts may be long
 */
export function* sharedSpans(
  left: ShingledText,
  right: ShingledText,
  shingling: Shingling,
  limit: number
): Generator<void, SharedSpans> {
  // One more than wanted, to know of the cut.
  const leftSpans = yield* coveredSpans(left, right, shingling, limit + 1)
  const rightSpans = yield* coveredSpans(right, left, shingling, limit + 1)
  return {
    left: leftSpans.slice(0, limit),
    right: rightSpans.slice(0, limit),
    truncated: leftSpans.length > limit || rightSpans.length > limit
  }
}

/** The parts of a text under shingles that another has too: joined where one element follows the other. */
function* coveredSpans(
  { text, members }: ShingledText,
  other: ShingledText,
  { unit, size }: Shingling,
  most: number
): Generator<void, Span[]> {
  const others = yield* memberSet(other.members)
  const elements = new ElementScanner(text, unit)
  const spans: { start: number; end: number }[] = []
  let last = { start: 0, end: -1 }
  let isJoined = false
  // What elements from here on lie under a shingle that both have, in halves of a word.
  let covered = 0
  for (let at = 0; elements.next(); at++) {
    if (at % stepsBetweenPauses === 0) yield
    if (at < members.length && others.has(members[at] as number)) covered = 2 * size
    const isCovered = covered > 0
    covered -= halvesOf(elements.element, unit)
    if (!isCovered) isJoined = false
    else if (isJoined || elements.start <= last.end) {
      last.end = elements.end
      isJoined = true
    } else {
      if (spans.length === most) break
      last = { start: elements.start, end: elements.end }
      spans.push(last)
      isJoined = true
    }
  }
  return spans
}

function* memberSet(members: Uint32Array): Generator<void, MemberSet> {
  const set = new MemberSet(members.length)
  for (let i = 0; i < members.length; i++) {
    if (i % stepsBetweenPauses === 0) yield
    set.add(members[i] as number)
  }
  return set
}

// Odd, and unknown to whoever chose the texts: no choice of hashes makes the sets slow.
const scatter = Math.floor(Math.random() * 2 ** 32) | 1

/** A set of unsigned 32-bit numbers, open-addressing. */
class MemberSet {
  readonly #slots: Uint32Array
  readonly #shift: number
  #hasZero = false

  constructor(capacity: number) {
    const bits = Math.ceil(Math.log2(capacity * 2 + 2))
    this.#slots = new Uint32Array(2 ** bits)
    this.#shift = 32 - bits
  }

  has(member: number): boolean {
    return member === 0 ? this.#hasZero : this.#slots[this.#slotOf(member)] === member
  }

  // 0 marks a free slot, and is kept apart.
  add(member: number): void {
    if (member === 0) this.#hasZero = true
    else this.#slots[this.#slotOf(member)] = member
  }

  /** The slot that holds a member, or would. */
  #slotOf(member: number): number {
    const mask = this.#slots.length - 1
    let slot = Math.imul(member, scatter) >>> this.#shift
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== member) slot = (slot + 1) & mask
    return slot
  }
}
