import t, { type Test } from 'tap'
import { type ClusterPart, cutCluster, partAround, wholeCluster } from '../../src/cluster/cluster-part.ts'
import { atOnce } from '../../src/cluster/steps.ts'
import { ClusterBuilder } from '../helpers/build-clusters.ts'
import { overlap } from '../helpers/naive-clusters.ts'

const members = 20_000
const middle = members / 2

interface Match {
  readonly from: number
  readonly to: number
  readonly slots: number
}

/** One cluster of many contents; the places of the contents are those in the order of creation, from 0 on. */
class LargeCluster {
  readonly builder = new ClusterBuilder()
  readonly contents: number[]
  #matches: Match[]

  constructor(matches: Iterable<Match>) {
    this.contents = this.builder.contents(members)
    this.#matches = [...matches]
    this.builder.index.change(() => {
      for (const { from, to, slots } of this.#matches) {
        this.builder.index.connect(this.contents[from]!, this.contents[to]!, overlap(slots))
      }
    })
  }

  remove(place: number): void {
    this.builder.remove(this.contents[place]!)
    this.#matches = this.#matches.filter(({ from, to }) => from !== place && to !== place)
  }

  /** Compares clusters and cuts with a search from scratch. */
  check(t: Test, what: string): void {
    const { index, clusters } = this.builder
    const whole = clusters.map(cluster => wholeCluster(index, cluster))
    t.strictSame(this.#summary(whole), this.#expected(0), what)
    for (const slots of [7, 9]) {
      const parts = clusters.flatMap(cluster => atOnce(cutCluster(index, cluster, slots / 10)))
      const expected = this.#expected(slots)
      t.strictSame(this.#summary(parts), expected, `${what}, cut`)
      const part = atOnce(partAround(index, this.contents[7]!, slots / 10))
      t.ok(expected.some(([first, size]) => [first, size].join() === this.#summary([part]).join()))
    }
  }

  /** The first place and the size of each part. */
  #summary(parts: readonly ClusterPart[]): number[][] {
    const { created } = this.builder.index.documents
    return parts.map(({ earliest, size }) => [created.get(earliest) - 1, size]).sort(byPlace)
  }

  #expected(slots: number): number[][] {
    const parent = Array.from({ length: members }, (_, place) => place)
    const find = (place: number): number => {
      let root = place
      while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!
      return root
    }
    for (const match of this.#matches) {
      const [a, b] = [find(match.from), find(match.to)]
      if (match.slots >= slots) parent[Math.max(a, b)] = Math.min(a, b)
    }
    const sizes = new Map<number, number>()
    for (const place of parent.keys()) {
      if (!this.builder.index.documents.has(this.builder.index.contents.firstCopy(this.contents[place]!))) continue
      sizes.set(find(place), (sizes.get(find(place)) ?? 0) + 1)
    }
    return [...sizes].sort(byPlace)
  }
}

const byPlace = (a: readonly number[], b: readonly number[]): number => (a[0] as number) - (b[0] as number)
/** From 6 to 10, without a pattern. */
const slotsOf = (place: number): number => 6 + ((Math.imul(place, 0x9e3779b1) >>> 13) % 5)

function* chain(): Generator<Match> {
  for (let to = 1; to < members; to++) yield { from: to - 1, to, slots: slotsOf(to) }
}

function* star(): Generator<Match> {
  for (let from = 0; from < members; from++) if (from !== middle) yield { from, to: middle, slots: slotsOf(from) }
}

/** As near-copies come in: each matches the newest 32 before it. */
function* newest(): Generator<Match> {
  for (let from = 1; from < members; from++) {
    for (let to = from - 1; to >= Math.max(0, from - 32); to--) yield { from, to, slots: slotsOf(from * 32 + to) }
  }
}

for (const [name, matches] of Object.entries({ chain, star, newest })) {
  t.test(`a cluster of ${members}: ${name}`, async t => {
    const cluster = new LargeCluster(matches())
    cluster.check(t, 'complete')
    cluster.remove(middle)
    cluster.check(t, 'without its middle')
    for (const place of [0, 1, members - 1, middle + 1, 777]) cluster.remove(place)
    cluster.check(t, 'without some more')
  })
}

t.test('a long chain may be taken apart from its end and put together again', async t => {
  const cluster = new LargeCluster(chain())
  const { builder, contents } = cluster
  const { index } = builder
  index.change(() => {
    for (let place = members - 1; place > 0; place--) index.disconnect(contents[place - 1]!, contents[place]!)
  })
  t.strictSame([index.count, index.tallies.multiple, index.graph.size], [members, 0, 0])
  index.change(() => {
    for (const { from, to, slots } of chain()) index.connect(contents[to]!, contents[from]!, overlap(slots))
  })
  t.strictSame([index.count, index.orders.largest, index.graph.size], [1, members, members - 1])
  cluster.check(t, 'again')
})
