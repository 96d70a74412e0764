import type { Intent } from '../../cards/intents.ts'
import type { Facts } from '../../rules/facts.ts'
import { turnTo } from '../conversation.ts'
import { dayKeys } from '../days/spoken-days.ts'
import { isNumberedName, NUMBER } from '../numbered-names.ts'
import { MAX_PHRASE } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { isNoName, nameIn } from '../reminders/reminding.ts'
import { inPassing, mentionedIn, ownerIn } from '../subjects.ts'
import { subjectOf, THING, withoutThing } from '../understanding/days/subject-words.ts'
import { NUMBER_WORD } from '../understanding/number-words.ts'
import { isKindNoun } from '../understanding/sites/device-kinds.ts'
import { PLACES } from '../understanding/sites/site-words.ts'

// A message that begins with the customer or site that it is about: "for customer Contoso it ends 1 April", "Contoso trial ends ...".

const lead = '^\\W*(?:(?:and|ok(?:ay)?|now|so|then|next|but|also)\\W+)*'
const name = `(?<name>\\p{Lu}[\\p{L}\\p{N}'’&-]*?(?: \\p{Lu}[\\p{L}\\p{N}'’&-]*?){0,2}?${NUMBER}?|\\p{Ll}{2,30}${NUMBER})`
const customer = '(?:(?:our|the|a|my) )?(?:customer|client|account|prospect) '
const says = `(?<rest>(?:it|its|their|they|the|our|ends?|ending|expires?|expired|started|bought|has|have|had|${THING}|can|could|what|when)\\b.*)$`
const withRest = [
  new RegExp(`${lead}(?:for|at|in|with)\\s+(?:${customer}|our |the )?${name}[\\s,:-]+${says}`, 'us'),
  new RegExp(`${lead}${customer}${name}[\\s,:-]+${says}`, 'us'),
  new RegExp(
    `^\\W*(?:(?:and|now|then|next|what about|how about|ok)\\W+)+(?:for |at |in )?(?:${customer}|our |the )?${name}\\s*[?:,]+\\s*${says}`,
    'us',
  ),
]
/** "Contoso: trial ends 15 April" */
const headed = new RegExp(`${lead}(?:${customer})?${name}:\\s+(?<rest>\\S.*)$`, 'us')
const anotherHead = /[.;!]\s{1,3}(?:(?:and|for) )?\p{Lu}[\p{L}\p{N}'’&-]{1,40}(?: \p{Lu}[\p{L}\p{N}'’&-]{1,40}){0,2}:\s/u
const ofThing = new RegExp(
  `${lead}(?:(?:[Tt]he|[Oo]ur|[Mm]y)\\s+)?${name}(?:['’]s)?\\s+(?:${THING}|(?:(?:was|is|has been|got|just) ){0,2}(?:bought|purchased|ordered|ends?|ended|expires?|expired|lapsed|started|runs out|ran out))\\b`,
  'u',
)
/** What is bought or ends and has no name: "Licences bought 6 March", "Purchase ordered". */
const bought =
  /^(?:Purchases?|Orders?|Payments?|Invoices?|Products?|Security|Agreements?|Defender|Sensors?|XS|XL|Stuff|Things?|Yes|No|Grace|Monitoring|Data|Trials|Leases?|Job)$/
/** "What about my customer's, ending 1 April?": somebody else's, who has no name. */
const unnamed = new RegExp(
  `^\\W*(?:(?:and|now|then|so|ok|what about|how about)\\W+)+(?:(?:for|of|at) )?(?:my|our|the|a|an|one of (?:my|our)) (?:other )?(?<whose>customer|client|prospect|partner|subsidiary)(?:['’]?s)?(?: (?:one|${THING}))?[\\s?:,-]*(?:$|(?<=[\\s?:,-])${says})`,
  'is',
)
const own = /^\W*(?:(?:and|what about|how about|for|now|ok|so)\W+)*(?:ours|us|mine|our own(?: one| trial| licen[cs]e)?)\W*$/i
const ownWithRest =
  /^\W*(?:(?:and|what about|how about|for|now|ok|so)\W+)*(?:ours|us|our own(?: one| trial| licen[cs]e)?)\s*[?:,]+\s*(\S.{3,})$/is
