import { createRequire } from 'node:module'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { states } from '../bot/gallery/states.ts'
import { readPress, writePress } from '../cards/actions.ts'
import type { Card } from '../cards/card.ts'
import { aspects, intents } from '../cards/intents.ts'
import { allowedHosts, links } from '../cards/links.ts'
import type { Question } from '../dialogs/topic.ts'
import { topicOf } from '../dialogs/topics.ts'
import type { Facts } from '../rules/facts.ts'
import { sources } from '../rules/sources.ts'
import { addressesOf, ofType, type Piece, piecesOf, withoutLinks, wordsOf } from './support/card-parts.ts'
import { schemaFaults } from './support/card-schema.ts'
import { factsIn } from './support/table.ts'
import { on, today } from './support/verdicts.ts'

// The package's `main` does not load in plain Node; this file of it does, and needs no browser to parse.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js')

interface Named {
  readonly name: string
  readonly card: Card
}

const PRICE = 8765.43
const factSets: readonly Facts[] = [
  {},
  ...[
    `licenseStart=2026-03-05 price=${PRICE}`,
    `licenseStart=2026-02-01 price=${PRICE} billingAccount=EA`,
    'licenseStart=2025-03-08 billingAccount=CSP',
    'kind=trial trialEnd=2026-04-15 cloud=gcc',
    'trialEnd=2026-03-20 role=other',
    'trialEnd=2026-01-20 otherActiveLicense=true kind=trial',
    'trialStart=2026-02-20 extended=true role=global-admin billingAccount=MCA',
    'licenseEnd=2026-02-20 otherActiveLicense=false',
    'licenseEnd=2025-11-01 billingAccount=MCA',
  ].map(factsIn),
  {
    sites: [
      { devices: 480, name: '[Lyon](https://example.com) **1**' },
      { devices: 12_000, count: 3 },
    ],
    growthPercent: 12.5,
  },
]

// Topics that keep something need a store: `bot/gallery/states.ts` has their cards.
function answersOf(question: Question): readonly Card[] {
  const topic = topicOf(question.intent)
  return topic && 'answer' in topic ? topic.answer(question).cards : []
}

/** What each topic answers to each set of facts and each aspect. */
function answersOn(mobile: boolean): Named[] {
  const at = on(today)
  const blank = { supposed: false, declined: [], unreadable: [], leftOut: 0, asOf: false, at, locale: 'en-US', mobile } as const
  const allAspects: Readonly<Record<string, readonly Question['aspect'][]>> = aspects
  return intents.flatMap(intent =>
    factSets.flatMap((facts, index) =>
      [undefined, ...(allAspects[intent] ?? [])].flatMap(aspect =>
        answersOf({ ...blank, intent, facts, aspect }).map(card => ({
          name: `${intent}${aspect ? ` (${aspect})` : ''}, facts ${index}${mobile ? ', on a phone' : ''}`,
          card,
        })),
      ),
    ),
  )
}

const onPhones = [...answersOn(true), ...states().filter(({ name }) => name.includes('on a phone'))]
const all: readonly Named[] = [...states(), ...answersOn(false), ...onPhones]

/** Fails with each fault and the cards that have it. */
function expectNone(faultsOf: (card: Card) => readonly unknown[], cards = all): void {
  const found = cards.flatMap(({ name, card }) =>
    faultsOf(card).map(fault => ({ name, fault: typeof fault === 'string' ? fault : JSON.stringify(fault) })),
  )
  const wrong = [...Map.groupBy(found, ({ fault }) => fault)].map(([fault, on]) => `${fault} (${on.length} times, first on ${on[0]?.name})`)
  expect(wrong).toEqual([])
}

