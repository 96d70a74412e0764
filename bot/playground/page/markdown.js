// The part of Markdown that Teams shows in messages and cards: bold, italic, links and lists. Everything else stays as it was written.

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = text => text.replace(/[&<>"']/g, sign => entities[sign])

const inlines = new RegExp(
  [
    String.raw`\\(?<literal>[\\\x60*_{}[\]()#+.!~|>-])`,
    String.raw`\*\*(?=\S)(?<strong>(?:\\.|[^\\])+?)(?<=\S)\*\*`,
    String.raw`\*(?=\S)(?<starred>(?:\\.|[^\\*])+)(?<=\S)\*`,
    String.raw`(?<![\p{L}\p{N}_])_(?=\S)(?<underscored>(?:\\.|[^\\_])+)(?<=\S)_(?![\p{L}\p{N}_])`,
    String.raw`\[(?<label>(?:\\.|[^\\\]])+)\]\((?<address>https:\/\/[^\s()<>"']+)\)`,
  ].join('|'),
  'gsu',
)

/** A line's worth of Markdown as HTML. */
function inline(text) {
  let html = ''
  let end = 0
  for (const match of text.matchAll(inlines)) {
    html += escaped(text.slice(end, match.index)) + marked(match.groups)
    end = match.index + match[0].length
  }
  return html + escaped(text.slice(end))
}

function marked({ literal, strong, starred, underscored, label, address }) {
  if (literal) return escaped(literal)
  if (strong) return `<strong>${inline(strong)}</strong>`
  if (address) return `<a href="${escaped(address)}" target="_blank" rel="noopener noreferrer">${inline(label)}</a>`
  return `<em>${inline(starred ?? underscored)}</em>`
}

const bullet = /^\s*[-*+] +(.*)$/
const numbered = /^\s*(\d{1,4})[.)] +(.*)$/

/** Markdown as safe HTML, in blocks: a line break alone is a space, as in Teams; a blank line starts a new paragraph. */
export function markdown(text) {
  const blocks = []
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const last = blocks.at(-1)
    const item = bullet.exec(line)
    const counted = numbered.exec(line)
    if (item) add(blocks, last, 'ul', item[1])
    else if (counted) add(blocks, last, 'ol', counted[2], Number(counted[1]))
    else if (line.trim() === '') blocks.push({ kind: 'gap', lines: [] })
    else add(blocks, last, 'p', line.trim())
  }
  return blocks.map(htmlOf).join('')
}

function add(blocks, last, kind, line, start = 1) {
  if (last?.kind === kind) last.lines.push(line)
  else blocks.push({ kind, lines: [line], start })
}

function htmlOf({ kind, lines, start }) {
  if (kind === 'gap') return ''
  if (kind === 'p') return `<p>${inline(lines.join(' '))}</p>`
  const items = lines.map(line => `<li>${inline(line)}</li>`).join('')
  return kind === 'ol' ? `<ol start="${start}">${items}</ol>` : `<ul>${items}</ul>`
}
