import { endOfItem } from '../cards/item.ts'
import { endedCard } from '../cards/tracked-lists.ts'
import { endKey, type FactKey, type Facts } from '../rules/facts.ts'
import { answer, nothingSaid } from './answering.ts'
import { bareFact } from './conversation.ts'
import { otherEventIn } from './days/other-event.ts'
import { without } from './known-facts.ts'
import type { Conversation } from './ports.ts'
import { kindIn } from './press.ts'
import { isUnrenewed } from './refund-window.ts'
import { namedIn, spokenOf, withoutName } from './reminders/item-meant.ts'
import { isSameName } from './reminders/tracked.ts'
import { repaired } from './repair.ts'
import { blank, type Outcome, type Scene } from './scene.ts'
import { viewOf } from './topic.ts'
import { topicOf } from './topics.ts'
import { bare } from './understanding/bare-reading.ts'
import { kindNamed } from './understanding/days/subject-words.ts'

// "Sorry, no, we don't", "actually it's not MCA": a fact that was told is not so.

/** Longer messages say more than that. */
const MAX_DENIAL = 80

/** What such a message is answered with; undefined for all others. */
export async function takenBack(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood } = scene
  const { topic, aspect } = stood
  if (!topic || text.length > MAX_DENIAL || /[?\d]/u.test(text)) return undefined
  const kind = await ofOtherKind(scene, text)
  if (kind) return kind
  const other = topic === 'set-reminder' ? undefined : otherEventIn(stood, text, scene.turn.today)
  if (other) {
    const left = { ...scene, stood: { ...stood, facts: other.facts } }
    const asking = { ...left, stood: { ...left.stood, asked: bareFact(topic, other.facts), open: true } }
    return Object.keys(other.said).length > 0
      ? answer(
          left,
          [{ intent: topic, aspect }],
          { ...nothingSaid, said: other.said, followsUp: true },
          { intent: topic, outcome: 'other-event' },
        )
      : repaired(asking, { kind: 'miss', again: true }, bare(topic, 1), { intent: topic, outcome: 'other-event' })
  }
  const denied = deniedIn(stood, text)
  // "No CSP": they buy through it, or just not through it.
  if (!denied && isAccountDenied.test(text) && topicOf(topic)?.facts.includes('billingAccount')) {
    const asking = { ...scene, stood: { ...stood, asked: 'billingAccount' as const, open: true } }
    return repaired(asking, { kind: 'miss', again: true }, bare(topic, 1), { intent: topic, outcome: 'which-account' })
  }
  if (!denied) return undefined
  const [key, said] = denied
  const trace = { intent: topic, outcome: 'taken-back' }
  const left = { ...scene, stood: { ...stood, facts: without(stood.facts, [key]) } }
  // Not to be in one of the government clouds is no word about the others.
  if (key === 'cloud' && !said.cloud)
    return repaired(left, { kind: 'clarify', intent: topic, unclear: { fact: key, text, readings: [] } }, bare(topic, 1), trace)
  const words = key === 'licenseStart' ? { text } : {}
  return answer(left, [{ intent: topic, aspect }], { ...nothingSaid, ...words, said, followsUp: true }, trace)
}

/** The fact that is taken back, and what is so instead. */
function deniedIn({ topic, facts, formerStart }: Conversation, text: string): readonly [FactKey, Facts] | undefined {
  const concerned = topicOf(topic)?.facts ?? []
  const { otherActiveLicense, extended, billingAccount, cloud, licenseStart } = facts
  const isOf = (key: FactKey) => concerned.includes(key)
  if (isOf('otherActiveLicense') && otherActiveLicense !== undefined && (otherActiveLicense ? hasNoOther : hasOther).test(text))
    return ['otherActiveLicense', { otherActiveLicense: !otherActiveLicense }]
  if (isOf('extended') && extended && wasNotExtended.test(text)) return ['extended', { extended: false }]
  if (isOf('billingAccount') && billingAccount && deniesNamed(text, accountNames, billingAccount)) return ['billingAccount', {}]
  if (isOf('cloud') && cloud && cloud !== 'commercial') {
    if (isNoGovernment.test(text) && !/\b(?:gcc|dod|azure)\b/iu.test(text)) return ['cloud', { cloud: 'commercial' }]
    if (deniesNamed(text, cloudNames, cloud)) return ['cloud', {}]
  }
  // The term began with a renewal that there was none of.
  const isRenewal = formerStart && licenseStart && formerStart < licenseStart && formerStart.slice(4) === licenseStart.slice(4)
  return isOf('licenseStart') && isRenewal && isUnrenewed(text) ? ['licenseStart', { licenseStart: formerStart }] : undefined
}

const lead = '^\\W*(?:(?:sorry|oops|wait|but|and|correction|my mistake|my bad|i was wrong|actually|in fact|really)\\W+){0,4}'
const one = '(?: (?:one|any|none|another|another one|any other|any other one|a second|a second one|others?|any others))?'
const not = "(?: not|n['’]?t)"

