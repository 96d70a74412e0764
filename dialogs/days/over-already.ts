import { MAX_PHRASE } from '../phrases.ts'
import { THING } from '../understanding/days/subject-words.ts'

const OVER = '(?:expired|ended|lapsed|(?:ran|run) out|over|finished|terminated|overdue|dead|up)'
const told = new RegExp(
  `\\b(?:has|have|had|is|are|was|were|just|already|it|${THING}|term|one|ours|'s|'ve)(?: (?:now|just|already|been|recently|long|sadly))* ${OVER}(?! (?:there|here|to|until|till|for)\\b)`,
  'i',
)
/** What is asked in general, or lies ahead ("what happens when it has expired?", "will it be over?"), is not told. */
const general =
  /\b(?:if|when|once|after|before|until|unless|whether|suppose|will|would|gets?|be|not|never|nearly|almost|soon|about to|an?|any|every)\b[^.;\n]*$|n't\b[^.;\n]*$/i

/** Whether a message tells that a trial or licence is over already: the day asked for is one that lies behind. */
export function isToldAsOver(text: string | undefined): boolean {
  const match = text === undefined || text.length > MAX_PHRASE ? undefined : told.exec(text)
  return match ? !general.test(match.input.slice(0, match.index)) : false
}
