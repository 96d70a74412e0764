import { describe, expect, test } from 'vitest'
import { links, routeLinks } from '../cards/links.ts'
import { extendNotes, extendReasons } from '../cards/words/en/extend-trial.ts'
import { lifecycleNotes, lifecycleReasons } from '../cards/words/en/license-lifecycle.ts'
import { milestoneWords } from '../cards/words/en/milestones.ts'
import { refundNotes, refundReasons } from '../cards/words/en/refund-window.ts'
import { sizeNotes, sizeReasons } from '../cards/words/en/size-license.ts'
import { type AnswerNote, answers, plainAnswer } from '../rules/answers.ts'
import { addDays } from '../rules/day.ts'
import { extendTrial } from '../rules/extend-trial.ts'
import { type Facts, MAX_SITES } from '../rules/facts.ts'
import { licenseLifecycle } from '../rules/license-lifecycle.ts'
import { milestones } from '../rules/milestones.ts'
import { documented } from '../rules/policy.ts'
import { sources } from '../rules/sources.ts'
import { sourceOf } from './support/files.ts'
import { day, on, today, verdictOf } from './support/verdicts.ts'

// docs/rules.md is what an expert checks. Every table of it is read here and compared with the rules, both ways.
const page = sourceOf('docs/rules.md')
const policy = documented.at(-1) ?? documented[0]

/** The rows of the table whose first column has this heading, without the marks of Markdown code. */
function rowsOf(heading: string): string[][] {
  const lines = page.split('\n')
  const start = lines.findIndex(line => line.startsWith(`| ${heading} |`))
  expect(start, `a table with the heading "${heading}"`).toBeGreaterThanOrEqual(0)
  const after = lines.slice(start + 2)
  return after
    .slice(
      0,
      after.findIndex(line => !line.startsWith('|')),
    )
    .map(line =>
      line
        .slice(1, -1)
        .split(' | ')
        .map(cell => cell.trim().replace(/^`(.*)`$/, '$1')),
    )
}

const numberIn = (text: string) => Number(text.replaceAll(',', ''))
const listIn = (cell: string) => cell.split(', ').map(word => word.trim())

/** The policy's values by their keys, sizes apart. */
const values: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(policy)
    .filter(([key]) => key !== 'version' && key !== 'sizes')
    .flatMap(([key, value]) =>
      Array.isArray(value) ? [[key, value]] : Object.entries(value).map(([inner, each]) => [`${key}.${inner}`, each]),
    ),
)

function asWritten(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : Number(value).toLocaleString('en-US')
}

describe('the numbers', () => {
  test('are those of the policy, all of them and no others', () => {
    expect(rowsOf('value').map(([key, value]) => [key, value])).toEqual(
      Object.entries(values).map(([key, value]) => [key, asWritten(value)]),
    )
  })

  test('of the sizes as well', () => {
    expect(rowsOf('size').map(([size, upTo]) => [size, numberIn(upTo ?? '')])).toEqual(policy.sizes.map(({ size, upTo }) => [size, upTo]))
  })

  test('that follow from others follow from them', () => {
    const sum = (expression: string) =>
      expression
        .replaceAll(' - ', ' + -')
        .split(' + ')
        .map(part => (part in values ? Number(values[part]) : Number(part)))
        .reduce((total, part) => total + part, 0)
    const wrong = rowsOf('what').filter(([, number = '', expression = '']) => numberIn(number) !== sum(expression))
    expect(wrong).toEqual([])
  })

  test('are in force since the date of the policy', () => {
    const date = new Date(`${policy.version}T00:00:00Z`).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    expect(page).toContain(`In force since ${date}`)
    expect(rowsOf('id').find(([id]) => id === 'D4IOT-LIC')?.[2]).toBe(date)
  })

  test('stand in the sentences as they stand in the tables', () => {
    const fixed = rowsOf('fixed').map(([, number = '']) => numberIn(number))
    const known = new Set([
      ...rowsOf('value').map(([, value]) => numberIn(value ?? '')),
      ...rowsOf('size').map(([, upTo]) => numberIn(upTo ?? '')),
      ...rowsOf('what').map(([, number]) => numberIn(number ?? '')),
      ...fixed,
    ])
    const inSentences = [...page.matchAll(/\b(\d[\d,]*) (?:days|devices)\b|\bdays? (\d+)\b/g)].map(([text, before, after]) => ({
      text,
      number: numberIn(before ?? after ?? ''),
    }))
    // What an example adds up to is no number of the rules.
    const examples = ['2,000 devices', '1,100 devices']
    expect(inSentences.filter(({ text, number }) => !known.has(number) && !examples.includes(text)).map(({ text }) => text)).toEqual([])
    expect(inSentences.length).toBeGreaterThan(30)
    expect(fixed[0]).toBe(MAX_SITES)
  })
})

