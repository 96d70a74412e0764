import { isDirection } from './site-words.ts'

const REGION =
  /\b(?:regions?|area|country|countries|division|cluster|group|zone|segment|territory|continent)\b|^(?:emea|apac|latam|dach|nordics?|benelux|iberia|mena|anz|asean|cee|noram|americas?|north america|latin america|south america|central america|europe|asia|asia[ -]pacific|africa|middle east|oceania|rest of world|row|domestic|international|overseas)$/iu

/** A heading among the rows: "North region:", "EMEA", "Germany". */
export function isSection(text: string): boolean {
  const words = text
    .replace(/^[\s|;,#*]+|[\s|;,*]+$/gu, '')
    .trim()
    .toLowerCase()
  if (words === '' || /\d/u.test(words)) return false
  return words.endsWith(':') || REGION.test(words) || isDirection(words) || countries().has(words)
}

/** Countries that are also places of one site. */
const CITIES =
  /^(?:singapore|luxembourg|monaco|gibraltar|panama|djibouti|guatemala|kuwait|san marino|vatican city|.*(?:hong kong|macao).*)$/u
let known: ReadonlySet<string> | undefined

function countries(): ReadonlySet<string> {
  known ??= new Set(allRegions().filter(name => !CITIES.test(name)))
  return known
}

function allRegions(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return ['usa', 'uk', 'us', 'uae', ...letters.flatMap(one => letters.flatMap(two => names.of(one + two)?.toLowerCase() ?? []))]
}
