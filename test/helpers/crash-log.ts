import { type CollectionSettings, defaultSettings } from '../../src/store/collections.ts'
import { mixedTexts } from './texts.ts'

/** What the child of the crash test writes, chosen by number; all different. */
export const crashTexts: readonly string[] = [...new Set(mixedTexts(31, 150))]

/** Settings of its collections, chosen by number. */
export const crashSettings: readonly CollectionSettings[] = [
  defaultSettings,
  { ...defaultSettings, threshold: 0.5, signature: { scheme: 'minhash', slots: 128, seed: 1 } },
  { ...defaultSettings, threshold: 0.8, shingle: { unit: 'character', size: 5 }, storeText: false },
  { ...defaultSettings, retentionSeconds: 40, signature: { ...defaultSettings.signature, slots: 64 } }
]

export const crashCollections = ['default', 'one', 'two'] as const

/** A version of a document: its text by number, and a variant of its other fields. */
export interface CrashDocument {
  readonly id: string
  readonly text: number
  readonly variant: number
  readonly retentionSeconds?: number
}

/** A call to the store. */
export type CrashOperation =
  | { readonly kind: 'put'; readonly collection: string; readonly documents: readonly CrashDocument[] }
  | { readonly kind: 'remove'; readonly collection: string; readonly id: string }
  | { readonly kind: 'create'; readonly collection: string; readonly settings: number }
  | { readonly kind: 'drop'; readonly collection: string }
  | {
      readonly kind: 'patch'
      readonly collection: string
      readonly retentionSeconds: number | null
      readonly representative: CollectionSettings['representative']
    }
  | { readonly kind: 'backup'; readonly collection: ''; readonly directory: string }

/** What the child tells of itself. The calls of a phase are made at once, and no document is in two of them. */
export type CrashEvent =
  | { readonly kind: 'ready' | 'closed' }
  | { readonly kind: 'phase'; readonly operations: readonly CrashOperation[] }
  /** A call of the last phase, by its place, was answered. */
  | { readonly kind: 'acknowledged'; readonly place: number }
  | { readonly kind: 'clock'; readonly now: number }

/** A document as the rules say it must be; times in milliseconds. */
export interface CrashedDocument extends CrashDocument {
  readonly ingestedAt: number
  readonly updatedAt: number
  readonly retainedFrom: number
}

export interface CrashedCollection {
  readonly settings: CollectionSettings
  readonly documents: ReadonlyMap<string, CrashedDocument>
}

/** All collections by name. Values are never changed, only replaced. */
export type CrashState = ReadonlyMap<string, CrashedCollection>

/** What a child left behind. */
export interface CrashOutcome {
  /** After all that was acknowledged. */
  readonly state: CrashState
  /** Calls that may have happened, or not. */
  readonly open: readonly CrashOperation[]
  readonly now: number
  readonly acknowledged: readonly CrashOperation[]
}

export const initialState: CrashState = new Map([['default', { settings: defaultSettings, documents: new Map() }]])

/**
 * Follows what a child told.
 *
 * @param log lines of {@link CrashEvent}; the last may be cut
 */
export function follow(log: string, before: CrashState, start: number): CrashOutcome {
  let state = before
  let now = start
  let phase: readonly CrashOperation[] = []
  const open = new Set<CrashOperation>()
  const acknowledged: CrashOperation[] = []
  for (const line of log.split('\n').slice(0, -1)) {
    const event = JSON.parse(line) as CrashEvent
    if (event.kind === 'phase') {
      phase = event.operations
      for (const operation of phase) open.add(operation)
    } else if (event.kind === 'acknowledged') {
      const operation = phase[event.place] as CrashOperation
      open.delete(operation)
      acknowledged.push(operation)
      state = after(state, operation, now)
    } else if (event.kind === 'clock') {
      now = event.now
      state = withoutExpired(state, now)
    }
  }
  return { state, open: [...open], now, acknowledged }
}

/** The state after a call; what cannot be done changes nothing. */
export function after(state: CrashState, operation: CrashOperation, now: number): CrashState {
  const known = state.get(operation.collection)
  const result = new Map(state)
  if (operation.kind === 'create') {
    const settings = crashSettings[operation.settings] as CollectionSettings
    if (known === undefined || known.documents.size === 0) {
      result.set(operation.collection, { settings, documents: new Map() })
    }
    return result
  }
  if (known === undefined) return state
  if (operation.kind === 'drop') {
    if (operation.collection === 'default') result.set('default', { ...known, documents: new Map() })
    else result.delete(operation.collection)
  } else if (operation.kind === 'patch') {
    const { representative, retentionSeconds } = operation
    const settings = { ...known.settings, representative, retentionSeconds: retentionSeconds ?? undefined }
    result.set(operation.collection, { ...known, settings })
  } else if (operation.kind === 'put') {
    const documents = new Map(known.documents)
    for (const document of operation.documents)
      documents.set(document.id, put(documents.get(document.id), document, now))
    result.set(operation.collection, { ...known, documents })
  } else if (operation.kind === 'remove') {
    const documents = new Map(known.documents)
    documents.delete(operation.id)
    result.set(operation.collection, { ...known, documents })
  }
  return withoutExpired(result, now)
}

/** When a document expires; undefined for never. */
export function expiresAt(document: CrashedDocument, settings: CollectionSettings): number | undefined {
  const seconds = document.retentionSeconds ?? settings.retentionSeconds
  return seconds === undefined ? undefined : document.retainedFrom + seconds * 1000
}

function put(known: CrashedDocument | undefined, document: CrashDocument, now: number): CrashedDocument {
  const isSame =
    known?.text === document.text &&
    known.variant === document.variant &&
    known.retentionSeconds === document.retentionSeconds
  return known !== undefined && isSame
    ? known
    : { ...document, ingestedAt: known?.ingestedAt ?? now, updatedAt: now, retainedFrom: now }
}

function withoutExpired(state: CrashState, now: number): CrashState {
  return new Map(
    Array.from(state, ([name, { settings, documents }]) => {
      const kept = [...documents].filter(([, document]) => (expiresAt(document, settings) ?? now + 1) > now)
      return [name, { settings, documents: new Map(kept) }]
    })
  )
}
