import { ACCOUNT_KINDS, CANCELLING, type Intent, RENEWAL_ON } from '../../cards/intents.ts'
import type { Wish } from '../ports.ts'
import { undoesConversion, undoesRenewal } from './days/renewal-undone.ts'
import { TRIAL } from './days/subject-words.ts'
import { strangersIn } from './other-products.ts'

// What is asked in a few fixed words, whatever the examples make of them: each verb has its own ways, and a wrong guess costs money.

const LEAD = String.raw`^\W*(?:(?:hi|hello|hey|ok|okay|so|and|but|please|pls|sorry|thanks|then|now|well|also|btw|quick question)\W+)*`
const ORDER = `(?:(?:i|we)(?:'d| would)? (?:want|wanna|need|like|wish|have|intend|plan) (?:to )?|let me |let's |help me (?:to )?|(?:can|could) you )?`
const HOW = String.raw`(?:(?:(?:tell|show) (?:me|us) |i wonder |i don't know )?(?:how|where|which way)\b(?! (?:long|much|many|late|soon|often))[^.?!]{0,40}?|(?:what(?:'s| is| are)?|which|give me|list)\W(?:the )?(?:\w+ )?(?:steps?|ways?|process|procedure|best way)\b[^.?!]{0,20}?)`
const CANCEL = String.raw`\b(?:cancel(?:l?ing)?|deactivat(?:e|ing)|terminat(?:e|ing)|get(?:ting)? rid of|end(?:ing)?|close(?: down)?|give up)`
const CANCELLED = '(?:cancel(?:l?ed)|deactivated|terminated|ended)'
const WHICH = `(?:(?:the|my|our|an?|this|that|your|whole|entire|existing|current|paid|annual|yearly|one|site|ot|iot|ms|microsoft|defender(?: for (?:iot|ot))?|d4iot) )*`
const HELD = String.raw`(?:${WHICH}(?:plans?|licen[cs]es?|subscriptions?|subs?)|(?:microsoft )?defender for (?:iot|ot)|d4iot)\b`
const A_TRIAL = String.raw`(?:(?:the|my|our|an?|this|free|running|current|ot|iot|defender(?: for (?:iot|ot))?|d4iot) )*${TRIAL}(?: (?:licen[cs]e|subscription|plan|period|version))?\b`
/** "How do I get rid of the licence warning?" is a fault. */
const ITSELF =
  '(?! (?:errors?|warnings?|messages?|banners?|pop-?ups?|keys?|prompts?|notices?|mails?|e-?mails?|issues?|problems?|limits?|page)\\b)'
const WHERE = String.raw`(?: (?:in|on|from|at|under|via|through|inside|using) (?:the )?(?:azure(?: portal)?|portal|(?:microsoft |m)?365(?: admin cent(?:er|re))?|(?:microsoft 365 )?admin cent(?:er|re)|plans and pricing|defender(?: for (?:iot|ot))?(?: portal)?))*(?: (?:please|pls|now))?\W*$`

/** Every word for that above. */
const ends = /cancel|deactiv|terminat|rid of|\bend|close|give up|stop/i

const cancels = [
  // "How do I cancel my plan?"
  String.raw`${LEAD}${HOW}(?:${CANCEL}|\bstop(?:ping)?) ${HELD}${ITSELF}`,
  String.raw`${LEAD}${HOW}\b${HELD} (?:[\w']+ )?${CANCELLED}\b`,
  // "Deactivate the plan in the Azure portal"
  `${LEAD}${ORDER}(?:cancel|deactivate|terminate) ${HELD}${WHERE}`,
  // "Should I cancel the plan or the licence?"
  String.raw`${CANCEL} (?:both:?,? )?${WHICH}plan,? (?:or|and|vs\.?|or only|and also|as well as|in addition to)(?: also)?(?: ${CANCEL})? ${WHICH}(?:licen[cs]e|subscription)`,
  String.raw`${CANCEL} (?:both:?,? )?${WHICH}(?:licen[cs]e|subscription),? (?:or|and|vs\.?|or only|and also|as well as|in addition to)(?: also)?(?: ${CANCEL})? ${WHICH}plan`,
  String.raw`\b(?:is|are) (?:it enough to )?cancel(?:l?ing)? ${WHICH}(?:plan|licen[cs]e|subscription) (?:alone |only )?enough`,
].map(pattern => new RegExp(pattern, 'i'))
/** Money back, other days, who may do it, the legacy plan, renewal and reminders: each has its own answer. */
const notCancelling =
  /\d|\b(?:refund\w*|money|back|reimburs\w+|credit\w*|repa\w+|returned|fees?|costs?|charged?|legacy|acr|old|committed|migrat\w+|consumption|switch\w*|move|trial|evaluation|poc|pilot|remind\w*|notif\w*|alerts?|track\w*|bought|buy\w*|purchas\w+|order\w*|renew\w*|recurring|at the end|end of|expir\w+|before|after|until|when|ago|just|today|yesterday|weeks?|months?|early|mid-?term|administrators?|(?:global|billing|security) admins?|roles?|who|allowed|permissions?|partner|csp|mistake|data|happens?)\b/i

