import { remembered } from './remembered.ts'

/** What a line is in the message: `heading` (subject, forwarded) counts as words but not as a list; `aside` (mail header, signature) not at all. */
export type LineRole = 'body' | 'heading' | 'aside' | 'blank'

export interface Line {
  /** Counted from 1 in the text as given. */
  readonly number: number
  /** Cleaned: no mention, no mail quoting, plain quotes and dashes; tabs and runs of spaces are kept, they may separate columns. */
  readonly text: string
  readonly role: LineRole
  /** As given, where that has other characters. */
  readonly raw?: string
}

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#160': ' ' }

const FRACTIONS: Record<string, string> = { '¼': '.25', '½': '.5', '¾': '.75' }

/** Nothing here has a plainer form: no entities, mentions, backticks or control characters. */
const PLAIN = /^[\t\n !-%'-;=-_a-~]*$/

/** One line's characters as plain as possible: NFKC, ASCII quotes and dashes, no mentions, no invisible characters. */
export function plain(text: string): string {
  if (PLAIN.test(text)) return text
  return (
    text
      .replace(/<at\b[^>\n]{0,200}>[^<\n]{0,200}<\/at>/giu, ' ')
      .replace(/&(nbsp|amp|lt|gt|quot|apos|#39|#160);/gu, (_, name: string) => ENTITIES[name] ?? ' ')
      .replace(/²/gu, '^2')
      // "3½ thousand": as plain characters it would be 31 and 2.
      .replace(/(\d?)[ \u00a0]?([¼½¾])/gu, (_, whole: string, part: string) => `${whole || '0'}${FRACTIONS[part]}`)
      // Spaces that hold a number together.
      .replace(/(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))/gu, "'")
      .normalize('NFKC')
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
      .replace(/[\u2018\u2019\u201a\u201b\u2032`´]/gu, "'")
      .replace(/[\u201c-\u201f«»]/gu, '"')
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      .replace(/[\u2028\u2029\v\f\r]/gu, ' ')
  )
}

const QUOTING = /^[ \t]{0,10}(?:>[ \t]?){1,10}/u
const MAIL_HEADER = /^(?:from|sent|to|cc|bcc|von|an|gesendet|de|à|envoyé|para|enviado)\s{0,3}:|^(?:date|datum)\s{0,3}:.{1,40}\d:\d\d/iu
const HEADING = /^(?:subject|betreff|objet|asunto|assunto|oggetto)\s{0,3}:|^(?:fwd?|re|aw|wg|tr|rv|enc)\s?:/iu
const CLOSING =
  /^(?:-- ?|(?:thanks|thank you|thx|ta|many thanks|thanks in advance|thanks & regards|thanks and regards|cheers|regards|best|brgds|rgds|br|kr|vg|mfg|lg|sincerely|yours|yours faithfully|yours sincerely|yours truly|warmly|saludos|cordialement|cordially|att|abs|abraços|mvh|(?:kind|best|warm|kindest|warmest|many|with best|with kind) (?:regards|wishes|greetings)|mit freundlichen grüßen|viele grüße|freundliche grüße|bien à vous|cordiali saluti|grüße|gruß|pozdrawiam|z poważaniem|s pozdravem|s pozdravom|üdvözlettel|med vänlig hälsning|med vänliga hälsningar|hälsningar|med venlig hilsen|vennlig hilsen|terveisin|ystävällisin terveisin|met vriendelijke groet|met vriendelijke groeten|vriendelijke groeten|distinti saluti|saluti|atentamente|un saludo|cordialmente|atenciosamente)(?![\p{L}\p{M}\d'-]))[,.!]{0,2}\s{0,3}(?:\p{L}[\p{L}.-]{0,20}\s?){0,2}$/iu
const SENT_FROM = /^(?:sent from my|get outlook for|von meinem)\b/iu

const SAYS =
  /[?]|[.!]$|\b(?:trials?|licen[cs]es?|devices?|ends?|expires?|bought|refund|extend|we|our|my|is|are|please|pls|can|how|what)\b/iu

/** A line as people end a mail with: short, no figures as in a list, nothing said. */
const canBeSignature = (line: string) =>
  line.length <= 70 && !SAYS.test(line) && !/[\t=;]/u.test(line) && !/[:,-]\s{0,3}\d[\d.,' ]{0,9}$/u.test(line)

/** Who it is from, where, by which telephone, with bars between: "Jo Miller | Suite 400 | (214) 555-0199". */
const isBusinessCard = (line: string) =>
  line.length <= 160 &&
  !SAYS.test(line) &&
  /@|\+\d|\d{3}\)?[ -]\d{3}/u.test(line) &&
  /^\p{L}[^\d|]{2,40}(?:\|[^|\n]{1,60}){1,5}$/u.test(line)

/** Splits a message into lines with their roles. `\n` and `\r\n` end a line, as in the text given. */
export const readLines = remembered((text: string): readonly Line[] => {
  let inSignature = 0
  return text.split('\n').map((raw, index, { length }): Line => {
    const straight = plain(raw)
    // ">1,000 devices at Hull" alone quotes nothing.
    const cleaned = length === 1 && /^>\d/u.test(straight) ? straight : straight.replace(QUOTING, '')
    const words = cleaned.trim()
    // One line alone is the message, whatever it begins with.
    const role = length === 1 && words !== '' && !HEADING.test(words) ? 'body' : roleOf(words, inSignature)
    if (role === 'aside' && (CLOSING.test(words) || SENT_FROM.test(words))) inSignature = 6
    else if (role === 'aside' || role === 'blank') inSignature = Math.max(0, inSignature - 1)
    else inSignature = 0
    return { number: index + 1, text: cleaned, role, ...(cleaned === raw ? {} : { raw }) }
  })
})

function roleOf(words: string, inSignature: number): LineRole {
  if (words === '') return 'blank'
  if (MAIL_HEADER.test(words) || SENT_FROM.test(words) || (CLOSING.test(words) && !words.includes('\t'))) return 'aside'
  if (HEADING.test(words)) return 'heading'
  return inSignature > 0 && (canBeSignature(words) || isBusinessCard(words)) ? 'aside' : 'body'
}