describe('the table of the trial', () => {
  const rows = rowsOf('row')

  test('has every reason, in its order', () => {
    expect(rows.map(([row, , , , code]) => [row, code])).toEqual(Object.keys(extendReasons).map((code, index) => [String(index + 1), code]))
  })

  test('gives the answer, the next step and the sources that the rule gives', () => {
    const cases: readonly Facts[] = [
      { cloud: 'dod' },
      { cloud: 'gcc' },
      { trialEnd: addDays(today, -1) },
      { trialEnd: addDays(today, policy.trial.closesDaysBefore - 1) },
      { billingAccount: 'EA' },
      {},
      { trialStart: addDays(today, -20) },
      { trialEnd: addDays(today, 30), extended: true },
      { trialEnd: addDays(today, 30), role: 'other', billingAccount: 'MCA' },
      { trialEnd: addDays(today, 30) },
      { trialEnd: addDays(today, 30), role: 'global-admin', billingAccount: 'MCA' },
    ]
    const given = cases.map(facts => {
      const { answer, route, reasons } = verdictOf(extendTrial, facts)
      return [answer, route, reasons[0]?.code, reasons[0]?.sources.join(', ')]
    })
    expect(rows.map(([, , ...cells]) => cells)).toEqual(given)
  })
})

test('the states after the end hold on exactly their days', () => {
  const spans = (column: number) =>
    rowsOf('state').flatMap(cells => {
      const [, from, to] = /^(?:from )?(-?\d+)?(?: ?to (\d+))?$/.exec(cells[column] ?? '') ?? []
      return cells[column] === 'never' ? [] : [{ state: cells[0], from: Number(from ?? -Infinity), to: Number(to ?? Infinity) }]
    })
  const stated = (column: number, after: number) =>
    spans(column)
      .filter(({ from, to }) => after >= from && after <= to)
      .map(({ state }) => state)
  const end = day('2026-01-01')
  for (let after = -3; after <= 130; after++) {
    const at = on(addDays(end, after))
    expect([after, stated(1, after)]).toEqual([after, [verdictOf(licenseLifecycle, { licenseEnd: end }, at).details.state]])
    expect([after, stated(2, after)]).toEqual([after, [verdictOf(licenseLifecycle, { kind: 'trial', trialEnd: end }, at).details.state]])
  }
})

test('the milestones and their days of notice are those of the rule', () => {
  const [start, end] = [today, addDays(today, 400)]
  const planned = (['trial', 'paid'] as const).flatMap(kind =>
    (verdictOf(milestones, { kind, trialEnd: end, licenseStart: start, licenseEnd: end }).details.milestones ?? []).map(
      ({ milestone, date, notifyOn }) => ({
        row: `${kind} ${milestone}`,
        date,
        notifyOn,
      }),
    ),
  )
  const dateOf = (text: string) => {
    const [, days, where, of] = /^(?:(\d+) days (before|after) )?the (end|start)$/.exec(text) ?? []
    return addDays(of === 'start' ? start : end, Number(days ?? 0) * (where === 'before' ? -1 : 1))
  }
  const stated = rowsOf('of').map(([kind, milestone, when = '', notice = '']) => {
    const date = dateOf(when)
    const notifyOn = listIn(notice).map(days => addDays(date, -Number(days)))
    return { row: `${kind} ${milestone}`, date, notifyOn: notifyOn.filter(notify => notify >= today) }
  })
  expect(planned.toSorted((a, b) => a.row.localeCompare(b.row))).toEqual(stated.toSorted((a, b) => a.row.localeCompare(b.row)))
})

test('the answers without arithmetic are all there, with their sources', () => {
  const codes = Object.keys(answers) as (keyof typeof answers)[]
  expect(rowsOf('code').map(([code, , given = '']) => [code, listIn(given)])).toEqual(
    codes.map(code => [code, [...plainAnswer(code).sources]]),
  )
})

test('each next step leads where the cards lead', () => {
  const stated = rowsOf('next step').map(([route, cell = '']) => [route, [...cell.matchAll(/\]\[([^\]]+)\]/g)].map(([, id]) => id)])
  expect(stated).toEqual(Object.entries(routeLinks))
  const addresses = Object.fromEntries([...page.matchAll(/^\[([a-z-]+)\]: (\S+)$/gm)].map(([, id, url]) => [id, url]))
  const used = new Set<string>(Object.values(routeLinks).flat())
  expect(addresses).toEqual(Object.fromEntries(Object.entries(links).filter(([id]) => used.has(id))))
})

test('the sources are all there, with their titles and addresses', () => {
  const stated = rowsOf('id').map(([id, link = '']) => [id, ...(/^\[(.*)\]\((.*)\)$/.exec(link)?.slice(1) ?? [])])
  expect(stated).toEqual(Object.entries(sources).map(([id, { title, url }]) => [id, title, url]))
})

test('every code of a reason, note or next step is explained, and none that does not exist', () => {
  const answerNotes: Readonly<Record<AnswerNote, true>> = {
    'trial-may-be-withdrawn': true,
    'not-in-dated-copy': true,
    'documents-disagree': true,
    'retention-two-readings': true,
  }
  const codes = [
    ...[sizeReasons, sizeNotes, extendReasons, extendNotes, refundReasons, refundNotes, lifecycleReasons, lifecycleNotes],
    ...[milestoneWords, answers, answerNotes, routeLinks],
  ].flatMap(words => Object.keys(words))
  const states = Object.keys(lifecycleReasons).map(reason => reason.replace('state-', ''))
  const written = new Set([...page.matchAll(/`([a-z][a-z\d]*(?:-[a-z\d]+)*)`/g)].map(([, code = '']) => code))
  expect(codes.filter(code => !written.has(code))).toEqual([])
  expect([...written].filter(code => ![...codes, ...states, ...Object.keys(values), 'like-this'].includes(code))).toEqual([])
})