/** "If I cancel now, do I lose the service at once?": what stops with a cancellation, which an end leaves running for days. */
const cancelling = /\bcancel(?:l?ing|l?ed|s|lation|ation)?\b/i
const stopsWith = /\b(?:service|monitoring|protect\w*|data|grace|30 days|immediately|at once|(?:right|straight) away)\b/i
const notStopping =
  /\b(?:trial|evaluation|poc|pilot|remind\w*|notif\w*|track\w*|refund\w*|money|back|renew\w*|recurring|bought|buy|purchas\w+|ends?|expir\w+|who|legacy|migrat\w+)\b/i
const isAsked = /\?|^\W*(?:(?:and|so|but|if|when)\b[^?]*,\s*)?(?:do|does|will|would|is|are|what|when|how)\b/i

const cancelsTrial = [
  String.raw`${LEAD}${HOW}(?:${CANCEL}|\bstop(?:ping)?) ${A_TRIAL}`,
  String.raw`${LEAD}${ORDER}(?:cancel|deactivate|terminate|end) ${A_TRIAL}(?:[,.;:]? (?:it |which |that )?(?:ends?|expires?|runs (?:out|until)|began|started)\b[\w ./-]{2,30})?${WHERE}`,
].map(pattern => new RegExp(pattern, 'i'))
const notOfTrial = /\b(?:remind\w*|notif\w*|alerts?|track\w*|refund\w*|money|who|roles?|admins?(?! cent)|extend|extension)\b/i

const renewal = '(?:recurring billing|auto(?:matic(?:ally)?)?[ -]?renew(?:al|als|ing)?|renewals?)'
const turnsOn = [
  String.raw`\b(?:turn|switch|put|set|turning|switching)(?: back)? on (?:\w+ ){0,3}?${renewal}\b`,
  String.raw`\b(?:turn|switch|put|set|get|have|turned|switched|start|restart)(?: \w+){0,3}? ${renewal}(?: \w+){0,4}? (?:back on|on|again)\b`,
  String.raw`\b(?:enable|re-?enable|activate|re-?activate|resume|restore)(?: \w+){0,3}? ${renewal}\b`,
].map(pattern => new RegExp(pattern, 'i'))
const notOn =
  /^\W*(?:did|has|have|was|is|who|does)\b|\b(?:off|not|no|never|n't|\w+n['’]?t|stop|avoid|prevent|without|remind\w*|by itself|automatically turn\w*)\b/i

