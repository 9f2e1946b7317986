import type { RepresentativePolicy } from '../cluster/representative.ts'
import type { SignatureSettings, SketchSettings } from '../signature/sketch.ts'

/** The settings of a collection. All but the representative and the retention are fixed while it holds documents. */
export interface CollectionSettings extends SketchSettings {
  readonly signature: SignatureSettings & { readonly slots: 64 | 128 | 256 }
  readonly representative: RepresentativePolicy
  /** How long a document is kept after its current version, in seconds; for ever when undefined. */
  readonly retentionSeconds: number | undefined
  /** Whether texts are kept; otherwise only their shingle sets are. */
  readonly storeText: boolean
}

/** The settings of a collection that says nothing else. */
export const defaultSettings: CollectionSettings = {
  shingle: { unit: 'word', size: 3 },
  signature: { scheme: 'doppel', slots: 128, seed: 1 },
  threshold: 0.6,
  representative: 'earliest',
  retentionSeconds: undefined,
  storeText: true
}

/** A collection as stored. */
export interface CollectionRecord {
  readonly name: string
  readonly settings: CollectionSettings
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly counts: {
    readonly documents: number
    /** Clusters of two or more. */
    readonly clusters: number
    /** Documents less all clusters, singletons included. */
    readonly duplicates: number
  }
}

/** What `PATCH` may change; null takes the retention away. */
export interface SettingsPatch {
  readonly representative?: RepresentativePolicy
  readonly retentionSeconds?: number | null
}
