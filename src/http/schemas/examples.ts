/** The full text of samples/000: the story of 001 with names and pronouns changed by some text tool. */
const text000 = [
  'Washington ( CNN ) President Barack Obama on Monday granted clemency to 231 individuals , the ',
  'largest single day act of President Barack Obama presidency and totaling 1 , 324 total while in ',
  'office .   President Barack Obama granted 153 commutations , bringing the total number of ',
  'commutations while President Barack Obama ’s been in office to 1 , 176 , including 395 life ',
  'sentences . A majority of the commutations involved drug related charges .   President Barack Obama ',
  'also granted pardons to 78 individuals , doubling President Barack Obama previous number of pardons ',
  'for a total of 148 .   White House Counsel Neil Eggleston said Monday that White House Counsel Neil ',
  'Eggleston expects President Barack Obama will issue even more grants of commutations and pardons ',
  'before leaving office .   President Barack Obama has previously said President Barack Obama hopes ',
  'to bring the existing sentences of inmates more in line with current laws , which have been relaxed ',
  'after an era of strict mandatory minimums mostly related to    drug crimes .   Sentence reform ',
  'advocates feel a sense of urgency because Sentence reform advocates doubt the Trump administration ',
  'will continue President Barack Obama initiative to provide relief to nonviolent drug offenders , ',
  'some of whom are serving four or more times the sentence they Sentence reform advocates receive ',
  'today , according to administration officials .   One thing not to expect from Obama President ',
  'Barack Obama he President Barack Obama office is a blanket pardon for undocumented immigrants or ',
  'nonviolent drug offenders before Trump takes office .   Last week Attorney General Loretta Lynch ',
  'was asked whether there was any possibility that the thousands of young undocumented immigrants     ',
  'commonly known as " DREAMers "     could be pardoned as a group before Obama leaves office .   " ',
  'The issue of pardoning someone is an individual decision that ’s made on a     basis , and so there ',
  '’s no legal framework or regulatory framework that allows for a pardon of a group en masse , " ',
  'Lynch said , speaking at a Politico Playbook breakfast .   Illinois Rep. Luis Gutierrez and other ',
  'House Democrats have repeatedly called on the President since the election to provide pardons to ',
  'those registered for the Deferred Action for Childhood Arrivals ( or DACA ) program , both ',
  'retroactively and prospectively . The House noted that a presidential pardon would not confer legal ',
  'status on DACA recipients . " The 231 individuals granted clemency today have all demonstrated that ',
  'they are ready The 231 individuals make use     or have already made use     of a second chance , " ',
  'Eggleston said in his statement . Eggleston " While each clemency recipient ’s story is unique , ',
  'the common thread of rehabilitation underlies all of them , " each clemency recipient said . ',
  'Eggleston '
].join('')

/** The full text of samples/001: the story as a reader would see it. */
const text001 = [
  'Washington (CNN) President Barack Obama on Monday granted clemency to 231 individuals, the largest ',
  'single day act of his presidency and totaling 1, 324 total while in office.  Obama granted 153 ',
  'commutations, bringing the total number of commutations while he’s been in office to 1, 176, ',
  'including 395 life sentences. A majority of the commutations involved drug related charges.  Obama ',
  'also granted pardons to 78 individuals, doubling his previous number of pardons for a total of 148. ',
  ' White House Counsel Neil Eggleston said Monday that he expects Obama will issue even more grants ',
  'of commutations and pardons before leaving office.  Obama has previously said he hopes to bring the ',
  'existing sentences of inmates more in line with current laws, which have been relaxed after an era ',
  'of strict mandatory minimums mostly related to   drug crimes.  Sentence reform advocates feel a ',
  'sense of urgency because they doubt the Trump administration will continue Obama’s initiative to ',
  'provide relief to nonviolent drug offenders, some of whom are serving four or more times the ',
  'sentence they would receive today, according to administration officials.  One thing not to expect ',
  'from Obama before he leaves office is a blanket pardon for undocumented immigrants or nonviolent ',
  'drug offenders before Trump takes office.  Last week Attorney General Loretta Lynch was asked ',
  'whether there was any possibility that the thousands of young undocumented immigrants    commonly ',
  'known as "DREAMers"    could be pardoned as a group before Obama leaves office.  "The issue of ',
  'pardoning someone is an individual decision that’s made on a    basis, and so there’s no legal ',
  'framework or regulatory framework that allows for a pardon of a group en masse," Lynch said, ',
  'speaking at a Politico Playbook breakfast.  Illinois Rep. Luis Gutierrez and other House Democrats ',
  'have repeatedly called on the President since the election to provide pardons to those registered ',
  'for the Deferred Action for Childhood Arrivals (or DACA) program, both retroactively and ',
  'prospectively. The White House has noted that a presidential pardon would not confer legal status ',
  'on DACA recipients. "The 231 individuals granted clemency today have all demonstrated that they are ',
  'ready to make use    or have already made use    of a second chance," Eggleston said in his ',
  'statement.   "While each clemency recipient’s story is unique, the common thread of rehabilitation ',
  'underlies all of them," he said.\n'
].join('')

