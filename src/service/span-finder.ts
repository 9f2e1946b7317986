import { setImmediate } from 'node:timers/promises'
import type { Sketcher } from '../signature/sketch.ts'
import type { Shingling } from '../text/shingle.ts'
import { type SharedSpans, sharedSpans } from '../text/spans.ts'

/** Most spans of each text. */
export const maxSpans = 10_000
/** Longest time in which nobody else gets a turn, in milliseconds; normalising one long text may take longer. */
const turnMs = 10

/** Finds what texts share, one pair at a time and in turns with everything else: texts may be long. */
export class SpanFinder {
  #last: Promise<unknown> = Promise.resolve()

  /** @param shingling the sketcher's */
  find(
    texts: { readonly left: string; readonly right: string },
    sketcher: Sketcher,
    shingling: Shingling
  ): Promise<SharedSpans> {
    const found = this.#last.then(() => inTurns(work(texts.left, texts.right, sketcher, shingling)))
    this.#last = found.catch(() => {})
    return found
  }
}

/** The same, at once: for a thread that has nothing else to do. */
export function findSpansAtOnce(
  { left, right }: { readonly left: string; readonly right: string },
  sketcher: Sketcher,
  shingling: Shingling
): SharedSpans {
  const spans = work(left, right, sketcher, shingling)
  for (;;) {
    const step = spans.next()
    if (step.done) return step.value
  }
}

function* work(left: string, right: string, sketcher: Sketcher, shingling: Shingling): Generator<void, SharedSpans> {
  const leftText = { text: left, members: sketcher.membersOf(left) }
  yield
  const rightText = { text: right, members: sketcher.membersOf(right) }
  yield
  return yield* sharedSpans(leftText, rightText, shingling, maxSpans)
}

async function inTurns<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + turnMs
    do {
      const step = work.next()
      if (step.done) return step.value
    } while (performance.now() < end)
    await setImmediate()
  }
}
