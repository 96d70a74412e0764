import { MAX_PHRASE } from '../phrases.ts'
import { THING } from '../understanding/days/subject-words.ts'
import { type Chosen, chosenIn } from './chosen-items.ts'
import { REMINDER } from './reminding.ts'
import type { Followed } from './tracked.ts'

// What shall stop of what is tracked, and what shall go on: "stop everything but Berlin", "don't stop Lyon", "stop Porto, not Lyon".

const lead =
  "^\\W*(?:(?:please|no|ok(?:ay)?|actually|oh|hm+|sorry|well|wait|and|but|so|i|we|you|thanks|thank you|great|good|perfect|can you|could you|would you|let's|just)\\W+)*"
const ends = '(?:stop|untrack|cancel|drop|delete|remove|end|forget)'
const goesOn = [
  `(?:don't|do not|never|didn't want(?: you)? to|not|rather not|won't|will not|shouldn't|should not|must not|mustn't)(?: ever| want(?: you)? to| yet| you| please)* ${ends}`,
  '(?:keep|retain)(?: only| on)?',
  'except(?:ing)?(?: for)?',
  'but(?: not| for)?',
  '(?:apart|aside) from',
  'other than|besides|save for|excluding|without|leave|not',
].join('|')
const marks = new RegExp(`\\b(?:(?<on>${goesOn})|(?<off>${ends}))\\b`.replaceAll("'", "['’]"), 'gi')
const leads = new RegExp(lead.replaceAll("'", "['’]"), 'i')
const rest = /\b(?:rest|others?|else)\b/i
/** What goes on without being named. */
const allTheRest = /^\W*(?:all )?(?:the |of the )*(?:rest|others?)\W*$/i
/** "Cancel the trial" is said of the trial itself. */
const weak = /^(?:cancel|end|forget)$/i
/** In a talk about sites, "remove Lyon" is said of the site. */
const strong = /\b(?:stop|untrack)$/i
const keeping = new RegExp(`^(?:keep|retain)|${ends}$`, 'i')
const ofReminders = new RegExp(`\\b(?:${REMINDER}|remind(?:ing)?s?|messages?|tracking|untrack)\\b`, 'i')

/** What stands beside "stop" and "keep" and names nothing. */
const isOnlyAround = (words: string) => onlyAround.test(words)
const onlyAround = new RegExp(
  `^\\W*(?:(?:the|my|our|all|of|it|this|that|them|these|those|${REMINDER}|tracking|reminding|sending|to|remind|warn|tell|me|us|about|ones?|please|right|ok|yet|now|on)\\b\\W*)*$`,
  'i',
)

/** Whether a message speaks of reminders. */
export const isOfReminders = (text: string) => ofReminders.test(text)

/** "Stop it", "please delete all of them": it names nothing that may be something else. */
export const stopsWhatIsSpokenOf = (text: string) =>
  text.length <= MAX_PHRASE &&
  isOnlyAround(
    text
      .replace(leads, '')
      .replace(
        new RegExp(
          `\\b(?:${ends}|off|all|every(?:thing| one)?|any ?more|any(?:thing)?|both|again|thanks?|you|${THING}|(?:don['’]?t|do not) (?:track|watch)|from (?:the|my|your) (?:list|reminders)|unsubscribe|quiet|leave me alone)\\b`,
          'gi',
        ),
        ' ',
      ),
  )

/** What a message wants stopped, or not stopped; `ask` where words leave open which. `plain` where nothing else can be meant, whatever is talked about. */
export interface Stopping {
  readonly kind: 'stop' | 'keep' | 'ask'
  readonly items: readonly Followed[]
  readonly plain: boolean
}

/** Undefined where a message says no such thing, or chooses by none of what is tracked. */
export function stoppingIn(all: readonly Followed[], text: string): Stopping | undefined {
  const said = text.length > MAX_PHRASE ? '' : text.replace(leads, '')
  const found = [...said.matchAll(marks)]
  if (found[0]?.index !== 0) return undefined
  const parts = found.map(({ 0: mark, groups, index }, at) => ({
    mark,
    stops: groups?.off !== undefined,
    words: said.slice(index + mark.length, found[at + 1]?.index),
  }))
  const [off, on] = [parts.filter(({ stops }) => stops), parts.filter(({ stops }) => !stops)]
  const kept = on.map(({ words }) => words).filter(words => words.trim() !== '' && !allTheRest.test(words))
  const spared = kept.length > 0 ? chosenIn(all, kept.join(', ')) : undefined
  const ofThem = ofReminders.test(said)
  const plain = ofThem || (parts.some(({ mark }) => strong.test(mark)) && (spared ?? chosenIn(all, parts[0]?.words ?? ''))?.byName === true)
  const told =
    off.length === 0 ? going(all, parts[0], spared) : stopped(all, off.map(({ words }) => words).join(', '), kept.length > 0, spared)
  const isOfLicence = !ofThem && !told?.byName && off.length > 0 && off.every(({ mark }) => weak.test(mark))
  return told && !isOfLicence ? { kind: told.kind, items: told.items.length > 0 ? told.items : all, plain } : undefined
}

type Told = Omit<Stopping, 'plain'> & { readonly byName: boolean }

function stopped(all: readonly Followed[], words: string, spares: boolean, spared: Chosen | undefined): Told | undefined {
  const isRest = rest.test(words)
  const chosen = isRest || (spares && isOnlyAround(words)) ? { items: all, sure: true, byName: false } : chosenIn(all, words)
  const byName = chosen?.byName === true || spared?.byName === true
  // What shall go on must be known before anything stops.
  if ((spares || isRest) && !spared) return chosen && { kind: 'ask', items: all, byName }
  if (!chosen) return undefined
  const items = chosen.items.filter(item => !spared?.items.includes(item))
  return { kind: chosen.sure && items.length > 0 ? 'stop' : 'ask', items, byName }
}

/** "Don't stop", "keep Lyon", "keep only Lyon". */
function going(
  all: readonly Followed[],
  { mark, words }: { readonly mark: string; readonly words: string } = { mark: '', words: '' },
  spared: Chosen | undefined,
): Told | undefined {
  if (!keeping.test(mark)) return undefined
  const byName = spared?.byName === true
  if (/only$/i.test(mark) && byName) {
    const others = all.filter(item => !spared.items.includes(item))
    return { kind: others.length > 0 ? 'stop' : 'keep', items: others, byName }
  }
  return spared || isOnlyAround(words) ? { kind: 'keep', items: spared?.items ?? all, byName } : undefined
}

/** "Don't forget Lyon", which stops nothing. */
export const isNotToForget = (text: string) =>
  text.length <= MAX_PHRASE && /(?:\b(?:not|never|dont|wont)|n['’]t)\b(?: \w+){0,2} forget\b/i.test(text)

/** "How do I stop reminders?", "should I?": asked before it is done. "Can you stop them?" is no question. */
export const asksOfStopping = (text: string) =>
  /^\W*(?:(?:and|so|but|ok(?:ay)?|please|hi|hello|hey|sorry|well)\W+)*(?:how|why|when|where|what|who|should|must|may|do|does|did|is|are|(?:can|could) (?:i|we|one|they))\b(?!['’])/i.test(
    text,
  )

/** "Stop reminders when it's extended", "if we buy": not now. */
export const isOnCondition = (text: string) =>
  /\b(?:stop\w*|end|cancel\w*|untrack|turn\w*|switch\w*|remov\w+|delet\w+|drop|quit|remind\w*)\b.*\b(?:if|when|once|whenever|unless|as soon as|after|in case|provided)\b/i.test(
    text,
  )