/** The ids of the two articles, which nobody's own documents are likely to have. */
export const exampleIds = ['example-000', 'example-001'] as const

/** A collection to try settings on. */
export const exampleCollection = 'example'

const article000 = {
  id: exampleIds[0],
  text: text000,
  url: 'https://example.com/articles/000',
  title: 'Clemency for 231 individuals, changed',
  metadata: { source: 'CNN' },
  publishedAt: '2016-12-19T20:00:00Z'
}
const article001 = { id: exampleIds[1], text: text001, metadata: { source: 'CNN' } }

/** Documents to ingest one after the other: the second is a near-duplicate of the first, similarity .749. */
export const documentExamples = {
  article000: { summary: 'An article', value: article000 },
  article001: { summary: 'The same story in other words: a near-duplicate of the first', value: article001 }
}

/** A document whose id is in the address. */
export const putExamples = {
  article: { summary: 'An article', value: { text: text000, metadata: { source: 'CNN' } } }
}

/** Documents to check once the first article is there. */
export const checkExamples = {
  article001: {
    summary: 'A near-duplicate of the article that the examples ingest',
    value: { text: text001 }
  }
}

/** Sides to compare. */
export const compareExamples = {
  texts: {
    summary: 'Two versions of an article',
    value: { left: { text: text000 }, right: { text: text001 } }
  },
  documents: {
    summary: 'The two articles that the examples ingest',
    value: { left: { id: exampleIds[0] }, right: { id: exampleIds[1] } }
  }
}

/** Settings of a collection. */
export const settingsExamples = {
  defaults: { summary: 'The defaults', value: {} },
  strict: {
    summary: 'Only close matches, kept for thirty days',
    value: { threshold: 0.8, shingle: { unit: 'word', size: 4 }, retentionSeconds: 2_592_000 }
  }
}

/** Settings to change; the first, which a page fills in, changes nothing that could be lost. */
export const patchExamples = {
  longest: { summary: 'The longest text speaks for its cluster', value: { representative: 'longest' } },
  forever: { summary: 'Keep documents for ever', value: { retentionSeconds: null } },
  retention: { summary: 'Keep documents for thirty days', value: { retentionSeconds: 2_592_000 } }
}

/** A stream of documents. */
export const streamExamples = {
  articles: {
    summary: 'Two versions of an article, one a line',
    value: [article000, article001].map(article => `${JSON.stringify(article)}\n`).join('')
  }
}

const exportedCluster = { id: 'c1', size: 2, representative: exampleIds[0] }
const exportedAt = { ingestedAt: '2026-11-20T08:30:00.000Z', updatedAt: '2026-11-20T08:30:00.000Z' }

/** What an export answers, the texts shortened. */
export const exportExamples = {
  articles: {
    summary: 'Two versions of an article, the texts shortened',
    value: [
      {
        ...article000,
        text: `${text000.slice(0, 60)}…`,
        ...exportedAt,
        cluster: exportedCluster,
        similarity: 1,
        estimate: 1
      },
      {
        ...article001,
        text: `${text001.slice(0, 60)}…`,
        ...exportedAt,
        cluster: exportedCluster,
        similarity: 0.7494407158836689,
        estimate: 0.703125
      }
    ]
      .map(document => `${JSON.stringify(document)}\n`)
      .join('')
  }
}
