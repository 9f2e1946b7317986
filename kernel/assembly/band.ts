import { K1, K3, M1 } from './hash'
import { SIGNATURE } from './memory'

/** Hashes each band of the signature to the key of its bucket, behind the slots. */
export function makeBandKeys(slots: i32, bands: i32, rows: i32): void {
  let from = SIGNATURE
  const to = SIGNATURE + (<usize>slots << 2)
  for (let band = 0; band < bands; band++) {
    let hash = <u64>(band + 1) * K3
    let row = 0
    for (; row + 1 < rows; row += 2, from += 8) {
      hash = (hash ^ load<u64>(from)) * K1
      hash ^= hash >> 32
    }
    if (row < rows) {
      hash = (hash ^ <u64>load<u32>(from)) * K1
      hash ^= hash >> 32
      from += 4
    }
    store<u32>(to + (<usize>band << 2), <u32>((hash * M1) >> 32))
  }
}
