import { plainAnswerCard } from '../cards/answers.ts'
import { trialEndCard } from '../cards/extend-trial.ts'
import { type Aspect, TRIAL_END } from '../cards/intents.ts'
import type { AnswerCode } from '../rules/answers.ts'
import { extendTrial } from '../rules/extend-trial.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import type { Policy } from '../rules/policy.ts'
import { withTrialEnd } from './days/after-the-end.ts'
import { licenseLifecycleTopic } from './license-lifecycle.ts'
import { isOfTime, isOfWhatFollows } from './phrases.ts'
import { sizeLicenseTopic } from './size-license.ts'
import { pick, type Question, ruled, type Told, type Topic, viewOf } from './topic.ts'

interface Plain {
  /** The answers, the most asked first. */
  readonly answers: readonly [AnswerCode, ...AnswerCode[]]
  /** Answers that are given where they are asked for alone. */
  readonly aside?: readonly AnswerCode[]
  /** Which answer an aspect asks for, where it is not named like it. */
  readonly byAspect?: Readonly<Partial<Record<Aspect, AnswerCode>>>
  readonly facts?: readonly FactKey[]
  readonly asksAbout?: readonly FactKey[]
}

/** A topic without arithmetic: the answer asked for first, the others folded; without an aspect all of them. */
export function plain({ answers, aside = [], byAspect = {}, facts = [], asksAbout = [] }: Plain): Topic {
  return {
    facts,
    asksAbout,
    answer(question) {
      const first = [...answers, ...aside].find(code => code === (question.aspect && (byAspect[question.aspect] ?? question.aspect)))
      const others = first && aside.includes(first) ? [] : answers.filter(code => code !== (first ?? answers[0]))
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

const trialEnd = ruled({ rule: extendTrial, bare: 'trialEnd', card: trialEndCard })

/** What a trial is; when it ends is worked out where its start is known, what follows where its end is. */
export const trialTermsTopic: Topic = {
  ...withSizes(trialTerms),
  facts: ['trialEnd', 'trialStart', 'trialDays', 'extended', 'sites', 'growthPercent'],
  bare: 'trialEnd',
  answer(question: Question): Told {
    const { facts } = question
    if (!isOfSites(question)) return trialTermsTopic.answer({ ...question, facts: pick(facts, lengthFacts), news: undefined })
    // "What if we have 1,500 devices in it?" after the terms is about the limit.
    const told = question.supposed && question.aspect === 'trial-terms' ? undefined : question.aspect
    const aspect = isWithin(question) ? 'trial-terms' : (told ?? (overLimit(question) ? 'trial-over-limit' : question.aspect))
    const asksEnd = facts.trialStart !== undefined && (aspect === TRIAL_END || tellsLength(question) || asksWhen(question))
    if (asksEnd && !facts.trialEnd)
      return { ...trialEnd.answer({ ...question, aspect: TRIAL_END, facts: pick(facts, lengthFacts) }), aspect: TRIAL_END }
    if ((asksEnd || aspect === 'trial-after') && withTrialEnd(facts).trialEnd)
      return licenseLifecycleTopic.answer({ ...question, intent: 'license-lifecycle', facts: { ...facts, kind: 'trial' } })
    return withSizes(trialTerms).answer({ ...question, aspect })
  },
}

/** "When is it over?", rather than how much it covers or what comes then. */
const asksWhen = ({ aspect, said = '' }: Question) =>
  isOfTime(said) && (aspect === 'trial-terms' || (aspect === 'trial-after' && !isOfWhatFollows(said)))

/** "Sorry, it started on 2 January", after what was asked of the trial. */
const tellsLength = ({ before, news }: Question) =>
  before === 'trial-terms' && !news?.sites && (news?.trialStart ?? news?.trialDays) !== undefined

const lengthFacts: readonly FactKey[] = ['trialEnd', 'trialStart', 'trialDays', 'extended']

/** A question about trials in general is not about the sites that were sized before. */
const isOfSites = ({ facts, news, aspect }: Question) =>
  !facts.sites || !news || news.sites !== undefined || aspect === 'trial-over-limit' || aspect === 'trial-after'

/** "A trial with 400 devices" is within the limit, of which nothing is asked. */
const isWithin = ({ aspect, facts, said = '', at: { policy } }: Question) =>
  aspect === 'trial-over-limit' && isWithinTrial(facts, policy) && !LIMIT.test(said)
const LIMIT = /\b(?:more|over|above|exceed\w*|limit\w*|max\w*|too many|too big|beyond|past|cap|capped|grow\w*|than)\b|[<>]/i

/** Whether each site that was told of has no more devices than a trial covers. */
export const isWithinTrial = ({ sites }: Facts, { trial }: Policy) => sites?.every(({ devices }) => devices <= trial.devices) === true

/** Whether a site named in the question has more devices than a trial covers. */
const overLimit = ({ facts: { sites = [] }, at: { policy } }: Question) => sites.some(({ devices }) => devices > policy.trial.devices)
