import type { ClusterOrder } from '../../../src/store/clusters.ts'
import type { SettingsPatch } from '../../../src/store/collections.ts'
import type { TextPlan } from '../../helpers/texts.ts'
import type { SnapshotFate } from './engine.ts'

/** A document of a random test. */
export interface PlannedDocument {
  readonly id: string
  readonly plan: TextPlan
  readonly isSignature: boolean
  readonly noise: number
  readonly again: 'no' | 'same' | 'fields'
  readonly fields: { readonly title?: string; readonly retentionSeconds?: number }
}

/** One step of a random test. A threshold is given as its place between the collection's and 1. */
export type Operation =
  | {
      readonly kind: 'ingest'
      readonly documents: readonly PlannedDocument[]
      readonly matchLimit: number
      readonly renew: boolean
      /** One call a document, all begun before the first is answered. */
      readonly atOnce: boolean
    }
  | { readonly kind: 'remove'; readonly id: string }
  | {
      readonly kind: 'check'
      readonly document: PlannedDocument
      readonly threshold: number
      readonly matchLimit: number
    }
  | { readonly kind: 'matches'; readonly id: string; readonly threshold: number; readonly limit: number }
  | { readonly kind: 'compare'; readonly left: string; readonly right: string }
  | {
      readonly kind: 'clusters'
      readonly threshold: number
      readonly minSize: number
      readonly order: ClusterOrder
      readonly limit: number
    }
  | { readonly kind: 'documents'; readonly limit: number }
  | {
      readonly kind: 'export'
      readonly representatives: boolean
      readonly limit: number
      readonly fullPageBytes: number
    }
  | { readonly kind: 'patch'; readonly patch: SettingsPatch }
  | { readonly kind: 'advance'; readonly ms: number }
  /** The next commit fails. */
  | { readonly kind: 'fault' }
  | { readonly kind: 'stats' }
  | { readonly kind: 'reopen'; readonly snapshot: SnapshotFate }
