import { describe, expect, test } from 'vitest'
import { aspects, intents } from '../cards/intents.ts'
import { allowedHosts, answerLinks, links, routeLinks } from '../cards/links.ts'
import { hasInput } from '../cards/question.ts'
import { factLabels, questions } from '../cards/words/en/facts.ts'
import { topicOf } from '../dialogs/topics.ts'
import { decideQuestion } from '../rules/decide.ts'
import { type FactKey, factKeys } from '../rules/facts.ts'
import { documentedPolicy } from '../rules/policy.ts'
import { sources } from '../rules/sources.ts'
import { filesIn, sourceOf } from './support/files.ts'
import { today } from './support/verdicts.ts'

describe('addresses', () => {
  const all = [...Object.entries(sources).map(([id, { url }]) => [id, url] as const), ...Object.entries(links)]

  test('are there for every source and link, with hosts on the list', () => {
    const wrong = all.filter(([, url]) => {
      const { protocol, host } = new URL(url)
      return !(protocol === 'mailto:' || (protocol === 'https:' && allowedHosts.includes(host)))
    })
    expect(wrong).toEqual([])
    expect(Object.entries(sources).filter(([, { title }]) => title.trim() === '')).toEqual([])
  })

  test('have no host on the list that none of them needs', () => {
    expect(allowedHosts.filter(host => !all.some(([, url]) => new URL(url).host === host))).toEqual([])
  })

  test('are each used by a route or an answer', () => {
    const used: readonly string[] = [...Object.values(routeLinks), ...Object.values(answerLinks)].flat()
    expect(Object.keys(links).filter(id => !used.includes(id))).toEqual([])
  })
})

describe('labelled messages', () => {
  const folder = 'dialogs/understanding/examples'
  const messages = (intent: string) =>
    sourceOf(`${folder}/${intent}.jsonl`)
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line) as { text: string; aspect?: string })

  test('exist for every intent, and for nothing else', () => {
    expect(filesIn(folder, '.jsonl')).toEqual(intents.map(intent => `${folder}/${intent}.jsonl`).toSorted())
    expect(filesIn(folder, '')).toHaveLength(intents.length)
  })

  test.for(intents)('for %s are enough to learn from, each with a text', intent => {
    const texts = messages(intent).map(({ text }) => text)
    expect(texts.filter(text => typeof text !== 'string' || text.trim() === '')).toEqual([])
    expect(new Set(texts).size).toBeGreaterThanOrEqual(20)
  })

  test('mean one thing each', () => {
    const labelled = intents.flatMap(intent => messages(intent).map(({ text }) => ({ text, intent })))
    const torn = [...Map.groupBy(labelled, ({ text }) => text)].filter(([, same]) => new Set(same.map(({ intent }) => intent)).size > 1)
    expect(torn).toEqual([])
  })

  test.for(Object.entries(aspects))('for the aspects of %s exist, and for no others', ([intent, known]) => {
    const labelled = new Set(messages(intent).map(({ aspect }) => aspect))
    expect(known.filter(aspect => !labelled.has(aspect))).toEqual([])
    expect([...labelled].filter(aspect => aspect !== undefined && !known.some(each => each === aspect))).toEqual([])
  })
})

describe('facts', () => {
  const rules = ['sizeLicenses', 'trialExtension', 'refundWindow', 'licenseLifecycle', 'milestones']
  const cases = [
    {},
    { kind: 'trial' },
    { kind: 'paid' },
    { trialEnd: '2026-04-15' },
    { trialStart: '2026-02-20' },
    { licenseEnd: '2026-04-15' },
    { licenseStart: '2026-03-05' },
  ]
  const missing = rules.flatMap(rule =>
    cases.flatMap(facts => {
      const verdict = decideQuestion({ rule, today, facts }, documentedPolicy)
      return 'fault' in verdict ? (verdict.fault.code === 'missing' ? [verdict.fault.fact as FactKey] : []) : verdict.missing
    }),
  )

  test('that a rule can miss have a question and an input', () => {
    const canMiss = [...new Set(missing)]
    expect(canMiss.toSorted()).toEqual([
      'billingAccount',
      'kind',
      'licenseEnd',
      'licenseStart',
      'otherActiveLicense',
      'role',
      'sites',
      'trialEnd',
    ])
    expect(canMiss.filter(key => !questions[key]?.endsWith('?') || !hasInput(key))).toEqual([])
  })

  test('are all known to a rule and called by a name', () => {
    const named = topicOf('extend-trial')
    expect(named?.facts.length).toBeGreaterThan(0)
    expect(factKeys.filter(key => !factLabels[key])).toEqual([])
  })
})

describe('a capability', () => {
  const capabilities = intents.filter(intent => filesIn('rules').includes(`rules/${intent}.ts`))

  test('is one name in every folder', () => {
    expect(capabilities).toEqual(['size-license', 'extend-trial', 'refund-window', 'license-lifecycle'])
  })

  test.for(capabilities)('%s has exactly its rule, card, words, topic, examples and test', name => {
    const files = ['rules', 'cards', 'dialogs', 'bot', 'test'].flatMap(folder => filesIn(folder, '')).filter(file => file.includes(name))
    expect(files).toEqual([
      `rules/${name}.ts`,
      `cards/${name}.ts`,
      `cards/words/en/${name}.ts`,
      `dialogs/${name}.ts`,
      `dialogs/understanding/examples/${name}.jsonl`,
      `test/${name}.test.ts`,
    ])
  })
})
