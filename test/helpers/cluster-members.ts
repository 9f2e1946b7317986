import type { Cluster, Content, Member } from '../../src/cluster/cluster-index.ts'

/** The documents of a cluster in order of creation. */
export function membersOf<M extends Member>(cluster: Cluster<M>): { member: M; content: Content<M> }[] {
  const members = [...cluster.contents].flatMap(content => content.members.map(member => ({ member, content })))
  return members.sort((a, b) => a.member.created - b.member.created)
}
