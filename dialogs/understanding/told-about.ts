import type { Wish } from '../ports.ts'

// "Tell me about ..." asks how a thing is, not to be told of it one day: a thing of ours that is named alone has its own answer.

const lead = String.raw`^\W*(?:(?:hi|hello|hey|ok|okay|so|and|but|please|pls|sorry|thanks|then|now|well|also|btw)\W+){0,4}`
const asks = [
  '(?:(?:can|could|would|will) (?:you|u) )?(?:please )?(?:just )?(?:tell (?:me|us)|explain|describe|summari[sz]e|outline|give (?:me|us)|show (?:me|us)|send (?:me|us))(?: to (?:me|us))?',
  "(?:i|we)(?:['’]d| would)? (?:(?:like|want|need|wish) )?(?:to )?(?:know|hear|learn|read|ask|understand)",
  '(?:what|anything)(?: (?:should|must|do|can) (?:i|we) (?:need to )?know)?',
  '(?:any|some|more|further|general)?',
].join('|')
const how = '(?:a (?:bit|little)|more|all|everything|something|anything|details?|info(?:rmation)?|an overview|overview|the basics|basics)'
const about = `(?:(?: ?${how}){0,3} (?:about|on|of|regarding|concerning)|about|regarding|(?<=explain|describe|summari[sz]e|outline|understand|(?:explain|describe) (?:to )?(?:me|us)))`
const which = '(?: (?:the|an?|this|your|our|my|free|microsoft|ms|defender(?: for (?:iot|ot))?|d4iot|iot|ot|site|paid))*'
const tail = '(?: (?:to (?:me|us)|please|pls|again|here|then|in (?:short|brief|general)|briefly|work|works)){0,3}'
/** "Tell me about my trial, it ends 15 April" */
const ending = String.raw`(?:[,.;:]? (?:it |which |that )?(?:ends?|ended|expires?|runs (?:out|until)|began|started)\b[\w ./-]{2,30})?`

const askedAbout = (things: string, more = '') => new RegExp(`${lead}(?:${asks})${about}${which} (?:${things})${tail}${more}\\W*$`, 'i')
const trial = '(?:trials?|evaluations?)'

const told: readonly (readonly [RegExp, Wish])[] = [
  [
    askedAbout(`${trial}(?: (?:licen[cs]es?|periods?|terms?|conditions?|rules?|offers?|versions?))?`, ending),
    { intent: 'trial-terms', sure: 1 },
  ],
  [
    askedAbout(`(?:${trial} )?extensions?|extending${which} ${trial}|(?:${trial} )?extension (?:rules?|process|terms?)`),
    { intent: 'extend-trial', sure: 1 },
  ],
  [askedAbout('refunds?(?: (?:rules?|policy|policies|window|terms?))?'), { intent: 'refund-window', sure: 1 }],
  [askedAbout('licen[cs](?:es?|ing)(?: (?:terms?|rules?|model))?'), { intent: 'license-terms', sure: 1 }],
]
const someThing = /\b(?:trials?|evaluations?|exten\w+|refunds?|licen[cs]\w+)\b/i

/** What a message that asks to be told about one thing of ours asks; undefined for every other. */
export function toldAbout(text: string): Wish | undefined {
  return someThing.test(text) ? told.find(([pattern]) => pattern.test(text))?.[1] : undefined
}
