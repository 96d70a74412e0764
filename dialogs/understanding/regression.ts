import type { Features } from './feature-names.ts'
import { BIAS, softmax } from './model.ts'

/** Features of one example as parallel arrays, and its class. */
export interface Example {
  readonly buckets: Uint16Array
  readonly weights: Float32Array
  readonly label: number
}

export interface Fit {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  readonly smoothing: number
  /** The share of a message's features that each look at it leaves out, so that none of them is relied on alone. */
  readonly dropout: number
}

export function toExample({ buckets, weights }: Features, label: number): Example {
  return { buckets: Uint16Array.from(buckets), weights: Float32Array.from(weights), label }
}

/**
 * Multinomial logistic regression by AdaGrad, in a fixed order that only the seed decides.
 * @returns a row of `classes` weights for each bucket; the last row is the bias
 */
export function train(
  examples: readonly Example[],
  classes: number,
  buckets: number,
  { epochs, rate, decay, smoothing, dropout }: Fit,
): Float32Array {
  const weights = new Float32Array((buckets + 1) * classes)
  const squares = new Float32Array(weights.length).fill(1e-4)
  const balance = balanceOf(examples, classes)
  const order = examples.map((_, index) => index)
  const next = random(20260310)
  const error = new Float64Array(classes)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next)
    for (const index of order) {
      const whole = examples[index]
      if (!whole) continue
      const example = thinned(whole, dropout, next)
      scores(weights, classes, buckets, example, error)
      softmax(error)
      for (let c = 0; c < classes; c++) {
        const target = c === example.label ? 1 - smoothing : smoothing / (classes - 1)
        error[c] = ((error[c] ?? 0) - target) * (balance[example.label] ?? 1)
      }
      step(weights, squares, classes, buckets, example, error, rate, decay)
    }
  }
  return weights
}

function thinned({ buckets, weights, label }: Example, dropout: number, next: () => number): Example {
  const kept = Array.from(buckets.keys()).filter(() => next() >= dropout)
  return { buckets: Uint16Array.from(kept, at => buckets[at] ?? 0), weights: Float32Array.from(kept, at => weights[at] ?? 0), label }
}

// Rare intents count somewhat more than their share.
function balanceOf(examples: readonly Example[], classes: number): Float64Array {
  const counts = new Float64Array(classes)
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1
  return counts.map(count => (examples.length / classes / Math.max(1, count)) ** 0.3)
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  classes: number,
  bias: number,
  { buckets, weights: values }: Example,
  error: Float64Array,
  rate: number,
  decay: number,
): void {
  for (let f = 0; f <= buckets.length; f++) {
    const row = (f === buckets.length ? bias : (buckets[f] ?? 0)) * classes
    const value = f === buckets.length ? BIAS : (values[f] ?? 0)
    for (let c = 0; c < classes; c++) {
      const at = row + c
      const gradient = (error[c] ?? 0) * value + decay * (weights[at] ?? 0)
      const square = (squares[at] ?? 0) + gradient * gradient
      squares[at] = square
      weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square)
    }
  }
}

function scores(weights: Float32Array, classes: number, bias: number, { buckets, weights: values }: Example, into: Float64Array): void {
  for (let c = 0; c < classes; c++) into[c] = BIAS * (weights[bias * classes + c] ?? 0)
  for (let f = 0; f < buckets.length; f++) {
    const row = (buckets[f] ?? 0) * classes
    const value = values[f] ?? 0
    for (let c = 0; c < classes; c++) into[c] = (into[c] ?? 0) + value * (weights[row + c] ?? 0)
  }
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0]
  }
}

/** Mulberry32: the same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
