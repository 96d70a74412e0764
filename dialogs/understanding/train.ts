import { intents } from '../../cards/intents.ts'
import { type LabelledMessage, readExamples, trainingHash } from './examples.ts'
import { BUCKETS } from './feature-names.ts'
import { featuresOf, vocabularyOf, wordsOf } from './features.ts'
import { classifierOf, type Likely, type Model, pack, writeModels } from './model.ts'
import { type Fit, toExample, train } from './regression.ts'

/** Found by cross-validation; see README.md beside this file. */
const FIT: Fit = { epochs: 16, rate: 0.3, decay: 1e-4, smoothing: 0.05, dropout: 0.4 }
const FOLDS = 5

/** The labels of the two models: what is asked, and which of its answers. */
export const labelOf = {
  intent: ({ intent }: LabelledMessage) => intent,
  aspect: ({ intent, aspect }: LabelledMessage) => aspect && `${intent}/${aspect}`,
}

/** A model of labelled messages; its temperature makes the probabilities of a cross-validation honest. */
export function trainModel(messages: readonly LabelledMessage[], label: (message: LabelledMessage) => string | undefined): Model {
  const labelled = messages.filter(message => label(message) !== undefined)
  const labels = [...new Set(labelled.map(message => label(message) ?? ''))].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
  const temperature = temperatureFor(crossValidated(labelled, label, labels))
  return { ...fitted(labelled, label, labels).model, temperature }
}

const order = (label: string) => intents.findIndex(intent => label === intent || label.startsWith(`${intent}/`))

function fitted(messages: readonly LabelledMessage[], label: (message: LabelledMessage) => string | undefined, labels: readonly string[]) {
  const words = messages.map(({ text }) => wordsOf(text))
  const vocabulary = vocabularyOf(words.filter((_, index) => isOurs(messages[index])))
  const examples = messages.map((message, index) =>
    toExample(featuresOf(words[index] ?? [], vocabulary, isOurs(message) ? 1 : 0), labels.indexOf(label(message) ?? '')),
  )
  const weights = train(examples, labels.length, BUCKETS, FIT)
  const model: Model = { labels, buckets: BUCKETS, temperature: 1, ...pack(weights, labels.length) }
  return { model, vocabulary }
}

const isOurs = (message: LabelledMessage | undefined) => message?.intent !== 'out-of-scope'

/** What a model that has not seen a message says of it. */
export interface Validated {
  readonly message: LabelledMessage
  readonly truth: string
  readonly probabilities: readonly Likely[]
}

/** Trains on four fifths and reads the other fifth, five times. */
export function crossValidated(
  messages: readonly LabelledMessage[],
  label: (message: LabelledMessage) => string | undefined,
  labels: readonly string[],
): Validated[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { model, vocabulary } = fitted(
      messages.filter((_, index) => index % FOLDS !== fold),
      label,
      labels,
    )
    const classify = classifierOf(model, words => featuresOf(words, vocabulary))
    return messages
      .filter((_, index) => index % FOLDS === fold)
      .map(message => ({ message, truth: label(message) ?? '', probabilities: classify(wordsOf(message.text)) }))
  }).flat()
}

/** The temperature with the least surprise at the truth. */
function temperatureFor(validated: readonly Validated[]): number {
  const surprise = (temperature: number) =>
    validated.reduce((sum, { truth, probabilities }) => {
      const powers = probabilities.map(({ label, probability }) => ({ label, power: probability ** (1 / temperature) }))
      const total = powers.reduce((all, { power }) => all + power, 0)
      const { power: own } = powers.find(({ label }) => label === truth) ?? { power: 1e-9 }
      return sum - Math.log(Math.max(1e-9, own / total))
    }, 0)
  const temperatures = Array.from({ length: 31 }, (_, step) => 0.5 + step * 0.05)
  return temperatures.reduce((best, temperature) => (surprise(temperature) < surprise(best) ? temperature : best))
}

if (process.argv[1] === import.meta.filename) {
  const messages = readExamples()
  const hash = trainingHash()
  const vocabulary = [...vocabularyOf(messages.filter(isOurs).map(({ text }) => wordsOf(text))).keys()].join(' ')
  const intent = trainModel(messages, labelOf.intent)
  writeModels({ hash, vocabulary, intent, aspect: trainModel(messages, labelOf.aspect) })
  process.stdout.write(`${messages.length} messages, temperature ${intent.temperature.toFixed(2)}, hash ${hash}\n`)
}
