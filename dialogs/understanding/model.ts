import { readFileSync, writeFileSync } from 'node:fs'
import type { Features } from './feature-names.ts'
import { featuresOf } from './features.ts'
import { remembered } from './remembered.ts'

/** The weight with which the bias enters, beside features of unit length together. */
export const BIAS = 0.3

/** What training makes: weights as signed bytes, a row of `labels.length` for each bucket and one for the bias. */
export interface Model {
  readonly labels: readonly string[]
  readonly buckets: number
  /** What a byte of each label counts. */
  readonly scales: readonly number[]
  /** Divides the scores before they become probabilities, so that these are honest. */
  readonly temperature: number
  readonly weights: Int8Array
}

export interface Likely {
  readonly label: string
  readonly probability: number
}

/** A model in use: from a message's words to the probability of each label. */
export type Classify = (words: readonly string[]) => readonly Likely[]

/** Both models: what is asked, and which of its answers (`intent/aspect`). */
export interface Models {
  /** Of the examples and the code that made them, so that stale ones are noticed. */
  readonly hash: string
  /** The words of messages about our subjects, between spaces. */
  readonly vocabulary: string
  readonly intent: Model
  readonly aspect: Model
}

// Megabytes of weights lie beside the rest as they are: parsing them would take longer than all of the start.
const description = new URL('./model.json', import.meta.url)
const weightsOf = {
  intent: new URL('./model-intent.bin', import.meta.url),
  aspect: new URL('./model-aspect.bin', import.meta.url),
} as const

export function writeModels({ intent, aspect, ...rest }: Models): void {
  const described = { ...rest, intent: { ...intent, weights: undefined }, aspect: { ...aspect, weights: undefined } }
  writeFileSync(description, `${JSON.stringify(described, null, 1)}\n`)
  writeFileSync(weightsOf.intent, intent.weights)
  writeFileSync(weightsOf.aspect, aspect.weights)
}

/** Reads the models written by training. */
export function readModels(): Models {
  const described = JSON.parse(readFileSync(description, 'utf8')) as Models
  const withWeights = (model: Model, file: URL) => {
    const { buffer, byteOffset, length } = readFileSync(file)
    return { ...model, weights: new Int8Array(buffer, byteOffset, length) }
  }
  return { ...described, intent: withWeights(described.intent, weightsOf.intent), aspect: withWeights(described.aspect, weightsOf.aspect) }
}

/** Both classifiers, ready to use. */
export function readClassifiers(): { readonly intent: Classify; readonly aspect: Classify } {
  const { vocabulary, intent, aspect } = readModels()
  const known = new Map(vocabulary.split(' ').map(word => [word, 1]))
  // Both models look at the same words, one after the other.
  const features = remembered((words: readonly string[]) => featuresOf(words, known))
  return { intent: classifierOf(intent, features), aspect: classifierOf(aspect, features) }
}

/** Weights as a model keeps them: each label's largest becomes 127. */
export function pack(weights: Float32Array, classes: number): Pick<Model, 'scales' | 'weights'> {
  const largest = new Float64Array(classes)
  for (let at = 0; at < weights.length; at++) largest[at % classes] = Math.max(largest[at % classes] ?? 0, Math.abs(weights[at] ?? 0))
  const scales = [...largest].map(value => value / 127 || 1)
  const bytes = Int8Array.from(weights, (value, at) => Math.round(value / (scales[at % classes] ?? 1)))
  return { scales, weights: bytes }
}

/** A model in use; `features` are those that it was trained on. */
export function classifierOf(
  { labels, buckets, scales, temperature, weights }: Model,
  features: (words: readonly string[]) => Features,
): Classify {
  const classes = labels.length
  return words => {
    const scores = scored(weights, classes, features(words))
    for (let c = 0; c < classes; c++)
      scores[c] = (((scores[c] ?? 0) + BIAS * (weights[buckets * classes + c] ?? 0)) * (scales[c] ?? 1)) / temperature
    softmax(scores)
    return labels.map((label, c) => ({ label, probability: scores[c] ?? 0 }))
  }
}

/** The sum of a message's features for each class; four classes at a time take half the time of one. */
function scored(rows: Int8Array, classes: number, { buckets, weights }: Features): Float64Array {
  const sums = new Float64Array(classes)
  for (let c = 0; c < classes; c += 4) {
    let [one, two, three, four] = [0, 0, 0, 0]
    for (let f = 0; f < buckets.length; f++) {
      const at = (buckets[f] as number) * classes + c
      const weight = weights[f] as number
      one += weight * (rows[at] as number)
      two += weight * (rows[at + 1] as number)
      three += weight * (rows[at + 2] as number)
      four += weight * (rows[at + 3] as number)
    }
    // What lies beyond the last class falls off the end.
    sums[c] = one
    sums[c + 1] = two
    sums[c + 2] = three
    sums[c + 3] = four
  }
  return sums
}

/** Turns scores into probabilities, in place. */
export function softmax(values: Float64Array): void {
  const highest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let c = 0; c < values.length; c++) sum += values[c] = Math.exp((values[c] ?? 0) - highest)
  for (let c = 0; c < values.length; c++) values[c] = (values[c] ?? 0) / sum
}
