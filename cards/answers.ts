import { type AnswerCode, plainAnswer } from '../rules/answers.ts'
import type { FactKey, Facts } from '../rules/facts.ts'
import { answerCard } from './answer.ts'
import type { Card } from './card.ts'
import { answerLinks } from './links.ts'
import { bullets, type Part, paragraph, subheading } from './parts.ts'
import type { View } from './view.ts'
import { type AnswerWords, answerNotes, answerWords } from './words/en/answers.ts'
import { whereToFind } from './words/en/facts.ts'

/** Which answers a card gives: the first is the headline. */
export interface PlainAnswers {
  readonly first: AnswerCode
  /** Shown beneath, one after another. */
  readonly shown?: readonly AnswerCode[]
  /** Shown behind "More". */
  readonly folded?: readonly AnswerCode[]
  /** The fact that would turn the rule into a date. */
  readonly asks?: FactKey | undefined
}

/** Answers that need no arithmetic. */
export function plainAnswerCard({ first, shown = [], folded = [], asks }: PlainAnswers, facts: Facts, view: View): Card {
  const words = (code: AnswerCode) =>
    answerWords[code]({ policy: view.policy, format: view.format, facts, mobile: view.mobile, aspect: view.carried.aspect })
  const all = [first, ...shown, ...folded]
  const sources = [...new Set(all.flatMap(code => plainAnswer(code).sources))]
  const notes = [...new Set(all.flatMap(code => plainAnswer(code).notes ?? []))]
  const { headline, points } = words(first)
  return answerCard(
    {
      headline,
      body: [bullets(points), ...shown.flatMap(code => section(words(code))), ...hints(view)],
      asks,
      links: [...new Set([...(view.carried.aspect === 'price' ? (['pricing'] as const) : []), ...all.flatMap(code => answerLinks[code])])],
      because: [{ text: '', sources }],
      notes: notes.map(note => answerNotes[note]),
      more: folded.flatMap(code => section(words(code))),
    },
    view,
  )
}

/** Where to find what the person said they don't know. */
function hints({ carried }: View): Part[] {
  return (carried.declined ?? []).flatMap(key => (whereToFind[key] ? [paragraph(whereToFind[key])] : []))
}

const section = ({ headline, points }: AnswerWords): Part[] => [subheading(headline), bullets(points)]
