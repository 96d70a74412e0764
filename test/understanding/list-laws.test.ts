import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMessage } from '../../dialogs/understanding/understand.ts'
import type { Site } from '../../rules/facts.ts'
import { today } from '../support/verdicts.ts'

/** A line of a list, and what is to be read in it: a site, a line that can't be used, or neither. */
interface Written {
  readonly line: string
  readonly site?: Site
  readonly unusable?: boolean
}

type Row = (name: string, value: string, index: number) => string

const quotedFor = (mark: string) => (cell: string) => (cell.includes(mark) ? `"${cell}"` : cell)
const [comma, semicolon, tab] = [quotedFor(','), quotedFor(';'), quotedFor('\t')]

/** How people write lists down; tables have a header. */
const formats: Readonly<Record<string, { readonly row: Row; readonly isTable: boolean }>> = {
  tabs: { row: (name, value) => `${tab(name)}\t${tab(value)}`, isTable: true },
  commas: { row: (name, value) => `${comma(name)},${comma(value)}`, isTable: true },
  semicolons: { row: (name, value) => `${semicolon(name)};${semicolon(value)}`, isTable: true },
  pipes: { row: (name, value) => `${name} | ${value}`, isTable: true },
  Markdown: { row: (name, value) => `| ${name} | ${value} |`, isTable: true },
  'aligned spaces': { row: (name, value) => `${name.padEnd(40)}${value}`, isTable: true },
  colons: { row: (name, value) => `${name}: ${value}`, isTable: false },
  'equals signs': { row: (name, value) => `${name} = ${value}`, isTable: false },
  bullets: { row: (name, value) => `- ${name}: ${value}`, isTable: false },
  numbers: { row: (name, value, index) => `${index}. ${name}: ${value}`, isTable: false },
}

const places = 'Leeds Hull York Goole Lyon Nantes Łódź Kraków Tromsø Málaga Zürich Göteborg Bristol Brno Tampere Osaka Pune'.split(' ')
const name = fc.oneof(
  fc.constantFrom(
    ...places,
    'São Paulo',
    "L'Aquila",
    'Stoke-on-Trent',
    '東京工場',
    'Санкт-Петербург',
    'Den Haag',
    'King of Prussia',
    '🏭 Kent',
  ),
  fc.tuple(fc.constantFrom(...places), fc.constantFrom('North', 'II', 'Old Town', 'Refinery', '(old)')).map(words => words.join(' ')),
  fc
    .integer({ min: 1, max: 99 })
    .chain(number => fc.constantFrom(`Plant ${number}`, `Halle ${number}`, `DC${number}`, `${number}th Street Depot`)),
)

const grouped = (value: number, mark: string) => String(value).replace(/\B(?=(\d{3})+$)/g, mark)
const figures = (value: number) =>
  fc.constantFrom(
    String(value),
    ...[',', '.', "'", '’', '\u00a0', '\u202f'].map(mark => grouped(value, mark)),
    `~${value}`,
    `approx. ${grouped(value, ',')}`,
    `${value} devices`,
    `${value} (est.)`,
    `'${value}`,
    `${value}.00`,
    ...(value % 100 === 0 && value >= 1000 ? [`${value / 1000}k`, `${value / 1000}E+03`] : []),
  )
const count = fc
  .oneof(
    fc.integer({ min: 1, max: 90_000 }),
    fc.integer({ min: 10, max: 99 }).map(value => value * 100),
  )
  .chain(devices => figures(devices).map(written => ({ written, devices })))
const several = fc
  .tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 900 }))
  .chain(([count, devices]) =>
    fc
      .constantFrom(`${count} x ${devices}`, `${count}x${devices}`, `${count} sites of ${devices}`)
      .map(written => ({ written, devices, count })),
  )
const unusable = fc.constantFrom(
  ...[
    'n/a',
    'tbd',
    'TBC',
    '?',
    'unknown',
    '400-450',
    '300–350',
    '>1,000',
    '<50',
    'up to 300',
    'max 500',
    'at least 90',
    '-12',
    '12.5',
    '0',
  ],
  ...['#REF!', '#N/A', '12,000,000', '400 or 500', '45%', '1O0', '400+', 'between 200 and 300', 'pending', 'a few', '€400'],
)

const row = fc.oneof(
  { weight: 6, arbitrary: fc.record({ name, value: count }) },
  { weight: 1, arbitrary: fc.record({ name, value: several }) },
  { weight: 2, arbitrary: fc.record({ name, value: unusable }) },
)

/** Lines that hold no site. */
const others = fc.constantFrom(
  '',
  '   ',
  '-----',
  'North region',
  'EMEA',
  '(numbers from March)',
  '* preliminary',
  'Note: counted in March',
)

const list = fc
  .record({
    format: fc.constantFrom(...Object.keys(formats)),
    // A name that comes twice is asked about.
    rows: fc.uniqueArray(fc.record({ row, before: fc.option(others, { freq: 8 }) }), {
      minLength: 5,
      maxLength: 60,
      selector: ({ row }) => row.name.toLowerCase(),
    }),
    isHeaded: fc.boolean(),
    isTotalled: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n'),
    closing: fc.constantFrom<readonly string[]>([], ['', 'Thanks', 'Anna'], ['', 'Best regards,', 'Jo Smith', '+44 20 7946 0958']),
  })
  // A list without any site is none.
  .filter(({ rows }) => rows.filter(({ row }) => typeof row.value !== 'string').length >= 3)
  .map(({ format, rows, isHeaded, isTotalled, end, closing }) => {
    const { row: write, isTable } = formats[format]!
    const line = (text: string): Written => ({ line: text })
    const header =
      isTable && (isHeaded || format === 'Markdown')
        ? [line(write('Site', 'Devices', 0)), ...(format === 'Markdown' ? [line('|---|---|')] : [])]
        : []
    const body = rows.flatMap(({ row: { name, value }, before }, index): Written[] => {
      const written = write(name, typeof value === 'string' ? value : value.written, index + 1)
      const read =
        typeof value === 'string'
          ? { unusable: true }
          : { site: { name, devices: value.devices, ...('count' in value ? { count: value.count } : {}) } }
      return [...(before === null ? [] : [line(before)]), { line: written, ...read }]
    })
    const sum = body.reduce((total, { site }) => total + (site ? site.devices * (site.count ?? 1) : 0), 0)
    const lines = [...header, ...body, ...(isTotalled ? [line(write('Total', String(sum), rows.length + 1))] : []), ...closing.map(line)]
    return { text: lines.map(({ line }) => line).join(end), lines }
  })

test('a list in any writing gives each of its sites, names every line that can not be used, and nothing else', () => {
  fc.assert(
    fc.property(list, ({ text, lines }) => {
      const { wishes, facts, unreadable } = readMessage(text, { today, locale: 'en-GB' })
      expect(wishes[0].intent).toBe('size-license')
      expect(facts.sites).toEqual(lines.flatMap(({ site }) => site ?? []))
      expect(unreadable.map(({ line }) => line)).toEqual(lines.flatMap(({ unusable }, index) => (unusable ? [index + 1] : [])))
    }),
    { numRuns: 150 },
  )
})
