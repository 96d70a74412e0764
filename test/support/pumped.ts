import { type AST, RegExpParser } from '@eslint-community/regexpp'
import type { Pattern } from './patterns.ts'
import { diceOf } from './simulation.ts'

// Texts that a pattern nearly matches, with one of its repetitions taken as often as it goes: where it can be read in two ways, there are
// twice as many with each turn.

const TURNS = 60
const LENGTH = 220
const TRIES = 6
const ENDS = ['\u0001', '!x', '-\u0001']
const parser = new RegExpParser({ ecmaVersion: 2025 })

/** The same texts every time. */
export function* pumpedTexts({ source, flags }: Pattern): Generator<string> {
  const tree = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u') })
  const dice = diceOf(source.length)
  for (const pumped of repetitionsIn(tree))
    for (let tries = 0; tries < TRIES; tries++) {
      const text = new Writer(dice, pumped, tries % 2 === 0 ? 1 : 2).text(tree)
      for (const end of ENDS) yield text + end
    }
}

type Node = AST.Pattern | AST.Alternative | AST.Element

function repetitionsIn(node: Node): AST.Quantifier[] {
  return [...(node.type === 'Quantifier' && node.max > 2 ? [node] : []), ...partsOf(node).flatMap(repetitionsIn)]
}

function partsOf(node: Node): readonly Node[] {
  if (node.type === 'Quantifier') return [node.element]
  if (node.type === 'Alternative') return node.elements
  return 'alternatives' in node ? (node.alternatives as readonly Node[]) : []
}

const holds = (node: Node, other: Node): boolean => node === other || partsOf(node).some(part => holds(part, other))

/** Writes a text that leads to a repetition and through it, and ends there. */
class Writer {
  #arrived = false
  readonly dice: () => number
  readonly pumped: AST.Quantifier | undefined
  /** So many turns of the repetition differ from each other. */
  readonly different: number

  constructor(dice: () => number, pumped: AST.Quantifier | undefined, different: number) {
    this.dice = dice
    this.pumped = pumped
    this.different = different
  }

  text(node: Node): string {
    switch (node.type) {
      case 'Alternative':
        return this.#oneAfterTheOther(node.elements)
      case 'Quantifier':
        return this.#repeated(node)
      case 'Character':
        return String.fromCodePoint(node.value)
      case 'CharacterSet':
        return this.#some(ofSet(node))
      case 'CharacterClass':
        return this.#ofClass(node)
      case 'Assertion':
        return 'alternatives' in node && this.pumped && holds(node, this.pumped) ? this.text(node.alternatives[0] as Node) : ''
      default:
        return 'alternatives' in node ? this.#oneOf(node.alternatives as readonly Node[]) : ''
    }
  }

  #oneOf(nodes: readonly Node[]): string {
    const leading = nodes.filter(node => this.pumped && holds(node, this.pumped))
    return this.text(this.#some(leading.length > 0 ? leading : nodes))
  }

  #oneAfterTheOther(nodes: readonly Node[]): string {
    let text = ''
    for (const node of nodes) {
      text += this.text(node)
      if (this.#arrived) break
    }
    return text
  }

  #repeated(node: AST.Quantifier): string {
    if (node !== this.pumped) {
      if (this.pumped && holds(node, this.pumped)) return this.text(node.element)
      return this.#anew(node.element, node.min + (node.max > node.min && this.dice() < 0.3 ? 1 : 0))
    }
    this.#arrived = true
    const turn = this.#anew(node.element, this.different)
    return turn.repeat(Math.max(1, Math.min(TURNS, Math.floor(LENGTH / Math.max(1, turn.length)))))
  }

  #anew(node: Node, times: number): string {
    return Array.from({ length: Math.min(times, 9) }, () => new Writer(this.dice, undefined, 1).text(node)).join('')
  }

  #ofClass({ negate, elements }: AST.CharacterClass): string {
    if (negate) return this.#some(['a', ' ', ',', '4', '-', '.', 'A', '\u0001'].filter(sign => !elements.some(each => has(each, sign))))
    const element = elements[Math.floor(this.dice() * elements.length)]
    if (element?.type === 'Character') return String.fromCodePoint(element.value)
    if (element?.type === 'CharacterClassRange') return String.fromCodePoint(element.min.value)
    return element?.type === 'CharacterSet' ? this.#some(ofSet(element)) : 'a'
  }

  #some<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.dice() * values.length)] as Value
  }
}

/** Some signs of a set. */
function ofSet(set: AST.CharacterSet | AST.CharacterClassElement): readonly string[] {
  if (set.type !== 'CharacterSet') return ['a']
  if (set.kind === 'any') return ['a', ' ', ',']
  if (set.kind === 'property')
    return set.negate ? [' '] : [String(set.value ?? set.key).startsWith('N') ? '4' : isOfCapitals(set) ? 'A' : 'a']
  const [inside, outside] = {
    digit: [['4'], ['a', ' ']],
    space: [[' '], ['a']],
    word: [
      ['a', '4'],
      [' ', ',', '.'],
    ],
  }[set.kind] as [string[], string[]]
  return set.negate ? outside : inside
}

const isOfCapitals = (set: AST.CharacterSet) => 'key' in set && (set.value ?? set.key) === 'Lu'

function has(element: AST.CharacterClassElement, sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  if (element.type === 'Character') return element.value === code
  if (element.type === 'CharacterClassRange') return element.min.value <= code && code <= element.max.value
  return ofSet(element).includes(sign)
}
