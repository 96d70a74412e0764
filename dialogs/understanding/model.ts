import { readFileSync } from 'node:fs'
import { featuresOf, type Vocabulary } from './features.ts'

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
  /** Of the examples and the code that made it, so that a stale one is noticed. */
  readonly hash: string
  /** Base64. */
  readonly weights: string
}

/** A model in use: from a message's words to a probability for each label. */
export type Classify = (words: readonly string[]) => ReadonlyMap<string, number>

/** Both models: what is asked, and which of its answers (`intent/aspect`). */
export interface Models {
  /** The words of messages about our subjects, between spaces. */
  readonly vocabulary: string
  readonly intent: Model
  readonly aspect: Model
}

/** Reads the models written by training. */
export function readModels(): Models {
  return JSON.parse(readFileSync(new URL('./model.json', import.meta.url), 'utf8')) as Models
}

/** Both classifiers, ready to use. */
export function readClassifiers(): { readonly intent: Classify; readonly aspect: Classify } {
  const { vocabulary, intent, aspect } = readModels()
  const known = new Map(vocabulary.split(' ').map(word => [word, 1]))
  return { intent: classifierOf(intent, known), aspect: classifierOf(aspect, known) }
}

/** Weights as a model keeps them: each label's largest becomes 127. */
export function pack(weights: Float32Array, classes: number): Pick<Model, 'scales' | 'weights'> {
  const largest = new Float64Array(classes)
  for (let at = 0; at < weights.length; at++) largest[at % classes] = Math.max(largest[at % classes] ?? 0, Math.abs(weights[at] ?? 0))
  const scales = [...largest].map(value => value / 127 || 1)
  const bytes = Int8Array.from(weights, (value, at) => Math.round(value / (scales[at % classes] ?? 1)))
  return { scales, weights: Buffer.from(bytes.buffer).toString('base64') }
}

export function classifierOf({ labels, buckets, scales, temperature, weights }: Model, vocabulary: Vocabulary): Classify {
  const buffer = Buffer.from(weights, 'base64')
  const bytes = new Int8Array(buffer.buffer, buffer.byteOffset, buffer.length)
  const classes = labels.length
  return words => {
    const scores = new Float64Array(classes)
    const add = (row: number, value: number) => {
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + value * (bytes[row * classes + c] ?? 0)
    }
    for (const [bucket, value] of featuresOf(words, vocabulary)) add(bucket, value)
    add(buckets, BIAS)
    for (let c = 0; c < classes; c++) scores[c] = ((scores[c] ?? 0) * (scales[c] ?? 1)) / temperature
    softmax(scores)
    return new Map(labels.map((label, c) => [label, scores[c] ?? 0]))
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(values: Float64Array): void {
  const highest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let c = 0; c < values.length; c++) sum += values[c] = Math.exp((values[c] ?? 0) - highest)
  for (let c = 0; c < values.length; c++) values[c] = (values[c] ?? 0) / sum
}
