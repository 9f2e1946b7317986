import { lmdbEngine } from './conformance/lmdb-engine.ts'
import { storeConformance } from './conformance.ts'

storeConformance(lmdbEngine({ canFail: false }))
