import type { Facts } from '../rules/facts.ts'
import { MAX_PHRASE } from './phrases.ts'
import type { Conversation } from './ports.ts'
import { isDeniedSector, PUBLIC } from './understanding/terms/government.ts'

// A government customer on commercial Azure is treated as one on GCC, whichever of the two is told first.

const isPublic = new RegExp(
  `\\b(?:we|i|they|he|she|it|customer|client|tenant|organi[sz]ation|company)(?:['’](?:re|m|s)| (?:are|am|is|work|belong))\\b(?: (?:an?|the|our|in|for|to|with|part of|us|local|state|also|all)){0,3} ${PUBLIC}\\b(?! (?:cloud|azure|tenant))|\\b${PUBLIC} (?:customer|client|agency|entity|organi[sz]ation|body|institution)s? (?:here|so|and|with|on|in)\\b|\\b(?:our|my) ${PUBLIC} (?:customer|client)\\b`,
  'i',
)

/** A conversation with what a message says of whose the licence is. */
export function withSector(stood: Conversation, text: string): Conversation {
  if (text.length > MAX_PHRASE) return stood
  if (isDeniedSector(text)) return { ...stood, ofGovernment: undefined }
  if (!isPublic.test(text) || /\b(?:if|whether)\b/i.test(text)) return stood
  return { ...stood, facts: ofSector(stood.facts, { ...stood, ofGovernment: true }), ofGovernment: true }
}

/** "Commercial" of a government customer. */
export function ofSector<Said extends Pick<Facts, 'cloud'>>(facts: Said, { ofGovernment, unclear, open }: Conversation): Said {
  const isAsked = open === true && unclear?.fact === 'cloud'
  return facts.cloud === 'commercial' && (ofGovernment || isAsked) ? { ...facts, cloud: 'gcc' } : facts
}

const around = new Set(
  "we we're are it's it is on in the just a an our no not any only simply normal regular standard ordinary plain usual public worldwide global commercial special government gov azure cloud one tenant microsoft version".split(
    ' ',
  ),
)
const isUsual =
  /\b(?:normal|regular|standard|ordinary|plain|usual|public|worldwide|global|commercial|(?:not|no)\b.{0,20}\b(?:gov|government|special))\b/i

/** "Normal Azure", "not a government cloud": the commercial one, told where the cloud is asked for. */
export function usualCloudIn(text: string): Facts['cloud'] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z']+/g) ?? []
  return text.length < 60 && isUsual.test(text) && !text.includes('?') && words.every(word => around.has(word)) ? 'commercial' : undefined
}
