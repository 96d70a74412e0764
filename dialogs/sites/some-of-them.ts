import type { Site } from '../../rules/facts.ts'
import { NUMBER_WORD, numberOf } from '../understanding/number-words.ts'
import { PLACE, PLACES } from '../understanding/sites/site-words.ts'
import { OTHER_NUMBERS } from './numbers-told.ts'
import { type Change, figuresIn } from './site-changes.ts'
import { numberIn } from './site-places.ts'

// Some of so many sites in view that are alike: "2 of them have 450", "one plant less".

const lead = '^\\W*(?:(?:and|but|no|sorry|actually|oh|ok|please|now|then)\\W+){0,3}'
const number = `\\d{1,3}|${NUMBER_WORD}`
const places = `(?:${PLACE}|${PLACES})`
/** "2 of the 240 ones", "one of the smaller plants" */
const which = `of (?:the |those |these )(?<which>\\d[\\d,.]*k?|small(?:er|est)?|big(?:ger|gest)?|larger?|largest)(?:[ -]devices?)?(?: (?:ones?|${PLACES}))?`
const ofThem = 'of (?:them|these|those|the \\p{L}+)'
const SOME = new RegExp(
  `${lead}(?:(?<many>${number}|a single one|the (?:first|second|third|last) one)(?: ${places})?(?: ${ofThem})? (?:has|have|is|are|needs?)|(?:make|set|put|change) (?<made>${number})(?: ${places})? ${ofThem}) `,
  'iu',
)
const FEWER = new RegExp(
  `${lead}(?:(?:remove|drop|take (?:out|away|off)|delete|close|skip|minus|without|lose|subtract) (?<gone>${number}|an?)(?: ${which}| ${ofThem}| ${places}(?: ${ofThem})?)|(?<less>${number}) (?:${places} )?(?:fewer|less)(?: ${places})?|(?<closed>${number})(?: ${places})?(?: ${ofThem})? (?:(?:are|is|were|was|have|has|got|will be|have been|has been) )?(?:closed|closing|close|closes|sold|gone|shut|out))(?: down| out| away| please| now)*\\W*$`,
  'iu',
)

/** "One of them has 300", "make 2 of them 450": undefined where the list in view is none of sites that are alike. */
export function someOfThem({ before, text }: Change): readonly Site[] | undefined {
  const [group, another] = before
  const { count = 1 } = group ?? {}
  if (!group || another || count < 2 || OTHER_NUMBERS.test(text)) return undefined
  const said = SOME.exec(text)
  const many = manyOf(said?.groups?.many ?? said?.groups?.made ?? '')
  const [only, more] = said ? figuresIn(text.slice(said[0].length)) : []
  if (!only || more || only.percent || many > count) return undefined
  return [alike({ devices: only.value }, many), ...(many < count ? [alike(group, count - many)] : [])]
}

/** "Remove one plant", "two fewer plants", "2 closed": which of them matters only where they are not alike. */
export function fewerOfThem({ before, text }: Change): readonly Site[] | string | undefined {
  const said = FEWER.exec(text)?.groups
  if (!said) return undefined
  const [group, another] = said.which ? groupsBy(before, said.which.toLowerCase()) : before
  if (!group) return undefined
  const left = (group.count ?? 1) - manyOf(said.gone ?? said.less ?? said.closed ?? '')
  return another || left < 1 ? 'which of the sites?' : before.map(site => (site === group ? alike(group, left) : site))
}

/** The groups that "the 240 ones" or "the small ones" mean. */
function groupsBy(before: readonly Site[], which: string): readonly Site[] {
  const sizes = before.map(({ devices }) => devices)
  const devices = /^\d/u.test(which) ? numberIn(which) : which.startsWith('small') ? Math.min(...sizes) : Math.max(...sizes)
  return before.filter(site => site.devices === devices)
}

/** "A single one" and "the first one" are one. */
const manyOf = (words: string) => Number(words) || (numberOf(words) ?? 1)

function alike({ count: _, ...site }: Site, many: number): Site {
  return many > 1 ? { ...site, count: many } : site
}
