import type { Cluster, SingleCluster } from '../client/contract.ts'
import { type Command, CommandError, type CommandStreams, jsonOption, type OptionValues } from './command.ts'
import { printable } from './marked-text.ts'
import { numberValue, stringValue } from './option-values.ts'
import { answered, collectionOption, type Service, serviceOf, serviceOptions } from './service.ts'
import { score, table } from './table.ts'

const sorts = ['-size', 'size', '-updatedAt'] as const
/** Most ids of members that a row of the list shows. */
const shownMembers = 3

/** Lists clusters of a service, or shows one. */
export const clusters: Command = {
  summary: 'list the clusters of a service, or show one with its members',
  arguments: [
    { placeholder: 'ID', help: 'a cluster; without it the clusters are listed', isOptional: true, completes: 'nothing' }
  ],
  options: {
    ...serviceOptions,
    collection: collectionOption,
    threshold: {
      type: 'string',
      placeholder: 'NUMBER',
      help: "cut the clusters at a higher threshold than the collection's"
    },
    'min-size': { type: 'string', placeholder: 'NUMBER', help: 'least members; 2 by default, 1 lists singletons too' },
    sort: { type: 'string', placeholder: 'ORDER', help: '-size (the default), size or -updatedAt', completes: sorts },
    limit: { type: 'string', placeholder: 'NUMBER', help: 'most clusters, or members of the one; 20 by default' },
    all: { type: 'boolean', help: 'list all, however many there are' },
    json: { ...jsonOption, help: 'print one cluster a line as JSON, in the form of the API' }
  },
  examples: [
    { call: 'doppel clusters', does: 'lists the 20 largest clusters' },
    { call: 'doppel clusters c3', does: 'shows one with its members and the strongest pairs' },
    { call: 'doppel clusters --all --threshold 0.9 --json | jq -r .representative', does: 'prints one id a cluster' }
  ],
  async run(values, streams, [id]) {
    const service = await serviceOf(values)
    await answered(service, () =>
      id === undefined ? list(service, values, streams) : show(service, id, values, streams)
    )
    return 0
  }
}

async function list({ collection }: Service, values: OptionValues, { out, err }: CommandStreams): Promise<void> {
  const limit = limitOf(values)
  const found = collection.clusters({
    threshold: thresholdOf(values),
    minSize: numberValue(values, 'min-size', { min: 1, max: 1_000_000_000, isInteger: true }),
    sort: stringValue(values, 'sort') as (typeof sorts)[number] | undefined,
    limit: Math.min(100, limit + 1)
  })
  const shown: Cluster[] = []
  let count = 0
  let isCut = false
  for await (const cluster of found) {
    isCut = count === limit
    if (isCut) break
    count++
    if (values.json === true) out.write(`${JSON.stringify(cluster)}\n`)
    else shown.push(cluster)
  }
  if (values.json !== true) {
    out.write(
      count === 0 ? 'no clusters\n' : table(['cluster', 'size', 'min', 'mean', 'max', 'members'], shown.map(row))
    )
  }
  if (isCut) err.write('doppel: there are more; --limit or --all shows them\n')
}

function row({ id, size, similarity, members }: Cluster): string[] {
  const names = members.slice(0, shownMembers).map(member => printable(member.id))
  const more = size > shownMembers ? ` and ${size - shownMembers} more` : ''
  return [
    id,
    String(size),
    score(similarity?.min),
    score(similarity?.mean),
    score(similarity?.max),
    `${names.join(' ')}${more}`
  ]
}

async function show(
  { collection }: Service,
  id: string,
  values: OptionValues,
  { out, err }: CommandStreams
): Promise<void> {
  if (id === '' || id === '.' || id === '..') throw new CommandError(`there is no cluster ${JSON.stringify(id)}`, 1)
  const threshold = thresholdOf(values)
  const limit = limitOf(values)
  const cluster = await collection.getCluster(id, { threshold, limit: Math.min(100, limit) })
  const members = [...cluster.members]
  for (let { nextCursor } = cluster; nextCursor !== undefined && members.length < limit; ) {
    const page = await collection.getCluster(id, {
      threshold,
      limit: Math.min(100, limit - members.length),
      cursor: nextCursor
    })
    members.push(...page.members)
    nextCursor = page.nextCursor
  }
  const { nextCursor: _shown, ...rest } = cluster
  const whole = { ...rest, members }
  out.write(values.json === true ? `${JSON.stringify(whole)}\n` : report(whole))
  if (members.length < cluster.size) err.write('doppel: there are more members; --limit or --all shows them\n')
}

function report({ id, size, representative, similarity, toRepresentative, members, pairs }: SingleCluster): string {
  return [
    `cluster ${id}: ${size} documents; representative ${printable(representative)}`,
    `similarity of its matches: min ${score(similarity?.min)}, mean ${score(similarity?.mean)}, max ${score(similarity?.max)}`,
    `similarity to the representative: min ${score(toRepresentative?.min)}, mean ${score(toRepresentative?.mean)}`,
    '',
    table(
      ['member', 'similarity', 'estimate', 'title'],
      members.map(member => [
        printable(member.id),
        score(member.similarity),
        score(member.estimate),
        printable(member.title ?? member.url ?? '')
      ])
    ),
    ...(pairs.length === 0 ? [] : [pairTable(pairs)])
  ].join('\n')
}

function pairTable(pairs: SingleCluster['pairs']): string {
  const rows = pairs.map(({ a, b, similarity, estimate }) => [
    printable(a),
    printable(b),
    score(similarity),
    score(estimate)
  ])
  return table(['pair', '', 'similarity', 'estimate'], rows)
}

function thresholdOf(values: OptionValues): number | undefined {
  return numberValue(values, 'threshold', { min: 0, max: 1 })
}

function limitOf(values: OptionValues): number {
  if (values.all === true) return Number.POSITIVE_INFINITY
  return numberValue(values, 'limit', { min: 1, max: 1_000_000_000, isInteger: true }) ?? 20
}
