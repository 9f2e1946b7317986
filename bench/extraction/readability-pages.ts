import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusDir } from '../../test/helpers/corpora.ts'
import { inTemporaryDirectory } from '../server/temporary-directory.ts'

/** A page with the article that it should give. */
export interface ExpectedPage {
  readonly name: string
  readonly html: string
  /** The article as HTML. */
  readonly expected: string
  readonly title: string | null
  readonly publishedTime: string | null
}

const archive = (): string => join(corpusDir ?? '', 'html_readability', 'pages.tar.gz')

/** Whether the pages are there. */
export function hasPages(): boolean {
  return corpusDir !== undefined && existsSync(archive())
}

/** Readability's own test pages: in `pages.tar.gz`, a folder each, `source.html`, `expected.html` and `meta.json`. */
export function readPages(): Promise<ExpectedPage[]> {
  return inTemporaryDirectory(async directory => {
    execFileSync('tar', ['-xzf', archive(), '-C', directory])
    return readdirSync(directory)
      .sort()
      .map(name => {
        const read = (file: string) => readFileSync(join(directory, name, file), 'utf8')
        const { title = null, publishedTime = null } = JSON.parse(read('meta.json'))
        return { name, html: read('source.html'), expected: read('expected.html'), title, publishedTime }
      })
  })
}
