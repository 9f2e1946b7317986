// Writes docs/reference/errors.md from the table in src/http/problem-types.ts.
//   npx tsx scripts/docs-from-problems.ts
import { writeFileSync } from 'node:fs'
import { errorsPage } from '../src/http/errors-page.ts'

writeFileSync(new URL('../docs/reference/errors.md', import.meta.url), errorsPage())
