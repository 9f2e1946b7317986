import { DoppelError } from '../../errors.ts'
import type { PageExtractor } from '../../service/page-extractor.ts'
import { RecordFault } from './record.ts'

/** The main text of a page. @throws RecordFault where it is none, or too costly */
export async function textOfPage(html: string, extractor: PageExtractor): Promise<string> {
  try {
    return (await extractor.extract(html)).text
  } catch (error) {
    if (error instanceof DoppelError) throw new RecordFault(error.message, { cause: error })
    throw error
  }
}
