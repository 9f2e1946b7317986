import { mixedTexts } from './texts.ts'

/** What the child of the crash test writes, chosen by number; all different. */
export const crashTexts: readonly string[] = [...new Set(mixedTexts(31, 150))]

/** A call to the store; texts by number. */
export type CrashOperation =
  | { readonly kind: 'put'; readonly documents: readonly { readonly id: string; readonly text: number }[] }
  | { readonly kind: 'remove'; readonly id: string }

/** What the child tells of itself. */
export type CrashEvent =
  | { readonly kind: 'ready' }
  | { readonly kind: 'begun'; readonly number: string; readonly operation: CrashOperation }
  | { readonly kind: 'acknowledged'; readonly number: string }

/** The text numbers that a document may have after a crash; undefined for none. */
export type PossibleTexts = Map<string, Set<number | undefined>>

/**
 * Follows what a child told: an acknowledged call decides, one that was only begun may
 * or may not have happened. No document is in two calls at once.
 *
 * @param log lines of {@link CrashEvent}; the last may be cut
 * @param before what was possible before the child
 */
export function possibleAfter(log: string, before: PossibleTexts): { possible: PossibleTexts; acknowledged: number } {
  const possible = new Map(before)
  const begun = new Map<string, CrashOperation>()
  let acknowledged = 0
  for (const line of log.split('\n').slice(0, -1)) {
    const event = JSON.parse(line) as CrashEvent
    if (event.kind === 'begun') begun.set(event.number, event.operation)
    if (event.kind !== 'acknowledged') continue
    acknowledged++
    for (const [id, text] of outcomes(begun.get(event.number) as CrashOperation)) possible.set(id, new Set([text]))
    begun.delete(event.number)
  }
  for (const operation of begun.values()) {
    for (const [id, text] of outcomes(operation))
      possible.set(id, new Set([...(possible.get(id) ?? [undefined]), text]))
  }
  return { possible, acknowledged }
}

function outcomes(operation: CrashOperation): (readonly [id: string, text: number | undefined])[] {
  if (operation.kind === 'remove') return [[operation.id, undefined]]
  return operation.documents.map(({ id, text }) => [id, text])
}
