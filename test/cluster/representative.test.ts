import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { type ClusterPart, cutCluster, wholeCluster } from '../../src/cluster/cluster-part.ts'
import { representativeOf } from '../../src/cluster/representative.ts'
import { atOnce } from '../../src/cluster/steps.ts'
import { ClusterBuilder } from '../helpers/build-clusters.ts'
import { overlap, slotCount } from '../helpers/naive-clusters.ts'
import { holds } from '../helpers/property.ts'

const earlierFirst = ({ index }: ClusterBuilder, documents: number[]): number[] =>
  documents.sort((a, b) => index.documents.created.get(a) - index.documents.created.get(b))

/** Sums whole slots, in which there is no rounding. */
function mostCentral(builder: ClusterBuilder, part: ClusterPart, leastSlots: number): number {
  const { contents, documents, graph } = builder.index
  const members = earlierFirst(
    builder,
    [...part.contents].flatMap(content => [...contents.members(content)])
  )
  const sums = members.map(member =>
    members.reduce((sum, other) => {
      const [left, right] = [documents.content.get(member), documents.content.get(other)]
      if (left === right) return sum + (member === other ? 0 : slotCount)
      const edge = graph.between(left, right)
      const slots = edge === 0 ? 0 : graph.overlap(edge).equalSlots
      return sum + (slots >= leastSlots ? slots : 0)
    }, 0)
  )
  return members[sums.indexOf(Math.max(...sums))] as number
}

const content = fc.record({
  copies: fc.integer({ min: 1, max: 4 }),
  matches: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 5, max: slotCount })), { maxLength: 6 })
})
const bytes = fc.infiniteStream(fc.integer({ min: 0, max: 3 }))

function build(
  contents: readonly (typeof content extends fc.Arbitrary<infer V> ? V : never)[],
  bytes: Iterator<number>
) {
  const builder = new ClusterBuilder()
  let created = 0
  const slots: number[] = []
  for (const { copies, matches } of contents) {
    const slot = builder.content()
    for (let copy = 0; copy < copies; copy++) {
      // 61 is prime, so that the creations are all different and in another order.
      created = (created + 37) % 61
      builder.document(slot, created + 1, { textBytes: bytes.next().value as number })
    }
    for (const [place, equalSlots] of slots.length === 0 ? [] : matches) {
      const other = slots[place % slots.length] as number
      if (builder.index.graph.between(slot, other) === 0) builder.index.connect(slot, other, overlap(equalSlots))
    }
    slots.push(slot)
  }
  return builder
}

t.test(
  'is the earliest, the longest or the most central, of equals the earliest, in every part of every cut',
  async t => {
    await holds(
      t,
      fc.property(fc.array(content, { minLength: 1, maxLength: 12 }), bytes, (contents, bytes) => {
        const builder = build(contents, bytes)
        const { index, clusters } = builder
        for (const slots of [0, 5, 7, 9, 10]) {
          for (const part of clusters.flatMap(cluster => atOnce(cutCluster(index, cluster, slots / slotCount)))) {
            const members = earlierFirst(
              builder,
              [...part.contents].flatMap(content => [...index.contents.members(content)])
            )
            const [longest] = members.toSorted(
              (a, b) => index.documents.textBytes.get(b) - index.documents.textBytes.get(a)
            )
            const found = (['earliest', 'longest', 'central'] as const).map(policy =>
              representativeOf(index, part, policy, slots / slotCount)
            )
            assert.deepEqual(found, [members[0], longest, mostCentral(builder, part, slots)])
          }
        }
      }),
      { numRuns: 400 }
    )
  }
)

t.test('sums that are equal on paper are a tie', async t => {
  const builder = new ClusterBuilder()
  const [first, second, ...others] = builder.contents(9) as [number, number, ...number[]]
  for (const [at, slots] of [6, 7, 7].entries()) builder.index.connect(first, others[at]!, overlap(slots))
  for (const other of others.slice(3)) builder.index.connect(second, other, overlap(5))
  builder.index.connect(others[0]!, others[3]!, overlap(5))
  t.not(0.6 + 0.7 + 0.7, 2, 'which a plain sum would miss')
  const part = wholeCluster(builder.index, builder.index.clusterOf(first))
  t.equal(representativeOf(builder.index, part, 'central', 0), builder.index.contents.firstCopy(first))
})

t.test('a cluster of up to a thousand has a most central member, a larger one its earliest', async t => {
  const builder = new ClusterBuilder()
  const contents = builder.contents(1000)
  const hub = contents[500]!
  builder.index.change(() => {
    for (const content of contents) if (content !== hub) builder.index.connect(content, hub, overlap(8))
  })
  const central = (): number => {
    const cluster = wholeCluster(builder.index, builder.index.clusterOf(hub))
    return representativeOf(builder.index, cluster, 'central', 0.6)
  }
  t.equal(central(), builder.index.contents.firstCopy(hub))
  const copy = builder.document(contents[9]!, 2000)
  t.equal(central(), builder.index.contents.firstCopy(contents[0]!))
  builder.index.removeDocument(copy)
  t.equal(central(), builder.index.contents.firstCopy(hub))
})
