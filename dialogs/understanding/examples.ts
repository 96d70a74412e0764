import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Aspect, Intent } from '../../cards/intents.ts'
import type { Facts } from '../../rules/facts.ts'

/** One labelled message. */
export interface LabelledMessage {
  readonly text: string
  readonly intent: Intent
  readonly aspect?: Aspect
  readonly entities: Facts
}

const folder = new URL('./examples/', import.meta.url)

/** Every labelled message of the project, by intent in the order of the files' names. */
export function readExamples(): LabelledMessage[] {
  return exampleFiles().flatMap(file =>
    readFileSync(new URL(file, folder), 'utf8')
      .trim()
      .split('\n')
      .map(line => ({ entities: {}, ...(JSON.parse(line) as object), intent: file.replace('.jsonl', '') }) as LabelledMessage),
  )
}

const exampleFiles = () =>
  readdirSync(folder)
    .filter(file => file.endsWith('.jsonl'))
    .sort()

/** Of the code that training depends on and of what it reads of the examples (not the entities): a model with another hash is stale. */
export function trainingHash(): string {
  const code = [
    'features.ts',
    'feature-names.ts',
    'concepts.ts',
    'whole-words.ts',
    'text.ts',
    'spelling.ts',
    'other-products.ts',
    'regression.ts',
    'train.ts',
  ]
  const hash = createHash('sha256')
  for (const file of code) hash.update(readFileSync(new URL(`./${file}`, import.meta.url)))
  for (const { intent, aspect, text } of readExamples()) hash.update(JSON.stringify([intent, aspect, text]))
  return hash.digest('hex').slice(0, 16)
}
