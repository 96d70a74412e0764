import { CANCELLING, type Intent } from '../cards/intents.ts'
import type { Wanted } from './answering.ts'
import { LEAD } from './openers.ts'
import { isUnknown } from './phrases.ts'
import type { Conversation } from './ports.ts'

// A question of a few words about the answer just given: "how do I do that?", "which portal?", "by when?"

/** Longer ones, in characters, say themselves what they are about. */
const MAX_CHARS = 60

const who = '(?:i|we|you|one)'
const that = '(?:that|it|this|so|them)'
const tail = String.raw`(?: (?:exactly|then|now|please|again|anyway|actually|instead)){0,2}\W*$`
const phrase = (...ways: readonly string[]) => new RegExp(`${LEAD}(?:${ways.join('|')})${tail}`, 'i')

const howOrWhere = phrase(
  'how|where',
  `(?:how|where)(?: exactly)? (?:do|does|can|could|would|should|must) ${who} (?:do|get|ask for|request|apply for|go for|go about|start) ${that}`,
  `(?:where|how)(?: exactly)? (?:do|can|should|would|must) ${who} (?:ask|go|click|apply|start|do ${that})`,
  '(?:in |on |at |from |through |via )?(?:which|what) (?:portal|page|website|web page|menu|tool|admin cent(?:er|re))(?: (?:is|would|was) (?:that|it)(?: in| be)?)?',
  `(?:in |on |at )?(?:which|what) (?:portal|page|website|menu|tool) (?:do|can|should|would) ${who} (?:do ${that}|use|go to|need)`,
  `what (?:exactly )?(?:do|must|should) ${who} (?:click|press|click on)`,
)
const byWhen = phrase(
  '(?:by|until|till?|up to) when|when exactly|(?:for )?how long',
  `(?:by |until )?when(?: exactly)? (?:do|must|should|can|could) ${who} (?:have to |need to )?(?:do|ask|act|apply|request)(?: for)?(?: ${that})?(?: by| at the latest)?`,
  `how (?:long|much time|many days)(?: (?:do|have))? ${who}(?: still)? (?:have|got)(?: left)?(?: (?:for|to do) ${that})?`,
  `(?:what|when)(?: is|['’]?s) the (?:deadline|(?:last|latest|final) (?:possible )?(?:day|date|moment|time)|cut-?off)(?: for ${that})?`,
  '(?:the )?(?:last|latest|final) possible (?:day|date|moment|time)|(?:the )?latest (?:day|date)',
  '(?:by |until )?when(?: is (?:that|it))? at the latest|at the latest when',
  'how (?:much time|many days)(?: (?:is|are) (?:there )?(?:still )?left)?',
)
/** Asked of an extension; the answer to it is where its length would be. */
const howMuchLonger = phrase(
  `how (?:many|much|long)(?: (?:more|extra|longer|further))?(?: (?:days|weeks|time))?(?: (?:do|would|will|can|could|should|may) ${who} (?:still )?(?:get|gain|have|add)| (?:does|would|will) (?:${that}|an? extension|the extension) (?:be|give|add|bring|last|take))(?: (?:us|me))?(?: (?:more|extra|for ${that}|with ${that}|by ${that}|from ${that}|if we extend|with an extension))?`,
  '(?:by|for) how (?:many (?:more )?days|much|much longer)',
)
const howMuch = phrase(`how much(?: money)?(?: (?:do|would|will|can|could|should) ${who} (?:get|receive|see))?(?: back)?`)
const howCancelled = phrase(
  `(?:how|where)(?: exactly)? (?:do|does|can|could|should|must) ${who} (?:cancel|return|give back|hand back)(?: ${that})?(?: back)?`,
)
const whereFound = phrase(
  `(?:how|where) (?:do|can|could|would|should) ${who} (?:find|see|look|check|get|know|tell|learn)(?: (?:out|up))?(?: (?:${that}|the day|the date|that day|that date))?(?: (?:out|up))?`,
  'where (?:is|would) (?:that|it|the date|the day)(?: be)? (?:shown|written|listed|found)',
)
/** "Does the service stop then?", "is it gone at once if I cancel?", asked of a licence that may be given back: its end is not meant. */
const stopsThen =
  /\b(?:stops?|service|monitoring|protect\w*|works?|runs?|running|data|alerts?|grace|30 days|lose|lost|gone)\b[^.!]*\b(?:then|(?:if|when|after|once) (?:i|we) cancel\w*|immediately|at once|(?:right|straight) away)\b|^\W*(?:(?:and|so|ok|but)\W+)*when (?:does|will|would) (?:the |our )?(?:service|monitoring|it|everything) stop\W*$/i
/** "So what now?", said of an answer that says what to do. */
const whatNext = phrase(
  'what now|now what|and now|what next|next steps?',
  `what (?:exactly )?(?:should|do|does|can|could|must|would) (?:i|we|they|he|she|one|(?:the|my|our) (?:customer|client|admin)) do(?: now| then| next| about (?:it|that|this))?`,
  `what(?: are|['’]?re)? (?:my|our|their|the) (?:options|next steps?)`,
)

const ruled: readonly (Intent | undefined)[] = ['extend-trial', 'refund-window', 'license-lifecycle', 'size-license']

/** What such a question asks for, and what of the conversation it is asked in; undefined for every other message. */
export function goneInto(stood: Conversation, text: string): { readonly wanted: Wanted; readonly stood: Conversation } | undefined {
  const { topic, aspect, told, asked, open, declined } = stood
  if (!topic || text.length > MAX_CHARS || !ruled.includes(topic) || told?.intent !== topic) return undefined
  const same = { intent: topic, aspect }
  // Who asks where the missing fact is to be found doesn't know it; the answer without it says where.
  if (whereFound.test(text) || (!asked && isUnknown(text) && !/\d/.test(text))) {
    if (open && asked) return { wanted: same, stood: { ...stood, declined: [...declined, asked] } }
    return declined.length > 0 ? { wanted: same, stood } : undefined
  }
  const mayGoBack = topic === 'refund-window' && !open && told.codes.includes('within-refund-days')
  if (mayGoBack && stopsThen.test(text)) return { wanted: same, stood }
  const isNext = whatNext.test(text)
  if (topic === 'size-license')
    return isNext || howOrWhere.test(text) ? { wanted: { intent: 'buy-license', aspect: 'buy' }, stood } : undefined
  if (isNext || byWhen.test(text) || (topic === 'extend-trial' && howMuchLonger.test(text))) return { wanted: same, stood }
  if (topic === 'refund-window' && howMuch.test(text)) return { wanted: same, stood }
  if (topic !== 'extend-trial' && howCancelled.test(text)) return { wanted: { intent: 'stop-renewal', aspect: CANCELLING }, stood }
  if (!howOrWhere.test(text)) return undefined
  // The links of the other answers say where; money back comes with a cancellation.
  return { wanted: mayGoBack ? { intent: 'stop-renewal', aspect: CANCELLING } : same, stood }
}
