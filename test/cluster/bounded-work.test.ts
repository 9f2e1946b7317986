import t from 'tap'
import { partAround, wholeCluster } from '../../src/cluster/cluster-part.ts'
import { matchSummary } from '../../src/cluster/cluster-scores.ts'
import type { Steps } from '../../src/cluster/steps.ts'
import { ClusterBuilder } from '../helpers/build-clusters.ts'
import { overlap } from '../helpers/naive-clusters.ts'

/** Counts what is looked at of documents and matches while something is done. */
class LookCounter {
  looks = 0

  constructor({ index }: ClusterBuilder) {
    const { documents, graph } = index
    for (const column of [documents.created, documents.updatedAt, documents.textBytes, documents.nextCopy]) {
      const get = column.get.bind(column)
      column.get = at => {
        this.looks++
        return get(at)
      }
    }
    const next = graph.next.bind(graph)
    graph.next = edge => {
      this.looks++
      return next(edge)
    }
  }

  during(work: () => void): number {
    const before = this.looks
    work()
    return this.looks - before
  }
}

function copies(count: number): ClusterBuilder {
  const builder = new ClusterBuilder()
  const content = builder.content(3)
  builder.index.change(() => {
    for (let created = 1; created <= count; created++) builder.document(content, created, { updatedAt: created })
  })
  return builder
}

/** As near-copies come in: each matches the newest eight before it. */
function crowd(count: number): ClusterBuilder {
  const builder = new ClusterBuilder()
  const contents = builder.contents(count, 3)
  builder.index.change(() => {
    for (let from = 1; from < count; from++) {
      for (let to = from - 1; to >= Math.max(0, from - 8); to--) {
        builder.index.connect(contents[from]!, contents[to]!, overlap(8))
      }
    }
  })
  return builder
}

/** What some changes of single documents look at in one cluster of so many. */
function costs(make: (count: number) => ClusterBuilder, count: number): Record<string, number> {
  const builder = make(count)
  const { index } = builder
  const counter = new LookCounter(builder)
  const at = (created: number): number => {
    for (const document of index.documentsAfter(cluster(), created - 1) ?? []) return document
    return 0
  }
  const cluster = (): number => index.clusterOf([...index.contents.slots()].at(-1) as number)
  const remove = (document: number): void => {
    const content = index.documents.content.get(document)
    index.change(() => {
      index.removeDocument(document)
      if (index.contents.firstCopy(content) === 0) index.removeContent(content)
    })
  }
  const found: Record<string, number> = {}
  const measure = (what: string, created: number, work: (document: number) => void) => {
    const document = at(created)
    found[what] = counter.during(() => work(document))
  }
  measure('a change in the middle', count / 2, document => index.setUpdatedAt(document, count + 1))
  measure('a change back of the one that changed last', count / 2, document => index.setUpdatedAt(document, 1))
  measure('the earliest goes', 1, remove)
  measure('the next earliest goes', 2, remove)
  measure('one in the middle goes', count / 2 + 20, remove)
  measure('the latest goes', count, remove)
  measure('one comes back in the middle', count / 2 + 40, document => {
    const facts = index.documents.facts(document)
    remove(document)
    if (index.contents.has(facts.content)) index.addDocument(facts)
  })
  return found
}

for (const [name, make] of Object.entries({ copies, crowd })) {
  t.test(`what a change of one document looks at does not grow with its cluster: ${name}`, async t => {
    const few = costs(make, 2000)
    const many = costs(make, 20_000)
    for (const [what, looks] of Object.entries(many)) {
      const most = 2 * (few[what] as number) + 100
      t.ok(looks <= most, `${what}: ${looks} looks, ${few[what]} where there are few`)
      t.ok(looks < 4000, `${what}: ${looks} looks`)
    }
  })
}

/** The most that is looked at in one step. */
function longestStep<Result>(counter: LookCounter, steps: Steps<Result>): { longest: number; count: number } {
  let longest = 0
  let count = 0
  for (let isDone = false; !isDone; count++) {
    const looks = counter.during(() => {
      isDone = steps.next().done === true
    })
    longest = Math.max(longest, looks)
  }
  return { longest, count }
}

t.test('what takes long in a large cluster is done in short steps', async t => {
  for (const make of [copies, crowd]) {
    const builder = make(20_000)
    const { index } = builder
    const content = [...index.contents.slots()][0] as number
    const counter = new LookCounter(builder)
    const cut = longestStep(counter, partAround(index, content, 0.5))
    t.ok(cut.count > 4 && cut.longest < 100_000, `a cut: ${cut.count} steps of ${cut.longest} looks`)
    const whole = wholeCluster(index, index.clusterOf(content))
    const summary = longestStep(counter, matchSummary(index, whole, 0, 20))
    t.ok(summary.longest < 100_000, `a summary: ${summary.count} steps of ${summary.longest} looks`)
  }
})

t.test('a removal that parts a cluster is searched in short steps', async t => {
  const builder = new ClusterBuilder()
  const contents = builder.contents(20_000)
  const { index } = builder
  index.change(() => {
    for (let to = 1; to < contents.length; to++) index.connect(contents[to - 1]!, contents[to]!, overlap(8))
  })
  const counter = new LookCounter(builder)
  const { longest, count } = longestStep(counter, index.partsWithout(contents[10_000]!))
  t.ok(count > 4 && longest < 10_000, `${count} steps of ${longest} looks`)
})