/** "No we don't", "I meant no", "that one expired too". */
const hasNoOther = new RegExp(
  `${lead}(?:(?:no|nope|nah)\\W+)?(?:(?:i|we|they) (?:do|have|did)${not}(?: have| got| own)?${one}(?: (?:active |valid )?licen[cs]es?)?(?: any ?more| at all)?|(?:i|we) (?:meant?|should have said) no|there(?: is|['’]s|is)(?:${not}| none| no other)${one}|(?:only|just) (?:this|the|that) (?:one|licen[cs]e)|(?:that one|(?:the|that) other(?: one| licen[cs]e)?)(?:['’]s| has| is| was)? (?:\\p{L}+ )?(?:not active|inactive|expired|ended|over|gone|lapsed|cancelled|ran out)\\b[^.]{0,40}|(?:that one(?:['’]s| is)? )?(?:not|no longer|isn['’]?t) active(?: any ?more)?)(?:\\W+(?:sorry|actually|my mistake))?\\W*$`,
  'iu',
)
/** "Sorry, we do have another one". */
const hasOther = new RegExp(
  `${lead}(?:(?:yes|yep|yeah|no)\\W+)?(?:(?:i|we|they) (?:do(?: have)?|have)(?: another| another one| a second one| one)(?: active)?(?: licen[cs]e)?|(?:i|we) do|(?:i|we) (?:meant?|should have said) yes|there is(?: one| another(?: one)?))\\W*$`,
  'iu',
)
/** "We didn't extend it yet", "no, not yet"; "we can't extend it" is something else. */
const wasNotExtended = new RegExp(
  `${lead}(?:(?:no|nope)\\W+)?(?:(?:it|we|they|that|i|the trial)? ?(?:was|were|has|have|had|did)${not}(?: (?:been|yet|really|actually|ever)){0,2}(?: extend(?:ed)?(?: it| the trial)?)?(?: yet| at all| so far)?|(?:it|we|i|they) never (?:did|was|extended)(?: it| extended)?|not (?:yet )?extended(?: yet)?|not yet)\\W*$`,
  'iu',
)
const isNoGovernment =
  /(?:\b(?:not|no|never)|n['’]?t)(?: (?:really|actually|in|on|an?|the|part of|with|from|at|any)){0,3} (?:us )?(?:government|gov|governmental|federal|public sector)\b/iu

const accountNames: Readonly<Record<string, string>> = {
  MCA: 'mca|(?:microsoft )?customer agreement',
  MOSA: 'mos[ap]|(?:microsoft )?online (?:services|subscription) agreement',
  EA: 'ea|enterprise agreement',
  CSP: 'csp|cloud solution provider|partner|reseller',
}
const isAccountDenied = new RegExp(`^\\W*(?:no|not) (?:an? )?(?:${Object.values(accountNames).join('|')})\\W*$`, 'iu')
const cloudNames: Readonly<Record<string, string>> = {
  gcc: 'gcc(?![- ]?h)',
  'gcc-high': 'gcc[- ]?high',
  dod: 'dod',
  'azure-government': 'azure gov(?:ernment)?',
  commercial: 'commercial',
}

/** "Not MCA" of the one that was told, with no other one in its place. */
function deniesNamed(text: string, names: Readonly<Record<string, string>>, told: string): boolean {
  const own = names[told]
  const isNamed = (name: string) => new RegExp(`\\b(?:${name})\\b`, 'iu').test(text)
  if (!own || Object.entries(names).some(([key, name]) => key !== told && isNamed(name))) return false
  return new RegExp(
    `(?:\\b(?:not|no|never)|n['’]?t)(?: (?:really|actually|in|on|an?|the|our|have|using|under|part of|with|from|through|at|any)){0,3} (?:${own})\\b`,
    'iu',
  ).test(text)
}

const corrects = /\b(?:it|its|it['’]s|that['’]?s?|this|mean|meant|no|not|sorry|actually|is|was)\b/iu

/** "Sorry, it's a licence, not a trial", of what is tracked: its end is that of the other kind, and nobody is reminded of the former. */
async function ofOtherKind(scene: Scene, text: string): Promise<Outcome | undefined> {
  const { stood, turn, desk, here } = scene
  if (stood.topic !== 'set-reminder' || !kindNamed(text) || !corrects.test(text)) return undefined
  const all = await here.tracked()
  const [named, another] = namedIn(all, text)
  const { kind: former, name = '' } = named && !another ? spokenOf(named.tracked) : (stood.reminding ?? {})
  const kind = kindIn(withoutName(text, name).replace(/\b(?:the )?it one\b|\bthe it\b/i, 'it'))
  if (!former || !kind || kind === former) return undefined
  const tracked = all.map(each => each.tracked).find(each => each.kind === former && isSameName(each.name, name))
  const end = tracked && endOfItem(tracked)
  const facts = without(stood.facts, ['kind', 'trialEnd', 'trialStart', 'licenseStart', 'licenseEnd'])
  const left = { ...scene, stood: { ...stood, facts, reminding: { ...stood.reminding, kind } } }
  const said = { kind, ...(end ? { [endKey(kind)]: end } : {}) }
  const reminding = { kind, ...(name ? { name } : {}), ...(tracked?.ownDays.length ? { days: tracked.ownDays } : {}) }
  const trace = { intent: stood.topic, outcome: 'kind' }
  const outcome = await answer(left, [{ intent: stood.topic }], { ...nothingSaid, said, followsUp: true, reminding }, trace)
  if (!tracked || outcome.kept?.open || outcome.answer.reply.kind !== 'cards') return outcome
  const ended = await desk.store.end(turn.thread.key, tracked, 'stopped')
  if (!ended) return outcome
  const [first, ...others] = outcome.answer.reply.cards
  const cards = [first, ...others, endedCard([ended], viewOf(blank(left, 'stop-reminders')))] as const
  return { ...outcome, answer: { ...outcome.answer, reply: { kind: 'cards', cards } }, acted: true }
}
