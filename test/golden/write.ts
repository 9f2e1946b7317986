// Writes vectors.json. Run it only for a new scheme, or while the name ends in -0:
//   npx tsx test/golden/write.ts
import { writeFileSync } from 'node:fs'
import { createReferenceSketcher } from '../../src/signature/reference-sketcher.ts'
import { computeVectors } from './vectors.ts'

writeFileSync(
  new URL('vectors.json', import.meta.url),
  `${JSON.stringify(computeVectors(createReferenceSketcher), null, 1)}\n`
)
