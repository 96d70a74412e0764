import { readPress } from '../cards/actions.ts'
import type { Card } from '../cards/card.ts'
import { type SizeFormFaults, sizeFormCard, sizePreviewCard, type TypedSites } from '../cards/size-form.ts'
import type { Unused } from '../cards/unused.ts'
import { faultHeadline } from '../cards/words/en/faults.ts'
import { sizeFormWords as words } from '../cards/words/en/size-form.ts'
import { smallTalk } from '../cards/words/en/small-talk.ts'
import { decide } from '../rules/decide.ts'
import { type Facts, MAX_SITES, type Site } from '../rules/facts.ts'
import { sizeLicense } from '../rules/size-license.ts'
import { sizedAtOnce } from './list-kept.ts'
import type { Unreadable } from './ports.ts'
import { blank, type Scene } from './scene.ts'
import { listed } from './search.ts'
import { sizeLicenseTopic } from './size-license.ts'
import { isTooLong } from './too-long.ts'
import { viewOf } from './topic.ts'
import type { Answer, Input, Trace } from './turn.ts'

/** The form "Size sites" of the message extension: opened, answered, gone back to, or its card put into a message. */
export async function sizeForm(scene: Scene, { step, data }: Extract<Input, { kind: 'form' }>): Promise<Answer> {
  const read = step === 'open' ? undefined : readPress(data)
  const wanted = step === 'answered' ? (read?.press.form ?? 'edit') : step
  if (!read || wanted === 'open') return dialog(sizeFormCard(), 'opened')
  if (wanted === 'size') {
    const typed = { sites: read.inputs.sites ?? '', names: read.fields.names ?? '', growthPercent: read.inputs.growthPercent ?? '' }
    return sized(scene, typed)
  }
  const typed = read.press.list ? await kept(scene, read.press.list) : undefined
  if (!typed) return dialog(sizeFormCard({}, { sites: [words.lost] }), 'lost-list')
  if (wanted === 'edit') return dialog(sizeFormCard(typed), 'edited')
  const finished = await finish(scene, typed)
  if ('faults' in finished) return dialog(sizeFormCard(typed, finished.faults), 'faults')
  return { reply: { kind: 'results', results: [listed(finished.card)] }, trace: traceOf('inserted') }
}

async function sized(scene: Scene, typed: TypedSites): Promise<Answer> {
  const finished = await finish(scene, typed)
  if ('faults' in finished) return dialog(sizeFormCard(typed, finished.faults), 'faults')
  const { desk, turn } = scene
  const id = await desk.store.stash(turn.conversation, { typed })
  return dialog(sizePreviewCard(finished.card, id), 'sized')
}

async function kept({ desk, turn }: Scene, id: string): Promise<TypedSites | undefined> {
  return (await desk.store.stashed(turn.conversation, id))?.typed
}

const traceOf = (outcome: string): Trace => ({ intent: 'size-license', rule: sizeLicense.name, outcome })
const dialog = (card: Card, outcome: string): Answer => ({ reply: { kind: 'dialog', title: words.title, card }, trace: traceOf(outcome) })

/** The card that comes of what was typed, or what is wrong with that. */
async function finish(scene: Scene, typed: TypedSites): Promise<{ readonly card: Card } | { readonly faults: SizeFormFaults }> {
  if (isTooLong(typed.sites)) return { faults: { sites: [smallTalk.tooLong] } }
  const { turn, desk } = scene
  const {
    facts: said,
    unreadable,
    siteLines,
  } = await desk.understand(typed.sites, {
    asked: 'sites',
    topic: 'size-license',
    today: turn.today,
    locale: turn.person.locale,
  })
  const { sites = [] } = said
  const growthPercent = typed.growthPercent.trim() === '' ? said.growthPercent : growthIn(typed.growthPercent)
  const names = namesIn(typed.names)
  const unnamed = sites.filter(({ name }) => name === undefined).length
  const faults: SizeFormFaults = {
    ...(sites.length === 0 ? { sites: noSites(typed.sites, unreadable) } : {}),
    ...(growthPercent === 'unreadable' ? { growthPercent: [words.badGrowth] } : {}),
    ...(sites.length > 0 && names.length > 0 && names.length !== unnamed ? { names: [words.badNames(names.length, unnamed)] } : {}),
  }
  if (Object.keys(faults).length > 0 || growthPercent === 'unreadable') return { faults }
  const { facts, leftOut } = sizedAtOnce({ sites: withNames(sites, names), ...(growthPercent === undefined ? {} : { growthPercent }) })
  const unused = { unreadable, leftOut, leftOutFrom: leftOut > 0 ? siteLines?.[MAX_SITES] : undefined }
  return checked(scene, facts) ?? { card: cardOf(scene, facts, unused) }
}

function cardOf(scene: Scene, facts: Facts, unused: Unused): Card {
  return sizeLicenseTopic.answer({ ...blank(scene, 'size-license'), facts, ...unused, handedOn: true }).cards[0]
}

/** What the rule refuses, at the field where it stands. */
function checked(scene: Scene, facts: Facts): { readonly faults: SizeFormFaults } | undefined {
  const verdict = decide(sizeLicense, facts, scene.at)
  if (!('fault' in verdict)) return undefined
  const { fault } = verdict
  const { format } = viewOf(blank(scene, 'size-license'))
  if (fault.fact === 'growthPercent') return { faults: { growthPercent: [words.badGrowth] } }
  const field = fault.fact?.endsWith('.name') ? 'names' : 'sites'
  return { faults: { [field]: [faultHeadline(fault, format)] } }
}

function noSites(text: string, unreadable: readonly Unreadable[]): readonly string[] {
  if (text.trim() === '') return [words.noSitesAtAll]
  if (unreadable.length === 0) return [words.noSites]
  return unreadable.map(({ line, text, why }) => words.unreadable(line, text, why))
}

/** A number of percent, with a decimal point or comma. */
function growthIn(text: string): number | 'unreadable' {
  const [, digits] = /^\s*\+?(\d{1,6}(?:[.,]\d{1,2})?)\s*(?:%|percent)?\s*$/i.exec(text) ?? []
  return digits === undefined ? 'unreadable' : Number(digits.replace(',', '.'))
}

const namesIn = (text: string) =>
  text
    .split(/[\n,;\t]/)
    .map(name => name.trim())
    .filter(name => name !== '')

/** The names in the order of the sites that have none. */
function withNames(sites: readonly Site[], names: readonly string[]): readonly Site[] {
  const left = [...names]
  return sites.map(site => {
    const name = site.name === undefined ? left.shift() : undefined
    return name === undefined ? site : { ...site, name }
  })
}