const account = `(?:(?:an?|the) )?(?:mca|mosa|mosp|ea|csp|mpsa|(?:microsoft )?(?:customer|online (?:subscription|services)|enterprise) agreements?|billing accounts?(?: types?| kinds?)?|(?:types?|kinds?) of billing accounts?)`
const accounts = String.raw`${account}(?:(?:\s*(?:,|/|\band\b|\bor\b|\bvs\b\.?|\bversus\b))+\s*${account})*`
const asksAccounts = [
  String.raw`${LEAD}(?:what(?:['’]?s)?(?: (?:is|are|does|do|exactly is))?|explain|define|describe|(?:the )?meaning of|(?:can you )?(?:tell me|explain) what) (?:meant by |the (?:term|abbreviation) )?["']?${accounts}["']?(?: (?:is|are|means?|stands?|for|billing|account|agreement|here|exactly|then|to me))*\W*$`,
  String.raw`\bdifferences? between ${accounts}`,
  String.raw`${LEAD}(?:how|where|which|what)\b[^.?!]{0,40}\bbilling account\b[^.?!]{0,20}\b(?:have|see|find|know|tell|check|ours|mine|belong)\b`,
  String.raw`${LEAD}(?:how|where)\b[^.?!]{0,20}\b(?:see|find|know|tell|check)\b[^.?!]{0,20}\bbilling account\b`,
].map(pattern => new RegExp(pattern, 'i'))
const whichAccountExtends = new RegExp(
  String.raw`${LEAD}(?:which|what)(?: (?:types?|kinds?) of)? billing accounts?\b[^.?!]{0,40}\bexten\w+`,
  'i',
)
const notAboutAccounts = /\b(?:extend|extension|need|must|should|refund|buy|trial)\b/i

const asksLicence = new RegExp(
  String.raw`${LEAD}(?:(?:can you )?(?:tell|show) (?:me|us) )?(?:which|what)(?: kind of| type of| sort of| size of)?(?: (?:(?:site|ot|iot|defender(?: for iot)?) )?(?:licen[cs]es?|sizes?|ones?|tiers?)){1,2}(?: size)?(?: is (?:right|needed|the right one)| (?:do|should|must|would|shall) (?:i|we) (?:need|buy|get|take|order|choose|pick)| (?:i|we) need| to (?:buy|get|take|order|choose))?(?: (?:for (?:us|me|my site|our site|our plant)|now|then|here|please|exactly))*\W*$`,
  'i',
)

const itDevices = '(?:it|non-?ot) (?:devices?|assets?|systems?|endpoints?|machines?|computers?|equipment|laptops?|pcs|servers?)'
const asksOfIt = [
  String.raw`\b(?:need|require|buy|get|pay|licen[cs]\w*)\b[^.?!]{0,30}\b(?:for|to) (?:(?:the|our|my|all|any) )?${itDevices}\b`,
  String.raw`\b${itDevices}\b[^.?!]{0,20}\b(?:need|require|count(?:s|ed)?|includ\w+|licen[cs]\w+|cover\w+|part of)\b`,
  String.raw`\b(?:count|include|licen[cs]e|size|cover)(?: (?:in|also|with|the|our|my|all))* ${itDevices}\b`,
].map(pattern => new RegExp(pattern, 'i'))
/** A question, and of how many there are none. */
const asks = /^\W*(?:(?:and|so|but|also|ok|hi|hello)\W+)*(?:do|does|must|should|are|is|will|would|can|have|has)\b|\?/i
const notOfIt = /\d|\b(?:how|where|who|when|which|what|e[35]|enterprise iot)\b/i

/** "Tell me about ..." asks how a thing is, not to be told of it one day: a thing of ours that is named alone has its own answer. */
const askedAbout = [
  '(?:(?:can|could|would|will) (?:you|u) )?(?:please )?(?:just )?(?:tell (?:me|us)|explain|describe|summari[sz]e|outline|give (?:me|us)|show (?:me|us)|send (?:me|us))(?: to (?:me|us))?',
  "(?:i|we)(?:['’]d| would)? (?:(?:like|want|need|wish) )?(?:to )?(?:know|hear|learn|read|ask|understand)",
  '(?:what|anything)(?: (?:should|must|do|can) (?:i|we) (?:need to )?know)?',
  '(?:any|some|more|further|general)?',
].join('|')
const much = '(?:a (?:bit|little)|more|all|everything|something|anything|details?|info(?:rmation)?|an overview|overview|the basics|basics)'
const about = `(?:(?: ?${much}){0,3} (?:about|on|of|regarding|concerning)|about|regarding|(?<=explain|describe|summari[sz]e|outline|understand|(?:explain|describe) (?:to )?(?:me|us)))`
const ours = '(?: (?:the|an?|this|your|our|my|free|microsoft|ms|defender(?: for (?:iot|ot))?|d4iot|iot|ot|site|paid))*'
const tail = '(?: (?:to (?:me|us)|please|pls|again|here|then|in (?:short|brief|general)|briefly|work|works)){0,3}'
/** "Tell me about my trial, it ends 15 April" */
const ending = String.raw`(?:[,.;:]? (?:it |which |that )?(?:ends?|ended|expires?|runs (?:out|until)|began|started)\b[\w ./-]{2,30})?`

