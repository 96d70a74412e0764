import { MONTH_BEGUN } from './days/calendar-words.ts'
import { NUMBER_WORD } from './number-words.ts'

// Words that carry no wish of their own: an answer or a correction is made of them and a value.
const small = new Set(
  `a an and about again actually also around as at be been but by change correct correction date devices device did do does end ended ending ends exactly expire expired expires expiring finish finishes for
  from global going guess believe probably perhaps uh um er ah had has have hm hmm how i i'm if im in instead is isn't it it'll it's its it'd just let like long make makes maybe mean meant move my no nope not now of oh ok okay on one only oops or our out
  over plus rather really right run runs said say sites site so sorry start started starts suppose supposed supposing that that's thats the their then there these they think this till to total until us use was wasn't we we're well
  were what when which with would wrong yeah yep yes you zask admin administrator role account billing agreement know bought purchased ordered activated began begins growth grow more per each every day days week weeks
  month months year years left remaining ago ahead before after tomorrow yesterday today monday tuesday wednesday thursday friday saturday sunday next last coming about approx roughly maybe same never extended extend already another none only just percent double stop cancel x my mistake fortnight fortnights prior earlier later than following few several some shortly accounts they their customer they're been wait without commercial gcc everything grows all by`
    .split(/\s+/)
    .filter(Boolean),
)
const values =
  /^(z(date|num|money|percent)|\d+x\d+|ot|iot|mca|mosa|ea|csp|gcc|dod|high|microsoft|customer|online|subscription|enterprise|partner|reseller|security|reader|owner|contributor|user|member|\d+(st|nd|rd|th)|((twenty|thirty)-?)?(first|second|third|fifth|ninth)|twelfth|twentieth|thirtieth)$/
const calendar = new RegExp(`^(?:${MONTH_BEGUN}|${NUMBER_WORD}|hundred|thousand|dozen)\\w*$`)

/** Whether a message is only a value with small words around it: it means what was spoken of before. */
export function isFragment(words: readonly string[]): boolean {
  return words.length <= 16 && words.every(word => small.has(word) || values.test(word) || calendar.test(word))
}

/** Whether it only supposes what it says ("what if it ended on ..."). */
export const isHypothetical = (text: string) =>
  /\b(what if|and if|if it|suppos\w+|(?<!\b(?:we|they) )were|if (?:we|they) were|would|had it|imagine|say it)\b/i.test(text)
