import { MONTH } from '../understanding/days/calendar-words.ts'

// What the words beside a number of a change say of it.

export const MORE =
  /\b(?:more|extra|additional|further|gained|gains|on top|in addition|(?:grow|increase|expand|rise)s?(?:\s+each)? by)\b|\b(?:raise|increase|bump)\b[^.;]{0,40}\bby\b|\b(?:another|forgot|missed|left out) (?=\d)|\badd\b.*\bto\b|\bplus \d|\+ ?\d/iu
export const FEWER =
  /\b(?:fewer|less|minus|lost|loses|(?:shrink|drop|fall|decrease)s?(?:\s+each)? by|decommissioned|retired|scrapped|phased out|shut down|switched off|disposed of)\b|\b(?:reduce|lower|cut|decrease)\b[^.;]{0,40}\bby\b|\btake\b[^.;]{0,20}\boff\b|\b(?:remove|take|drop|subtract)\b.*\bfrom\b|- ?\d/iu

/** Dates, prices and sizes of licences are no counts of devices. */
export const OTHER_NUMBERS = new RegExp(
  `\\b(?:${MONTH})\\b|\\d{4}-\\d|[€$£]|\\b(?:trial|licen[cs]e|bought|ends?|expires?|started|euros?|dollars?|paid|costs?)\\b|\\d ?(?:xs|s|m|l|xl)\\b`,
  'iu',
)

const BY = /(?:\b(?:by|another|plus|minus|less|add|times)|(?:^|[\s:(,])[-−+–]|(?<!\d ?)(?:[*×]|\bx(?:\d*[.,])?))\s*(?:about |around )?$/iu
const MORE_OF = /^\s*(?:[x×*](?!\s*\d)|times\b|(?:\p{L}+ )?(?:more|fewer|less|extra|additional|further|new|spare|reserve|off)\b|on top\b)/iu
const PART = /^\s*(?:(?!instead\b|out\b)\p{L}+ )?of (?!them\b)|^\s*of them\b/iu

/** "Of the 900, 200 are ..." */
const BEHIND_WHOLE = /\bof (?:the|those|these|its) \d[\d.,]{0,9}k?(?: \p{L}+){0,3}[, ]{1,2}(?:only |just |about |around )?$/iu

/** "By 100", "+100", "100 new", "3 x", "40 of the", "of the 900, 40": no number that takes the place of another. */
export const isRelative = (text: string, { from, to }: { readonly from: number; readonly to: number }) =>
  BY.test(text.slice(Math.max(0, from - 30), from)) ||
  BEHIND_WHOLE.test(text.slice(Math.max(0, from - 60), from)) ||
  MORE_OF.test(text.slice(to, to + 40)) ||
  PART.test(text.slice(to, to + 40))
