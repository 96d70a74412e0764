// A renewal starts the days for a refund again [M365-CANCEL]: who wants out of one that has been asks for these days, not how to stop the next.

/** In characters; a longer message tells more. */
const MAX_UNDOING = 160

const AUTO = '(?:(?:the|our|my|an?|auto|automatic|annual|yearly|licen[cs]e|subscription)[- ])*'
const DONE = '(?:(?:was|were|got|has|have|had|been|just|already|automatically|us|me) ){0,4}'
const renewed = new RegExp(
  [
    '\\b(?:re-?newed|auto-?renewed)\\b',
    `\\b${AUTO}renew(?:al|als)?(?: (?:invoice|fee|charge|payment))? ${DONE}(?:charged|billed|debited|paid|booked|taken|hit|went|came|happened|kicked in|triggered)\\b`,
    `\\b(?:charged|billed|debited|invoiced|paid)(?: \\w+){0,3}? for (?:the |a |an |our |my )?(?:(?:auto|automatic|annual|yearly)[- ])*(?:renewal|(?:another|new|next|second|third|further|extra) (?:year|term|12 months))\\b`,
    '\\b(?:charged|billed|debited|invoiced|paid)(?: (?:us|me))? (?:another|a new|a second|a further) (?:year|term)\\b',
  ].join('|'),
  'i',
)
/** No renewal that has been. */
const unrenewed =
  /(?:\b(?:not|never|before|until|till|unless|avoid|prevent|stop|be|being|will|would|should|must|to|who|gets?|is)\b|n['’]t)(?: \w+){0,2} (?:auto-?)?re-?newed\b/i
const out = new RegExp(
  [
    '\\b(?:cancel(?:l?ed|l?ing)?|undo|undone|revers\\w+|revok\\w+|return(?:ed)?|refund\\w*|withdraw|rescind|terminate)\\b',
    '\\b(?:get|pull|back|bail|want|way|step)(?: \\w+)? out\\b',
    '\\b(?:it|them|that|this|money|all|something|anything|licen[cs]e|fee|payment|amount|get|give|send|hand) back\\b',
    "\\b(?:do|does|did)(?:n['’]?t| not) (?:\\w+ )?(?:want|need)\\b",
    '\\b(?:no longer|not|never) (?:want|wanted|need|needed)\\b',
    '\\bby (?:mistake|accident)\\b',
  ].join('|'),
  'i',
)
/** What else may be wanted: the next renewal stopped, another answer, something of a trial. */
const otherwise =
  /\b(?:next|future|again|recurring|turn(?:ed|ing)? off|switch(?:ed|ing)? off|disable|remind\w*|notif\w*|track\w*|who|whom|roles?|admins?|size|bigger|smaller|upgrade|downgrade|more devices|data|trials?|poc|pilot|evaluation|extend\w*|when (?:does|will|is)|how long|stop reminding|reminders?|support|maintenance|domain|certificates?|insurance)\b/i

/** "Our licence renewed on 6 March, can we still cancel?", "the auto-renewal was charged yesterday, we want it back" */
export function undoesRenewal(text: string): boolean {
  return text.length <= MAX_UNDOING && renewed.test(text) && out.test(text) && !unrenewed.test(text) && !otherwise.test(text)
}

const converted =
  /\b(?:trial|evaluation|pilot|poc)\b[^.?!]{0,40}\b(?:converted|turned|became|switched|changed|went|moved|rolled)\b[^.?!]{0,25}\b(?:paid|licen[cs]es?|subscription)\b|\b(?:converted|turned|switched|changed|moved|rolled)\b[^.?!]{0,25}\b(?:trial|evaluation|pilot|poc)\b[^.?!]{0,25}\b(?:paid|licen[cs]es?|subscription)\b/i
const unwished = /\b(?:accident\w*|mistake\w*|go(?:ing)? back|unintended|unintentional\w*|wrongly)\b/i
const notYet =
  /\b(?:will|would|if|when|can be|could|avoid|prevent|before|until|how|who|remind\w*|extend\w*|not been|n['’]t been|without losing)\b/i

/** "Our trial was converted to a paid licence yesterday by accident, can we undo that?": what was bought so can be given back. */
export function undoesConversion(text: string): boolean {
  return text.length <= MAX_UNDOING && converted.test(text) && (unwished.test(text) || out.test(text)) && !notYet.test(text)
}
