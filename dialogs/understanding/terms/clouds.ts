import type { Intent } from '../../../cards/intents.ts'
import type { Facts } from '../../../rules/facts.ts'
import { type Affirmed, affirmed } from './affirmed.ts'

const GOVERNMENT_CLOUDS: readonly (readonly [NonNullable<Facts['cloud']>, RegExp])[] = [
  ['gcc-high', /\bgcc ?[-_/]? ?h(?:i(?:gh?)?|gh|ihg)?t?\b|\bgcch(?:igh)?\b|\bgovernment community cloud high\b|\bg c c high\b/gu],
  ['gcc', /\bgcc\b(?! ?[-_/]? ?h(?:i(?:gh?)?|gh|ihg)?t?\b)|\bg c c\b(?! high)|\bgovernment community cloud\b(?! high)/gu],
  [
    'dod',
    /\bdod\b|\bdepartment of (?:defen[cs]e|war)\b|(?<!\d ?)\. ?mil\b|\b(?:navy|army|air force|marines?|military|naval)\b.{0,60}\bil ?-? ?5\b|\bil ?-? ?5\b.{0,60}\b(?:navy|army|air force|marines?|military|naval)\b/gu,
  ],
  [
    'azure-government',
    /\bazure ?\. ?us\b|\bazure (?:us )?gov(?:ernment|t)?\b|\bus gov(?:ernment)? (?:cloud|azure)\b|\bmicrosoft azure government\b|\bazure for government\b|\bgovernment azure\b|\bazure ?us ?gov(?:ernment|t)?\b|\baz ?-? ?gov\b|\bus ?-? ?gov(?:ernment)? (?:virginia|arizona|texas|iowa|region|cloud|azure)\b|\bus ?-? ?gov ?-? ?(?:va|az|tx)\b|\busgov(?:virginia|arizona|texas|iowa)?\b|\bfairfax(?= (?:cloud|tenant|environment|subscription|azure|region|instance|portal))|\b(?:azure|cloud) \(? ?fairfax\b/gu,
  ],
]
const COMMERCIAL_CLOUD: typeof GOVERNMENT_CLOUDS = [
  [
    'commercial',
    /\bcommercial (?:azure|cloud|tenant|m365|microsoft|side|office|environment|subscription|instance)\b|\b(?:azure|cloud|cloud :|tenant|on|in) commercial\b|\b(?:public|worldwide) (?:azure )?cloud\b|\bregular commercial\b/gu,
  ],
]
const UNSURE =
  /\bwhich clouds\b|\b(?:is it|do we need|should we|are we|whether it's|which one :|which :) (?:an? |in |on |use |take )?(?:gcc|dod|commercial|azure)\b(?: high| ?-? ?h| gov\w*| tenant| cloud)? or\b|\b(?:commercial|worldwide|public) (?:azure )?cloud or\b|\bnot sure (?:if|whether) (?:\S{1,12} ){0,4}or\b/u
/** "GCC vs GCC High": compared, none is theirs. */
const VERSUS = /\b(?:gcc|high|dod|government|gov|commercial|azure) (?:vs ?\.?|versus) (?:gcc|dod|azure|commercial|government)\b/u
/** "moved from commercial to GCC High", "from GCC to commercial". */
const isLeft = ({ before, after }: Affirmed<unknown>) =>
  /\b(?:from|off|out of) (?:our |the |a )?$/u.test(before) && /^ (?:\S+ ){0,2}?(?:to|into)\b/u.test(after)

/** Every cloud above is named with one of these. */
const CLOUDY = /gcc|g c c|gov|dod|department|mil|navy|army|air force|marine|naval|azure|fairfax|commercial|cloud/u

/** A government cloud goes before the commercial one, which is mostly what it is compared with. */
export function readCloud(words: string, intent: Intent): Facts['cloud'] {
  if (!CLOUDY.test(words) || UNSURE.test(words) || VERSUS.test(words)) return undefined
  const first = (clouds: typeof GOVERNMENT_CLOUDS) => affirmed(words, clouds).find(cloud => !isLeft(cloud))?.value
  const aboutClouds = intent === 'government-cloud'
  return (
    first(GOVERNMENT_CLOUDS) ??
    (aboutClouds && /\bfairfax\b(?! (?:county|plant|site|office))/u.test(words) ? 'azure-government' : undefined) ??
    first(COMMERCIAL_CLOUD) ??
    (aboutClouds && /(?<!\b(?:not|no) (?:an? )?)\bcommercial licen[cs]e/u.test(words) ? 'commercial' : undefined)
  )
}
