import { MAX_PHRASE } from '../phrases.ts'
import type { Conversation } from '../ports.ts'
import { sitesInView } from './site-changes.ts'

// "Suppose Berlin had 1100", of a list in view: it is said in many words, and read in one of them.

const verb = '(?:ha[sd]|have|had|gets?|got|grows?|grew|goes|went|were|was|becomes?|shrinks?|drops?|closes?|closed|doubles?|doubled|at)'
const lead = new RegExp(
  `^\\W*(?:(?:and|so|ok|okay|now|but|then|well|just|also)\\W+){0,3}(?:(?:suppose|supposing|assume|assuming|imagine|pretend|hypothetically|theoretically|(?:let['’]?s|lets) (?:say|assume|suppose|imagine|pretend))(?: that| if)?[, ]+(?=\\p{L})|(?:say|if)(?: that)? (?!an? )(?=\\p{L}\\S*(?: \\S+)? ${verb} ))`,
  'iu',
)

/** Such a message as a "what if", which is how everything that changes a list knows a supposition. */
export const asWhatIf = (stood: Conversation, text: string): string =>
  text.length <= MAX_PHRASE && sitesInView(stood) ? text.replace(lead, 'what if ') : text