const ownThing = new RegExp(
  `^\\W*(?:(?:please|remind (?:me|us)(?: (?:that|when|before|of|about))?|and|but|now|ok|so|then|also)\\W+)*(?:our|my)(?: own)?(?: paid| bought)? ${THING}\\b`,
  'i',
)
/** "Expired trial", "Renewing licence": a word that describes. */
const describing =
  /(?:ed|ing)$|^(?:GCC|High|DoD|Gov|Government|Swap|From|Convert|Untrack|Smallest|Largest|Started?|Bought|Got|Any|Has|Have|Had|Are|Should|Would|Did|Get|Buy|Need|Want|Only|Still|After|Before|During|About|Why|Who|Where|Full|Standard|Annual|Yearly|One|Two|Hello|Hi|Thanks|Dear|Normal|Default|Original|Previous|Whole|Same|Both|Each|Every|All|Some|Their|His|Her|Its|Does|In|For|At|With|To|Of|Customer|Client|Account|Month|Year|Day|Enterprise|Cloud|Sentinel|Server|Purview|Intune|Entra|Power|Copilot|Visual|Windows|Office|Contract|Agreement|Term|Period|Support|Coverage|Access|Service|Everything|Plan|Expiry|Expiration|Deadline|Due|Date|Renewal|Maybe|Perhaps|Probably|Sorry|Oops|Wait|Well|Actually|Correction|Yesterday|Today|Tomorrow|Mine|Theirs)$/i

/** What stands before a colon and is nobody's name. */
const noHeads =
  /^(?:Questions?|Quick|Urgent|Subject|Re|Fwd?|Update|News|Note|FYI|Info\w*|Status|Facts?|Context|Background|Scenario|Example|Case|Situation|Problem|Issue|Topic|Summary|Details|Answer|Reply|Role|Refund|Extension|Me|Us|PS|TLDR|Task|Help|Sites?|Plants?|Factor(?:y|ies)|Locations?|Devices?|Counts?|Numbers?|Sizes?|Totals?|Customers?|Clients?|Inventory|Assets?|OT|IT|List|Per|Quote|Request)\b/

/** The conversation as it turns to the one that a message begins with, and what is left to be understood. */
export interface Opened {
  readonly stood: Conversation
  /** "" where nothing is: the same is asked of another one. */
  readonly rest: string
  /** Without a day in what is left, no customer or site was meant. */
  readonly loosely?: boolean
}

const lastWord = (words: string) => words.split(' ').at(-1) ?? ''

/** Undefined where a message begins with no name, or with that of whom is spoken of already. */
export function openedSubject(stood: Conversation, text: string): Opened | undefined {
  if (text.length > MAX_PHRASE || text.includes('\n')) return undefined
  if (stood.topic === 'size-license') return ofListOf(stood, text)
  if (stood.topic && stood.subject && own.test(text)) return { stood: turnTo(stood, ''), rest: '' }
  const ofOwn = stood.subject ? ownWithRest.exec(text)?.[1] : undefined
  if (ofOwn) return { stood: turnTo(stood, ''), rest: ofOwn }
  // "Our trial ends 1 May" after a customer whose end is known does not move that one's.
  const isKnown = dayKeys.some(key => stood.facts[key] !== undefined)
  if (stood.subject && isKnown && ownThing.test(text)) return { stood: turnTo(stood, ''), rest: text }
  const { whose, rest: ofTheirs = '' } = (stood.topic && unnamed.exec(text)?.groups) || {}
  if (whose) return { stood: turned(stood, `${whose[0]?.toUpperCase()}${whose.slice(1).toLowerCase()}`), rest: ofTheirs, loosely: true }
  const opened = withRest.map(pattern => pattern.exec(text)?.groups).find(groups => groups?.name && isName(groups.name))
  if (opened?.name && opened.rest) return { stood: turned(stood, opened.name), rest: opened.rest }
  // "Fabrikam: 3 plants 400/900. Contoso: one plant 120" is not Fabrikam's alone.
  const heading = anotherHead.test(text) ? undefined : headed.exec(text)?.groups
  if (heading?.name && heading.rest && isName(heading.name) && !noHeads.test(heading.name) && !isKindNoun(lastWord(heading.name)))
    return { stood: turned(stood, heading.name), rest: heading.rest, loosely: true }
  const { name: of } = ofThing.exec(text)?.groups ?? {}
  if (!of || !isName(of) || of.split(' ').some(word => subjectOf(word.toLowerCase()) || bought.test(word))) return undefined
  return { stood: turned(stood, of), rest: text }
}

