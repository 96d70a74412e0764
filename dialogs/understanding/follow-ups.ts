import type { FactKey, Facts } from '../../rules/facts.ts'

// What a fragment says only because something was spoken of before.

/** "Sorry, 3 weeks": the length of time means the end or the start that was spoken of. */
export function withDirection(text: string, asked: FactKey): string {
  const length =
    /^\W*(?:(?:sorry|no|nope|actually|i meant?|oops|make it|rather)\W+)+((?:\d{1,3}|one|two|three|four|five|six|a) (?:days?|weeks?|months?))\W*$/i.exec(
      text,
    )?.[1]
  if (!length) return text
  return asked === 'licenseStart' || asked === 'trialStart' ? `${length} ago` : `in ${length}`
}

/** The facts that only a fragment states: growth of the list in view, a denied extension, a cloud put right, yes or no to a question. */
export function followedUp(text: string, asked: FactKey): Facts {
  return {
    ...growth(text, asked),
    ...notExtended(text),
    ...commercial(text),
    ...(asked === 'otherActiveLicense' ? otherLicense(text) : {}),
  }
}

function growth(text: string, asked: FactKey): Facts {
  if (asked !== 'sites') return {}
  if (/\b(without|no) growth\b/i.test(text)) return { growthPercent: 0 }
  if (/\bdoubled?\b/i.test(text)) return { growthPercent: 100 }
  const percent = /(\d{1,4}(?:[.,]\d{1,2})?)\s?(?:%|percent|per cent)/i.exec(text)?.[1]
  return percent ? { growthPercent: Number(percent.replace(',', '.')) } : {}
}

const notExtended = (text: string): Facts => (/\b(never|not|n't) (been )?extended?\b/i.test(text) ? { extended: false } : {})
const commercial = (text: string): Facts => (/\bcommercial\b/i.test(text) ? { cloud: 'commercial' } : {})

function otherLicense(text: string): Facts {
  const yes = /^\W*(yes|yep|yeah|y|sure|right|correct|true)\W*((we|they|i) (do|have)( another| one)*|another( one)?|there is)?\W*$/i
  const no =
    /^\W*((no|nope|n|none|nah|false)\W*)?((only|just) (this|the|that) one|(we|they|i) (don'?t|have none|do not)( have)?( another| one)*)?\W*$/i
  if (yes.test(text)) return { otherActiveLicense: true }
  return no.test(text) ? { otherActiveLicense: false } : {}
}
