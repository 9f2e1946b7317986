import { type Banding, bandingFor } from '../lsh/banding.ts'
import { type SketchSettings, schemeName } from '../signature/sketch.ts'

/** What follows from the settings of a collection: its signature scheme in full, and how signatures are cut. */
export function collectionScheme(settings: SketchSettings): { readonly scheme: string; readonly banding: Banding } {
  return { scheme: schemeName(settings), banding: bandingFor(settings.threshold, settings.signature.slots) }
}
