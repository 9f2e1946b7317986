import type { ClusterIndex } from '../../cluster/cluster-index.ts'
import { type ClusterPart, partAround } from '../../cluster/cluster-part.ts'
import type { Steps } from '../../cluster/steps.ts'

/** Documents of a part below which it is soon found again. */
const leastSize = 256
/** Parts that are kept: 4 bytes for each of their contents. */
const maxParts = 16

interface Kept {
  readonly cluster: number
  readonly threshold: number
  readonly part: ClusterPart
  /** In ascending order, to be searched. */
  readonly contents: Uint32Array
}

/** Large parts of clusters at higher thresholds that were asked for of late, kept until their clusters change. */
export class KeptParts {
  readonly #clusters: ClusterIndex
  #kept: Kept[] = []

  constructor(clusters: ClusterIndex) {
    this.#clusters = clusters
    clusters.watch(cluster => {
      if (this.#kept.length > 0) this.#kept = this.#kept.filter(kept => kept.cluster !== cluster)
    })
  }

  /** The part that holds a content at a threshold. Nothing may change between two steps. */
  *around(content: number, threshold: number): Steps<ClusterPart> {
    const cluster = this.#clusters.clusterOf(content)
    const known = this.#kept.find(
      kept => kept.cluster === cluster && kept.threshold === threshold && has(kept.contents, content)
    )
    if (known !== undefined) return known.part
    const found = yield* partAround(this.#clusters, content, threshold)
    if (found.size < leastSize) return found
    const contents = Uint32Array.from(found.contents).sort()
    const part = { ...found, contents }
    if (this.#kept.length === maxParts) this.#kept.shift()
    this.#kept.push({ cluster, threshold, part, contents })
    return part
  }
}

/** Whether a number is among others in ascending order. */
function has(sorted: Uint32Array, number: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return sorted[low] === number
}
