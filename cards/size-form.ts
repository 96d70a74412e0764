import { type FormStep, writePress } from './actions.ts'
import type { Card } from './card.ts'
import { inputFault, lineInput, submit, textInput } from './controls.ts'
import { type Action, card, headline, ledBy } from './parts.ts'
import { sitesPlaceholder } from './words/en/facts.ts'
import { sizeFormWords as words } from './words/en/size-form.ts'

/** What was typed into the form, as it was typed. */
export interface TypedSites {
  readonly sites: string
  readonly names: string
  readonly growthPercent: string
}

/** What is wrong with it, by field. */
export type SizeFormFaults = { readonly [Field in keyof TypedSites]?: readonly string[] }

const MAX_NAMES = 10_000
const MAX_GROWTH = 20
/** More faults than this are not read one by one. */
const MAX_FAULTS = 10

/** The form for many sites: what was typed stays, and what is wrong stands below its field. */
export function sizeFormCard(typed: Partial<TypedSites> = {}, faults: SizeFormFaults = {}): Card {
  const wrong = (lines: readonly string[] = []) => lines.slice(0, MAX_FAULTS).map(inputFault)
  return card(
    words.title,
    [
      headline(words.rule),
      textInput('sites', words.sites, sitesPlaceholder, typed.sites),
      ...wrong(faults.sites),
      lineInput('names', words.names, words.namesPlaceholder, MAX_NAMES, typed.names),
      ...wrong(faults.names),
      lineInput('growthPercent', words.growth, words.growthPlaceholder, MAX_GROWTH, typed.growthPercent),
      ...wrong(faults.growthPercent),
    ],
    [button(words.size, 'size', undefined, true)],
  )
}

/** The finished card as it will be inserted, with the way back to the form. @param typed the id under which what was typed is kept */
export function sizePreviewCard(finished: Card, typed: string): Card {
  return ledBy([button(words.insert, 'insert', typed, true), button(words.edit, 'edit', typed)], finished)
}

const button = (title: string, form: FormStep, list: string | undefined, primary = false): Action =>
  submit(title, writePress({ intent: 'size-license', facts: {}, form, ...(list ? { list } : {}) }), primary)
