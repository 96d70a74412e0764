import { plainAnswerCard } from '../cards/answers.ts'
import type { Aspect } from '../cards/intents.ts'
import type { AnswerCode } from '../rules/answers.ts'
import type { FactKey } from '../rules/facts.ts'
import { licenseLifecycleTopic } from './license-lifecycle.ts'
import { sizeLicenseTopic } from './size-license.ts'
import { pick, type Question, type Told, type Topic, viewOf } from './topic.ts'

interface Plain {
  /** The answers, the most asked first. */
  readonly answers: readonly [AnswerCode, ...AnswerCode[]]
  /** Which answer an aspect asks for, where it is not named like it. */
  readonly byAspect?: Readonly<Partial<Record<Aspect, AnswerCode>>>
  readonly facts?: readonly FactKey[]
  readonly asksAbout?: readonly FactKey[]
}

/** A topic without arithmetic: the answer asked for first, the others folded; without an aspect all of them. */
export function plain({ answers, byAspect = {}, facts = [], asksAbout = [] }: Plain): Topic {
  return {
    facts,
    asksAbout,
    answer(question) {
      const first = answers.find(code => code === (question.aspect && (byAspect[question.aspect] ?? question.aspect)))
      const others = answers.filter(code => code !== (first ?? answers[0]))
      const shown = first ? { first, folded: others } : { first: answers[0], shown: others }
      const cards = [plainAnswerCard(shown, question.facts, viewOf(question))] as const
      return { cards, codes: first ? [first] : answers, outcome: first ?? answers[0] }
    },
  }
}

/** Puts what a topic says of the sites named in the question beneath its answer. */
export function withSizes(topic: Topic): Topic {
  return {
    ...topic,
    facts: [...topic.facts, 'sites', 'growthPercent'],
    asksAbout: [...(topic.asksAbout ?? []), 'sites'],
    answer(question) {
      const told = topic.answer(question)
      if (!question.facts.sites) return told
      return { ...told, cards: [...told.cards, ...sizeLicenseTopic.answer({ ...question, intent: 'size-license' }).cards] }
    },
  }
}

const trialTerms = plain({ answers: ['trial-terms', 'trial-start', 'trial-over-limit', 'trial-after'] })

/** What a trial is; what follows its end is worked out where the end is known. */
export const trialTermsTopic: Topic = {
  ...withSizes(trialTerms),
  facts: ['trialEnd', 'trialStart', 'sites', 'growthPercent'],
  bare: 'trialEnd',
  answer(question: Question): Told {
    const { facts } = question
    if (!isOfSites(question))
      return trialTermsTopic.answer({ ...question, facts: pick(facts, ['trialEnd', 'trialStart']), news: undefined })
    // "What if we have 1,500 devices in it?" after the terms is about the limit.
    const told = question.supposed && question.aspect === 'trial-terms' ? undefined : question.aspect
    const aspect = told ?? (overLimit(question) ? 'trial-over-limit' : question.aspect)
    if (aspect === 'trial-after' && facts.trialEnd)
      return licenseLifecycleTopic.answer({ ...question, intent: 'license-lifecycle', facts: { ...facts, kind: 'trial' } })
    return withSizes(trialTerms).answer({ ...question, aspect })
  },
}

/** A question about trials in general is not about the sites that were sized before. */
const isOfSites = ({ facts, news, aspect }: Question) =>
  !facts.sites || !news || news.sites !== undefined || aspect === 'trial-over-limit' || aspect === 'trial-after'

/** Whether a site named in the question has more devices than a trial covers. */
const overLimit = ({ facts: { sites = [] }, at: { policy } }: Question) => sites.some(({ devices }) => devices > policy.trial.devices)
