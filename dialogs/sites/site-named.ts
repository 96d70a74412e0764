import { orderAsRoom } from '../../cards/size-license.ts'
import { decide } from '../../rules/decide.ts'
import { sizeLicense } from '../../rules/size-license.ts'
import { isQuestion } from '../phrases.ts'
import type { Conversation, Reading } from '../ports.ts'
import { blank, type Scene } from '../scene.ts'
import { isNoSubject } from '../subjects.ts'
import { pick, viewOf } from '../topic.ts'
import { isPlaceName } from '../understanding/sites/names-without-count.ts'
import { PLACE } from '../understanding/sites/site-words.ts'
import { changeIn } from './site-changes.ts'

// A message that only names a site, in a talk about sizes: "Leeds", "Porto?", "how much room is left in Bruges?"

const MAX = 100
const ALONE = new RegExp(
  `^\\W*(?:(?:and|so|ok|only|just|it['’]?s|that['’]?s|for|in|at|our|the|${PLACE})\\s+)*(?<name>\\p{Lu}[\\p{L}\\p{M}'’-]+(?: \\p{Lu}?[\\p{L}\\p{M}'’-]+){0,2}?)(?: (?:${PLACE}|please|pls))?(?<asks>\\s*\\?)?\\W*$`,
  'u',
)

/** "Add leeds": a further one, whatever it is written like. */
const ADDING = new RegExp(
  `^\\W*(?:(?:and|also|ok|please|can you|now|then)\\W+)*(?:add|plus|include|do(?:n['’]?t| not) forget(?: about)?)\\s+(?:the |our )?(?<name>\\p{L}[\\p{L}\\p{M}'’-]{2,}(?: \\p{Lu}[\\p{L}\\p{M}'’-]+){0,2})(?: (?:too|also|as well|${PLACE}|please|pls|to (?:it|that|the list)))*\\W*$`,
  'iu',
)
const NO_NAME =
  /^(?:it|them|that|this|these|those|growth|reserve|ones?|some|an|the|all|everything|reminders?|tax|vat|sensors?|headroom|capacity|text|names?|numbers?|support|options?|lines?|columns?|another|half|double)\b/iu

/** What is asked of a site that is sized: "which licence does Porto need?" */
const ASKING = new RegExp(
  `^(?:and|so|ok|what|which|how|many|much|about|is|are|does|do|did|need|needs|get|gets|have|has|for|in|at|of|the|our|a|${PLACE}|licen[cs]es?|sizes?|sized|devices?|one|it|there|then|again|please|pls|s)$`,
  'iu',
)

/** The site that such a message names; undefined for all others. */
export function siteNamed({ topic, open, asked, facts }: Conversation, { band, facts: said }: Reading, text: string): string | undefined {
  if (topic !== 'size-license' || text.length > MAX || /\d/u.test(text) || said.sites) return undefined
  if (facts.sites) return askedInList(facts.sites, text) ?? (band === 'sure' ? undefined : (aloneIn(text, true) ?? addedIn(text)))
  return open && asked === 'sites' && band !== 'sure' ? aloneIn(text, false) : undefined
}

function aloneIn(text: string, asking: boolean): string | undefined {
  const { name, asks } = ALONE.exec(text)?.groups ?? {}
  if (!name || isNoSubject(name) || !isPlaceName(name) || (asking && !asks)) return undefined
  return name
}

function addedIn(text: string): string | undefined {
  const { name } = ADDING.exec(text)?.groups ?? {}
  return name && !NO_NAME.test(name) && !isNoSubject(name) && isPlaceName(name) ? name : undefined
}

/** The one site of the list in view that is asked about. */
function askedInList(sites: NonNullable<Conversation['facts']['sites']>, text: string): string | undefined {
  const [mention, another] = changeIn(sites, text)?.mentions ?? []
  const [site, other] = mention?.sites ?? []
  if (!mention || another || !site?.name || other) return undefined
  const words = `${text.slice(0, mention.from)} ${text.slice(mention.to)}`.split(/[^\p{L}]+/u).filter(word => word !== '')
  return words.length === 0 || (isQuestion(text) && words.every(word => ASKING.test(word))) ? site.name : undefined
}

const ROOM =
  /\b(?:head ?room|room|spare|slack|buffer|capacity|space)\b.*\b(?:left|free|remain\w*|have|has|there|in|at)\b|\b(?:left|free|remaining|spare|much|any) (?:head ?room|room|slack|buffer|capacity|space)\b|\bhow (?:many|much) more\b.*\b(?:can|could|fit|add|go|before|until|take)\b|\bhow (?:full|close)\b/iu

/** "How much room is left in Bruges?": what the licences of the sites in view still cover; undefined for everything else. */
export function roomIn(scene: Scene, text: string): string | undefined {
  const { topic, open, facts, supposed } = scene.stood
  if (topic !== 'size-license' || open || text.length > MAX || /\d|\b(?:trial|price|cost)\b/iu.test(text) || !ROOM.test(text))
    return undefined
  const known = pick({ ...facts, ...supposed }, sizeLicense.facts)
  const { sites = [] } = known
  const meant = changeIn(sites, text)?.mentions.flatMap(mention => mention.sites) ?? []
  // "In Ghent", which is none of them.
  if (meant.length === 0 && /\b(?:in|at|for) \p{Lu}/u.test(text)) return undefined
  const verdict = sites.length > 0 ? decide(sizeLicense, { ...known, sites: meant.length > 0 ? meant : sites }, scene.at) : undefined
  return !verdict || 'fault' in verdict ? undefined : orderAsRoom(verdict, known, viewOf(blank(scene, topic)).format)
}
