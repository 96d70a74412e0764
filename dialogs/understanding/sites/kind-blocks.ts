import type { Line } from '../text.ts'
import { isKind } from './kind-lists.ts'
import { isLoneName } from './line-kinds.ts'
import { NAME_LABEL } from './list-entries.ts'
import { readCell } from './site-cells.ts'

// A site's name with its kinds of devices below it, a line each: "Lyon", "- 300 PLCs", "- 40 HMIs".

const KIND =
  /^[^\p{L}\d]*(?:(?<many>\d[\d.,]{0,9}k?) ?x? (?<kind>\p{L}[\p{L} /-]{0,30}?)|(?<label>\p{L}[\p{L} /-]{0,30}?)(?: (?:devices?|assets?|endpoints?))? ?[:=-] ?(?<count>\d[\d.,]{0,9}k?)(?: (?:devices?|assets?|endpoints?))?)\W*$/u
const TOTAL = /^\W*(?:total|sum|in total|all)\b\D{0,20}(?<all>\d[\d.,]{0,9}k?)(?: (?:devices?|assets?|endpoints?))?\W*$/iu
const MAX = 100

interface Kind {
  readonly name: string
  readonly devices: number
}

function kindIn({ role, text }: Line): Kind | undefined {
  const { many, kind, label, count } = (role === 'body' && text.length <= MAX && KIND.exec(text)?.groups) || {}
  const name = (kind ?? label ?? '').trim()
  const cell = readCell(many ?? count ?? '')
  return cell.kind === 'count' && isKind(name) ? { name: name.toLowerCase(), devices: cell.devices } : undefined
}

/** Who has kinds of devices below: "Lyon", "Site: Lyon". */
function nameIn({ role, text }: Line): string | undefined {
  if (role !== 'body' || text.length > MAX) return undefined
  const [, label = '', value = ''] = /^([^:=]{1,20}?) ?[:=] ?(.*)$/u.exec(text.trim()) ?? []
  const name = NAME_LABEL.test(label.trim()) ? value : text.replace(/[\s:]+$/u, '')
  return isLoneName(name) && kindIn({ number: 0, text: name, role }) === undefined ? name : undefined
}

/** The lines with each such block as one line, "Lyon: 340". */
export function withKindBlocks(lines: readonly Line[]): readonly Line[] {
  if (lines.length < 3 || !lines.some(line => kindIn(line))) return lines
  const told = [...lines]
  let isTold = false
  for (const [at, line] of lines.entries()) {
    const name = nameIn(line)
    if (name === undefined) continue
    const kinds: Kind[] = []
    for (
      let kind = lines[at + 1] && kindIn(lines[at + 1] as Line);
      kind;
      kind = lines[at + 1 + kinds.length] && kindIn(lines[at + 1 + kinds.length] as Line)
    )
      kinds.push(kind)
    const devices = kinds.reduce((sum, kind) => sum + kind.devices, 0)
    const all = TOTAL.exec(lines[at + 1 + kinds.length]?.text ?? '')?.groups?.all
    const total = all === undefined ? undefined : readCell(all)
    const isSum = total?.kind === 'count' && total.devices === devices
    if (kinds.length < 2 || new Set(kinds.map(kind => kind.name)).size < kinds.length || (total && !isSum)) continue
    isTold = true
    told[at] = { ...line, text: `${name}: ${devices}` }
    for (let below = at + 1; below <= at + kinds.length + (isSum ? 1 : 0); below += 1)
      told[below] = { ...(lines[below] as Line), text: '', role: 'blank' }
  }
  return isTold ? told : lines
}