/** "Fabrikam: 200 and 300", "and for Fabrikam: 4 plants with 200 each", in a talk about the sizes of Contoso. */
const LIST_OF = new RegExp(
  `${lead}(?:for )?(?:${customer})?${name}[:,] (?<rest>\\d(?:[\\d.,k/& ]|and){2,120}|(?:\\d{1,4}|(?!one\\b)(?:${NUMBER_WORD})) (?:${PLACES})\\b.*)$`,
  'us',
)

function ofListOf(stood: Conversation, text: string): Opened | undefined {
  const { name, rest } = (stood.subject && LIST_OF.exec(text)?.groups) || {}
  const isSite = stood.facts.sites?.some(site => site.name?.toLowerCase() === name?.toLowerCase())
  // "Munich: 90" is a site of his.
  const isList = (rest?.match(/\d[\d.,]*/gu)?.length ?? 0) > 1
  if (!name || !rest || !isList || isSite || !isName(name) || noHeads.test(name) || isKindNoun(lastWord(name))) return undefined
  return { stood: turned(stood, name), rest }
}

/** What hangs on the days of one trial or licence. */
export const ofDays: readonly Intent[] = ['extend-trial', 'trial-terms', 'refund-window', 'license-lifecycle', 'set-reminder']

/**
 * The conversation with whom a message names in passing: whose trial or licence it asks about is spoken of from there on. What was told of
 * somebody else is not his.
 */
export function withMentioned(stood: Conversation, { wishes: [{ intent }], band, facts }: Reading, text: string): Conversation {
  const isOfWhom = ofDays.includes(intent) && !facts.sites
  const said = isOfWhom ? (ownerIn(text) ?? (intent === 'set-reminder' && band === 'sure' ? nameIn(text) : undefined)) : undefined
  const owner = said && isName(said) ? said : undefined
  const spokenOf = stood.subject ?? stood.mentioned
  if (owner && spokenOf && isAnother(owner, spokenOf, text)) return turnTo(stood, owner)
  // A day of its own beside one that was told without a name.
  if (owner && !spokenOf && [stood.facts, facts].every(some => dayKeys.some(key => some[key] !== undefined))) return turnTo(stood, owner)
  if (stood.subject) return stood
  if (owner && Object.keys(stood.facts).length === 0 && !stood.supposed) return { ...stood, subject: owner }
  const mentioned = mentionedIn(text)
  return mentioned ? { ...stood, mentioned } : stood
}

/** "Contoso Ltd" is no other one than "Contoso", and who names both speaks of both. */
function isAnother(owner: string, spokenOf: string, text: string): boolean {
  const [one, other] = [owner.toLowerCase(), spokenOf.toLowerCase()]
  const said = text.toLowerCase()
  const before = said.slice(0, Math.max(0, said.indexOf(other)))
  return (!said.includes(other) || inPassing.test(before)) && !other.includes(one)
}

/** Whether words may be the name of a customer or site: none of them describes, or begins a sentence. */
export const isName = (words: string) =>
  isNumberedName(words) ||
  (/^\p{Lu}/u.test(words) && words.split(' ').every(word => !isNoName(word) && !describing.test(word) && !/['’]s$/.test(word)))

/** The conversation as it turns to a name, of which it may be already. */
export function turned(stood: Conversation, said: string): Conversation {
  const name = withoutThing(said)
  if (stood.subject?.toLowerCase() === name.toLowerCase()) return stood
  // Nothing was said of anybody yet.
  if (!stood.subject && Object.keys(stood.facts).length === 0 && !stood.supposed) return { ...stood, subject: name }
  // What was told of the same one in passing is its own.
  if (!stood.subject && stood.mentioned?.toLowerCase() === name.toLowerCase()) return { ...stood, subject: name }
  return turnTo(stood, name)
}

/**
 * Whether a message that begins with a name tells of a licence or trial of that name, or of several sites: of other products there are
 * names as well, and one site may be called so itself.
 */
export const isOfLicence = ({ facts, unclear, wishes, otherProduct }: Reading): boolean =>
  !otherProduct &&
  wishes[0].intent !== 'out-of-scope' &&
  (unclear.length > 0 || dayKeys.some(key => facts[key] !== undefined) || isOfUnnamed(facts.sites))

const isOfUnnamed = (sites: Facts['sites'] = []) => sites.length > 1 && sites.every(({ name, count }) => !name && !count)