describe('every card in every state', () => {
  test('is there at all, under a name of its own', () => {
    const names = states().map(({ name }) => name)
    expect(names.length).toBeGreaterThan(60)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('is parsed by the real library without a complaint', () => {
    expectNone(({ content }) => {
      const context = new SerializationContext(Versions.v1_5)
      const parsed = new AdaptiveCard()
      parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } }) // Teams shows six
      parsed.parse(content, context)
      const { validationEvents } = parsed.validateProperties() as { validationEvents: { message: string }[] }
      const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message as string)
      return [...events, ...validationEvents.map(({ message }) => message)]
    })
  })

  test('fits the schema of Adaptive Cards 1.5', () => {
    expectNone(({ content }) => schemaFaults(content))
    expectNone(({ content }) => (content.version === '1.5' ? [] : [String(content.version)]))
  })

  test('would not fit it with a misspelt property, or with an element where it may not stand', () => {
    const body = (element: object) => schemaFaults({ type: 'AdaptiveCard', version: '1.5', body: [element] })
    expect(body({ type: 'TextBlock', text: 'x', wrap: true })).toEqual([])
    expect(body({ type: 'TextBlock', text: 'x', warp: true })[0]).toMatch(
      '/body/0: TextBlock must NOT have additional properties {"additionalProperty":"warp"}',
    )
    expect(body({ type: 'TextBlok', text: 'x' })).toEqual(['/body/0: there is no TextBlok'])
    expect(body({ type: 'Action.OpenUrl', url: 'https://learn.microsoft.com' })).not.toEqual([])
  })

  test('has six actions at most, counting every one', () => {
    expectNone(card => {
      const count = ofType(card, /^Action\./).length
      return count > 6 ? [`${count} actions`] : []
    })
  })

  test('has 28 KB at most', () => {
    expectNone(({ content }) => {
      const bytes = Buffer.byteLength(JSON.stringify(content))
      return bytes > 28 * 1024 ? [`${bytes} bytes`] : []
    })
  })

  test('has a summary that fits a toast, in plain words', () => {
    expectNone(({ summary }) => (summary.trim() === '' || summary.length > 120 || /\]\(/.test(summary) ? [summary] : []))
  })

  test('begins with its headline, and there is one', () => {
    expectNone(card => {
      const headings = ofType(card, /^TextBlock$/).filter(({ style }) => style === 'heading')
      return headings.length === 1 && card.text.startsWith(String(headings[0]?.text)) ? [] : headings.map(({ text }) => text)
    })
  })

  test('leads to addresses on the list only, and each button says that it leaves', () => {
    const mails: readonly string[] = [links['hardware-sales']]
    const isAllowed = (url: string) => mails.includes(url) || (url.startsWith('https://') && allowedHosts.includes(new URL(url).host))
    expectNone(card => addressesOf(card).filter(url => !isAllowed(url)))
    expectNone(
      card =>
        JSON.stringify({ ...card.content, $schema: '', fallbackText: '' })
          .match(/"(?:https?|data|javascript):[^"]*"/g)
          ?.filter(quoted => !isAllowed(JSON.parse(quoted))) ?? [],
    )
    expectNone(card => ofType(card, /^Action\.OpenUrl$/).flatMap(({ title }) => (/↗/.test(String(title)) ? [] : [title])))
  })

  test('has a label on every input, and an id that is a fact', () => {
    expectNone(card => ofType(card, /^Input\./).filter(({ label, id }) => !label || !/^[a-zA-Z]+$/.test(String(id))))
  })

  test('has its parts under ids of their own, and buttons that fold what is there', () => {
    expectNone(card => {
      const ids = ofType(card, /./).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
      const targets = ofType(card, /^Action\.ToggleVisibility$/).flatMap(({ targetElements }) => targetElements as string[])
      return [...ids.filter((id, index) => ids.indexOf(id) !== index), ...targets.filter(target => !ids.includes(target))]
    })
  })

  test('writes dates with the month in letters', () => {
    const figures = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/
    // What a person wrote is quoted as it was.
    expectNone(card => [...wordsOf(card), card.summary].filter(words => figures.test(words.replace(/"[^"]*"/g, ''))))
  })

  test('speaks plainly', () => {
    expectNone(card => wordsOf(card).filter(words => /please note|undefined|\bnull\b|\[object|\$\{/i.test(words)))
    expectNone(card => ofType(card, /^(TextBlock|TextRun)$/).filter(({ text }) => String(text).trim() === ''))
  })
})

describe('the text form of every card', () => {
  test('is what clients show that know no cards', () => {
    // Of a long list as much as finds room, and how many lines that leaves out.
    const isShortened = (content: Card['content'], text: string) => {
      const lines = String(content.fallbackText).split('\n')
      const missing = Number(/^\.\.\. and (\d+) more lines?$/.exec(lines.at(-1) ?? '')?.[1])
      const all = text.split('\n')
      return missing > 0 && lines.length - 1 + missing === all.length && lines.slice(0, -1).every((line, index) => line === all[index])
    }
    expectNone(({ content, text }) => (content.fallbackText === text || isShortened(content, text) ? [] : [text]))
  })

  test('holds every address', () => {
    expectNone(card => addressesOf(card).filter(url => !card.text.includes(url)))
  })

  test('holds every sentence and every value', () => {
    const shown = (card: Card) =>
      ofType(card, /^(TextBlock|TextRun)$/).map(({ type, text }) => (type === 'TextBlock' ? withoutLinks(String(text)) : String(text)))
    const marks = /^[•●○◉◆]$/
    // A list of sources stands in the text with the address of each: its titles are looked for one by one.
    expectNone(card =>
      shown(card)
        .flatMap(text => (marks.test(text) ? [] : text.split(/, |: /)))
        // "As text" stands for itself in a mail: it names the product, its total and what is not in it.
        .filter(
          text => !/^(?:Defender for IoT site licences|Total|Not included|\d+ lines? without a usable number of devices\.)$/.test(text),
        )
        // "As text" says "400 devices" where the table has a column of devices, and "80 devices each" where it has "80 each".
        .filter(text => !card.text.includes(text.trim().replace(/ devices( each)?$/, ''))),
    )
  })

  test('has no Markdown of ours', () => {
    expectNone(card => {
      const asTyped = ofType(card, /^TextRun$/).map(({ text }) => String(text))
      const ours = asTyped.reduce((text, typed) => text.replaceAll(typed, ''), card.text)
      return ours.match(/\]\(|\*\*|`|^#+ /gm) ?? []
    })
  })
})

test('what a person wrote is never read as Markdown', () => {
  const typed = '[Lyon](https://example.com) **1**'
  const showing = all.filter(({ card }) => ofType(card, /^TextRun$/).some(({ text }) => String(text).includes(typed)))
  expect(showing.length).toBeGreaterThan(0)
  expectNone(card => ofType(card, /^TextBlock$/).filter(({ text }) => String(text).includes('example.com')))
})

describe('every button', () => {
  const pressesOf = (card: Card) => ofType(card, /^Action\.Execute$/)

  test('carries a question that is read back as it was written', () => {
    const again = (data: unknown) => {
      const read = readPress(data)
      return read && writePress(read.press)
    }
    expectNone(card => pressesOf(card).filter(({ data }) => !isDeepStrictEqual(again(data), data)))
  })

  test('falls back to the same with Action.Submit, which stands alone only in a form of a dialog', () => {
    expectNone(card =>
      pressesOf(card).filter(({ fallback, data, title }) => {
        const submit = fallback as Piece | undefined
        return submit?.type !== 'Action.Submit' || JSON.stringify(submit.data) !== JSON.stringify(data) || submit.title !== title
      }),
    )
    const inForm = ({ data }: Piece) => readPress(data)?.press.form !== undefined
    expectNone(card => piecesOf(card).filter(({ piece, isFallback }) => piece.type === 'Action.Submit' && !isFallback && !inForm(piece)))
  })

  test('has a title, and no two of a card have the same', () => {
    expectNone(card => {
      const titles = ofType(card, /^Action\./).map(({ title }) => String(title ?? ''))
      return titles.filter((title, index) => title.trim() === '' || titles.indexOf(title) !== index)
    })
  })
})

describe('on iOS and Android', () => {
  test('no card leads to prices or a purchase', () => {
    const forbidden: readonly string[] = [links['purchase-steps'], sources['D4IOT-PRICING'].url]
    expectNone(card => forbidden.filter(url => JSON.stringify(card.content).includes(url) || card.text.includes(url)), onPhones)
  })

  test('no card shows a price or an estimate', () => {
    const amounts = /8,?\d{3}(\.\d+)?\b|\bestimate|\bprices?\b/i
    expect(answersOn(false).some(({ card }) => amounts.test(card.text))).toBe(true)
    expectNone(card => [...wordsOf(card), card.summary, ...card.text.split('\n')].filter(words => amounts.test(words)), onPhones)
  })

  test('a card that would lead to a purchase says where to go instead', () => {
    const elsewhere = 'Open this on a computer to buy'
    const leading = answersOn(false).filter(({ card }) =>
      ofType(card, /^Action\.OpenUrl$/).some(({ url }) => url === links['purchase-steps']),
    )
    const sayingSo = onPhones.filter(({ card }) => card.text.includes(elsewhere)).map(({ name }) => name)
    expect(leading.filter(({ name }) => !sayingSo.includes(`${name}, on a phone`)).map(({ name }) => name)).toEqual([])
  })
})
