import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { State } from './answered.ts'

/** The looks of Teams that a card is shown in. */
export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]
const widths = ['desktop', 'phone'] as const

const require = createRequire(import.meta.url)
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const base64 = (path: string) => readFileSync(require.resolve(path)).toString('base64')

// Bundled, so that a card looks the same on every machine.
// Open Sans is close to Teams' Segoe UI, which is not free; it lacks the signs of a timeline.
const fonts = [
  {
    family: 'Open Sans',
    weight: '400',
    file: '@fontsource/open-sans/files/open-sans-latin-400-normal.woff2',
    range: 'U+0-FF, U+2000-206F, U+20AC',
  },
  {
    family: 'Open Sans',
    weight: '600',
    file: '@fontsource/open-sans/files/open-sans-latin-600-normal.woff2',
    range: 'U+0-FF, U+2000-206F, U+20AC',
  },
  { family: 'Open Sans', weight: '400', file: '@fontsource/open-sans/files/open-sans-latin-ext-400-normal.woff2', range: 'U+100-24F' },
  { family: 'Open Sans', weight: '600', file: '@fontsource/open-sans/files/open-sans-latin-ext-600-normal.woff2', range: 'U+100-24F' },
  {
    family: 'Gallery Symbols',
    weight: '400 700',
    file: '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
    range: 'U+2190-25FF',
  },
]

const fontFaces = () =>
  fonts
    .map(
      ({ family, weight, file, range }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};unicode-range:${range};src:url(data:font/woff2;base64,${base64(file)})}`,
    )
    .join('\n')

/** One page to scroll: every card in every theme and width with its text beside it, and an index. It needs no other file. */
export function galleryPage(states: readonly State[]): string {
  const body = `
<header>
  <h1>License Desk: ${states.length} cards</h1>
  ${[...themes, ...widths, 'text'].map(name => `<label><input type="checkbox" id="show-${name}" checked> ${name}</label>`).join('\n  ')}
  <label><input type="checkbox" id="unfold"> unfolded</label>
</header>
<nav aria-label="Cards">${states.map(({ name }) => `<a href="#${anchor(name)}">${escaped(name)}</a>`).join('')}</nav>
<main>${states.map(section).join('')}</main>`
  return page(states, body)
}

function section({ name, card }: State, index: number): string {
  const drawn = themes
    .map(theme => `<div class="theme" data-theme="${theme}">${widths.map(width => place(index, width)).join('')}</div>`)
    .join('')
  return `
<section id="${anchor(name)}" aria-label="${escaped(name)}">
  <h2>${escaped(name)}</h2>
  <pre>${escaped(card.text)}</pre>
  <div class="drawn">${drawn}</div>
</section>`
}

/** Nothing but the cards, one under the other in one theme, as wide as the page at most. For measuring and pictures. */
export function sheetPage(states: readonly State[], theme: Theme): string {
  const places = states.map((_, index) => place(index, 'sheet')).join('\n')
  return page(states, `<main data-theme="${theme}" style="background:var(--canvas);color:var(--text)">${places}</main>`)
}

const place = (index: number, width: string) => `<div class="place ${width}" data-card="${index}"></div>`
const anchor = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

function page(states: readonly State[], body: string): string {
  const styles = [
    fontFaces(),
    readFileSync(require.resolve('adaptivecards/dist/adaptivecards.css'), 'utf8'),
    ...['../playground/page/theme.css', '../playground/page/card.css', './page/gallery.css'].map(read),
  ]
  const modules = ['../playground/page/host-config.js', '../playground/page/markdown.js', '../playground/page/card.js', './page/draw.js']
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cards of License Desk</title>
<style>${styles.join('\n')}</style>
</head>
<body>${body}
<script type="application/json" id="cards">${inScript(JSON.stringify(states.map(({ card }) => card.content)))}</script>
<script>${inScript(readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8'))}</script>
<script type="module">${inScript(modules.map(path => alone(read(path))).join('\n'))}</script>
</body>
</html>
`
}

/** A module put after those that it imports: the page is one file, which has nowhere to import from. */
const alone = (module: string) => module.replace(/^import .*\n/gm, '').replace(/^export /gm, '')

/** What stands in a script may not end it. */
const inScript = (text: string) => text.replace(/<(?=\/script|!--)/gi, '\\u003c')