const trials = '(?:trials?|evaluations?)'
const toldAbout = new RegExp(
  `${LEAD}(?:${askedAbout})${about}${ours} (?:${[
    `(?<trial>${trials}(?: (?:licen[cs]es?|periods?|terms?|conditions?|rules?|offers?|versions?))?)${tail}${ending}`,
    `(?<extension>(?:${trials} )?extensions?|extending${ours} ${trials}|(?:${trials} )?extension (?:rules?|process|terms?))${tail}`,
    `(?<refund>refunds?(?: (?:rules?|policy|policies|window|terms?))?)${tail}`,
    `(?<licence>licen[cs](?:es?|ing)(?: (?:terms?|rules?|model))?)${tail}`,
  ].join('|')})\\W*$`,
  'i',
)
const things: readonly (readonly [string, Intent])[] = [
  ['trial', 'trial-terms'],
  ['extension', 'extend-trial'],
  ['refund', 'refund-window'],
  ['licence', 'license-terms'],
]
const someThing = /\b(?:trials?|evaluations?|exten\w+|refunds?|licen[cs]\w+)\b/i

function thingToldAbout(text: string): Omit<Wish, 'sure'> | undefined {
  const found = someThing.test(text) ? toldAbout.exec(text)?.groups : undefined
  const intent = found && things.find(([name]) => found[name])?.[1]
  return intent && { intent }
}

interface Asked {
  readonly wish: Omit<Wish, 'sure'>
  /** Every way has one of these in it: a cheap look before the dear ones. */
  readonly hint: RegExp
  readonly ways: readonly RegExp[]
  readonly also?: RegExp
  readonly not?: RegExp
}

/** Asked of accounts, whatever products are named beside. */
const ofAccounts: Asked = {
  wish: { intent: 'admin-roles', aspect: ACCOUNT_KINDS },
  hint: /account|agreement|mca|mos[ap]|\bea\b|csp|mpsa/i,
  ways: asksAccounts,
  not: notAboutAccounts,
}
const byWords: readonly Asked[] = [
  { wish: { intent: 'stop-renewal', aspect: RENEWAL_ON }, hint: /renew|recurring/i, ways: turnsOn, not: notOn },
  { wish: { intent: 'stop-renewal', aspect: CANCELLING }, hint: ends, ways: cancels, not: notCancelling },
  { wish: { intent: 'stop-renewal', aspect: CANCELLING }, hint: cancelling, ways: [stopsWith], also: isAsked, not: notStopping },
  { wish: { intent: 'count-devices', aspect: 'count-devices' }, hint: /\b(?:it|non-?ot) /i, ways: asksOfIt, also: asks, not: notOfIt },
]
const byWordsAlone: readonly Asked[] = [
  { wish: { intent: 'size-license' }, hint: /which|what/i, ways: [asksLicence] },
  { wish: { intent: 'trial-terms', aspect: 'trial-after' }, hint: ends, ways: cancelsTrial, not: notOfTrial },
]

const isSaid = (text: string, { hint, ways, also, not }: Asked) =>
  hint.test(text) && ways.some(way => way.test(text)) && also?.test(text) !== false && !not?.test(text)

/** Longer messages tell more than such a question. */
const MAX_ASKED = 120

/** The one thing that a short message asks in its own words; undefined for everything else. */
export function askedInWords(text: string, words: readonly string[]): Wish | undefined {
  if (text.length > MAX_ASKED || text.includes('\n')) return undefined
  const said = (rows: readonly Asked[]) => rows.find(row => isSaid(text, row))?.wish
  const ofAccount = whichAccountExtends.test(text) ? ofAccounts.wish : said([ofAccounts])
  if (ofAccount) return { ...ofAccount, sure: 1 }
  if (strangersIn(words).length > 0) return undefined
  const wish =
    said(byWords) ??
    (undoesRenewal(text) || undoesConversion(text) ? ({ intent: 'refund-window' } as const) : said(byWordsAlone)) ??
    thingToldAbout(text)
  return wish && { ...wish, sure: 1 }
}
