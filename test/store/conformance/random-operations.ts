import fc from 'fast-check'
import type { Test } from 'tap'
import type { CollectionSettings } from '../../../src/store/collections.ts'
import { holds } from '../../helpers/property.ts'
import { textPlans } from '../../helpers/texts.ts'
import { type Engine, type OpenedStore, openStore } from './engine.ts'
import { ModelledCollection } from './modelled-collection.ts'
import type { Operation } from './operation.ts'

const policy = fc.constantFrom('earliest' as const, 'longest' as const, 'central' as const)
const documentId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')
const fields = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ title: fc.constantFrom('x', 'y') }) },
  { weight: 1, arbitrary: fc.record({ retentionSeconds: fc.constantFrom(1, 5, 100) }) }
)
const document = fc.record({
  id: documentId,
  plan: textPlans,
  isSignature: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  /** Slots of the signature that are changed. */
  noise: fc.constantFrom(0, 0, 10, 40, 60),
  /** Whether what is stored is sent again: all of it, or with these fields. */
  again: fc.constantFrom('no' as const, 'no' as const, 'same' as const, 'fields' as const),
  fields
})
const threshold = fc.constantFrom(0, 0, 0.1, 0.25, 0.5, 0.75, 1)
const limit = fc.constantFrom(1, 2, 3, 10, 100)

const ingest: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constant('ingest' as const),
  documents: fc.array(document, { minLength: 1, maxLength: 6 }),
  matchLimit: fc.constantFrom(0, 1, 10, 100),
  renew: fc.boolean(),
  atOnce: fc.boolean()
})
const other: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('remove' as const), id: documentId }),
  fc.record({ kind: fc.constant('check' as const), document, threshold, matchLimit: limit }),
  fc.record({ kind: fc.constant('matches' as const), id: documentId, threshold, limit }),
  fc.record({ kind: fc.constant('compare' as const), left: documentId, right: documentId }),
  fc.record({
    kind: fc.constant('clusters' as const),
    threshold,
    minSize: fc.integer({ min: 1, max: 4 }),
    order: fc.constantFrom('-size' as const, 'size' as const, '-updatedAt' as const),
    limit
  }),
  fc.record({ kind: fc.constant('documents' as const), limit }),
  fc.record({
    kind: fc.constant('export' as const),
    representatives: fc.boolean(),
    limit,
    fullPageBytes: fc.constantFrom(1, 100, 1_000_000)
  }),
  fc.record({
    kind: fc.constant('patch' as const),
    patch: fc.oneof(
      fc.record({ retentionSeconds: fc.constantFrom(null, 1, 3, 30) }),
      fc.record({ representative: policy })
    )
  }),
  fc.record({ kind: fc.constant('advance' as const), ms: fc.constantFrom(1, 500, 1000, 2999, 31_000) }),
  fc.record({ kind: fc.constant('stats' as const) }),
  fc.record({ kind: fc.constant('fault' as const) }),
  fc.record({
    kind: fc.constant('reopen' as const),
    snapshot: fc.constantFrom(
      'kept' as const,
      'former' as const,
      'former' as const,
      'damaged' as const,
      'removed' as const
    )
  })
)
const operations = fc.array(fc.oneof({ weight: 1, arbitrary: ingest }, { weight: 2, arbitrary: other }), {
  minLength: 5,
  maxLength: 30
})

const kinds = fc.constantFrom<Partial<CollectionSettings>>(
  {},
  { retentionSeconds: 10 },
  { threshold: 0.5, shingle: { unit: 'word', size: 1 }, signature: { scheme: 'doppel', slots: 64, seed: 9 } },
  { threshold: 0.8, shingle: { unit: 'character', size: 5 }, storeText: false },
  { threshold: 0.5, signature: { scheme: 'minhash', slots: 128, seed: 1 } },
  { threshold: 0.6, retentionSeconds: 20, storeText: false, signature: { scheme: 'minhash', slots: 64, seed: 7 } }
)

const settings: fc.Arbitrary<Partial<CollectionSettings>> = fc
  .tuple(kinds, policy)
  .map(([kind, representative]) => ({ ...kind, representative }))

/** Random operations and faults, each answer compared with that of the sequential model. */
export async function randomOperations(t: Test, engine: Engine): Promise<void> {
  const opened = await openStore(t, engine)
  await holds(t, answersAsTheModel(opened), {
    numRuns: Math.round(250 * engine.effort),
    // A failure is shrunk for so long; it is reported in any case.
    interruptAfterTimeLimit: 120_000
  })
}

/**
 * The property that all answers are those of the model.
 *
 * @param onStep called after each operation
 */
export function answersAsTheModel(
  opened: OpenedStore,
  onStep: (settings: Partial<CollectionSettings>, operation: Operation) => void = () => {}
): fc.IAsyncProperty<[Partial<CollectionSettings>, Operation[]]> {
  let number = 0
  return fc.asyncProperty(settings, operations, async (settings, operations) => {
    const collection = await opened.create(`random-${number++}`, settings)
    const modelled = new ModelledCollection(opened, collection)
    for (const operation of operations) {
      await modelled.run(operation)
      onStep(settings, operation)
    }
    await modelled.checkAll()
    await opened.store.deleteCollection(collection.name)
  })
}
