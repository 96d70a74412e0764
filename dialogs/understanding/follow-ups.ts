import type { Intent } from '../../cards/intents.ts'
import type { FactKey, Facts } from '../../rules/facts.ts'
import type { Reading } from '../ports.ts'
import { factsUnder, type Message } from './bare-reading.ts'
import { LENGTH } from './days/lengths.ts'
import { tokensOf } from './entities.ts'
import { readGrowth } from './sites/growth.ts'
import { OWN_GROWTH } from './sites/growth-column.ts'
import { isOfKind } from './sites/partial-growth.ts'
import { readLines } from './text.ts'
import { figureValue } from './tokens.ts'

// What a fragment says only because something was spoken of before.

const otherLength = new RegExp(`^\\W*(?:(?:sorry|no|nope|actually|i meant?|oops|make it|rather)\\W+)+(${LENGTH})\\W*$`, 'i')
/** "Sorry, 3 weeks": the length of time means the end or the start that was spoken of. */
export function withDirection(text: string, asked: FactKey): string {
  const length = otherLength.exec(text)?.[1]
  if (!length) return text
  return asked === 'licenseStart' || asked === 'trialStart' ? `${length} ago` : `in ${length}`
}

/** The facts that only a fragment states: growth of the list in view, a denied extension, a cloud put right, yes or no to a question. */
export function followedUp(text: string, asked: FactKey): Facts {
  const trial = asked === 'trialEnd' || asked === 'trialStart' || asked === 'role' || asked === 'billingAccount'
  return {
    ...growthOf(text, asked),
    ...notExtended(text),
    ...commercial(text),
    ...(trial ? lengthOf(text) : {}),
    ...(asked === 'licenseStart' ? priceOf(text) : {}),
  }
}

/** What is a fact only where its topic is spoken of: growth, a denied extension, a price. */
export function spokenFor(topic: Intent, message: Pick<Message, 'text' | 'at'>): Facts {
  const { text } = message
  if (topic === 'size-license') return growthOf(text, 'sites')
  if (topic === 'extend-trial') return notExtended(text)
  const { price } = topic === 'refund-window' && !text.includes('?') ? factsUnder(topic, message).facts : {}
  return price === undefined ? {} : { price }
}

/** Growth of the list in view. */
function growthOf(text: string, asked: FactKey): Facts {
  if (asked !== 'sites') return {}
  if (NO_GROWTH.test(text)) return { growthPercent: 0 }
  // "Double in Rome" is another site.
  const tokens = tokensOf(readLines(text))
  const { percent, several, at = tokens.findIndex(token => /^doubled?$/u.test(token.text)) } = readGrowth(tokens)
  // "The warehouses double", "Lyon 10% more, Paris 50% more"
  if (several || (at >= 0 && isOfKind(tokens, at))) return {}
  if (/\bdoubled?\b/i.test(text.replace(/\bdouble (?:in|at) \p{Lu}/gu, ''))) return { growthPercent: 100 }
  const bare = /^\W*(?:(?:and|with|add|make it|plus)\s+)*(?:a )?growth\W+(?:of |is )?(\d{1,3})\W*$/i.exec(text)?.[1]
  return percent !== undefined || bare ? { growthPercent: percent ?? Number(bare) } : {}
}

const NO_GROWTH =
  /\b(?:without|no|zero|w\/o|(?:remove|drop|forget|skip|cancel|leave out|leave off|take off)(?: the| that| any)?)(?: \d{1,3} ?%)? growth\b/i

/** Whether a list tells its growth by itself: that of some of its sites, or a column of percentages, is not that of all. */
export const tellsGrowth = (text: string, { facts, unreadable }: Pick<Reading, 'facts' | 'unreadable'>) =>
  unreadable.some(({ why }) => why === OWN_GROWTH) || (facts.sites !== undefined && text.trim().includes('\n'))

function lengthOf(text: string): Facts {
  const days = Number(
    /\b(?:it'?s|it is|for|of|runs|lasts|has|was|got)\b[^.?!]{0,12}?\b(\d{1,3})[ -]days?\b(?! (?:left|remaining|ago|more|to|before|after))/i.exec(
      text,
    )?.[1],
  )
  return days >= 1 && days <= 365 ? { trialDays: days } : {}
}

/** "No, it was 10,000": too large for a day, and no year. */
function priceOf(text: string): Facts {
  const figures = /^\D*(\d[\d.,']*)\D*$/.exec(text)?.[1]?.replace(/[.,']$/, '') ?? ''
  const price = figureValue(figures)
  // What is paid by the month is not the price of the year, and what is counted is no money.
  if (/\b(?:month|quarter|week|devices?\b|machines?\b|assets?\b|endpoints?\b|sensors?\b|plcs?\b|sites?\b|plants?\b)/i.test(text)) return {}
  return price >= 100 && !/^(19|20)\d\d$/.test(figures) ? { price } : {}
}

/** A denied extension, where one was spoken of. */
const notExtended = (text: string): Facts => (/\b(never|not|n['’]?t) (been |yet )?extended?\b/i.test(text) ? { extended: false } : {})
const commercial = (text: string): Facts => (/\bcommercial\b/i.test(text) ? { cloud: 'commercial' } : {})
