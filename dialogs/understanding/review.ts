import { intents } from '../../cards/intents.ts'
import { type LabelledMessage, readExamples } from './examples.ts'
import { crossValidated, labelOf, type Validated } from './train.ts'

// Reviews the labelled messages: what stands there twice, which labels contradict each other, where they are thin, and how well they teach.

/** Messages that share more than this of their four-letter parts say the same. */
const SAME = 0.6
/** A label that the others contradict with at least this confidence is worth a look. */
const CONFLICT = 0.9
/** Fewer messages than this are too few for an intent. */
const ENOUGH = 60

const messages = readExamples()
const validated = crossValidated(messages, labelOf.intent, intents)
print('said twice', twins(messages))
print('labels that the other messages contradict', conflicts(validated))
print(
  'thin',
  intents
    .map(intent => [intent, messages.filter(message => message.intent === intent).length] as const)
    .filter(([, count]) => count < ENOUGH)
    .map(String),
)
print('accuracy by cross-validation', accuracies(validated))
print('confusions', confusions(validated))

function twins(all: readonly LabelledMessage[]): string[] {
  const parts = all.map(({ text }) => partsOf(text))
  const byPart = Map.groupBy(
    parts.flatMap((of, index) => [...of].map(part => [part, index] as const)),
    ([part]) => part,
  )
  return parts.flatMap((own, index) => {
    const near = new Map<number, number>()
    for (const part of own) for (const [, other] of byPart.get(part) ?? []) if (other > index) near.set(other, (near.get(other) ?? 0) + 1)
    return [...near]
      .filter(([other, shared]) => shared / (own.size + (parts[other]?.size ?? 0) - shared) > SAME)
      .map(([other]) => `${all[index]?.intent}: ${short(all[index])}  |  ${all[other]?.intent}: ${short(all[other])}`)
  })
}

function partsOf(text: string): Set<string> {
  const words = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, ' ')
    .trim()} `
  return new Set(Array.from({ length: Math.max(1, words.length - 3) }, (_, at) => words.slice(at, at + 4)))
}

function likeliest({ probabilities }: Validated): readonly [string, number] {
  const { label, probability } = probabilities.reduce((best, next) => (next.probability > best.probability ? next : best))
  return [label, probability]
}

function conflicts(all: readonly Validated[]): string[] {
  return all.flatMap(one => {
    const [label, probability] = likeliest(one)
    return label !== one.truth && probability >= CONFLICT
      ? [`${one.truth}, or ${label} (${probability.toFixed(2)}): ${short(one.message)}`]
      : []
  })
}

function accuracies(all: readonly Validated[]): string[] {
  const share = (of: readonly Validated[]) => (of.filter(one => likeliest(one)[0] === one.truth).length / of.length) * 100
  return [...intents, undefined].map(intent => {
    const of = intent ? all.filter(({ truth }) => truth === intent) : all
    return `${(intent ?? 'all').padEnd(20)}${String(of.length).padStart(6)}${share(of).toFixed(1).padStart(8)} %`
  })
}

function confusions(all: readonly Validated[]): string[] {
  const wrong = all.map(one => [one.truth, likeliest(one)[0]] as const).filter(([truth, label]) => truth !== label)
  const pairs = [...Map.groupBy(wrong, ([truth, label]) => `${truth} taken for ${label}`)]
  return pairs
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 20)
    .map(([pair, of]) => `${String(of.length).padStart(4)}  ${pair}`)
}

function short(message: LabelledMessage | undefined): string {
  const text = (message?.text ?? '').replaceAll('\n', ' ⏎ ')
  return text.length > 90 ? `${text.slice(0, 87)}...` : text
}

function print(title: string, lines: readonly string[]): void {
  process.stdout.write(`${title}: ${lines.length === 0 ? 'none' : ''}\n${lines.map(line => `  ${line}\n`).join('')}\n`)
}
