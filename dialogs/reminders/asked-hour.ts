import { MAX_PHRASE } from '../phrases.ts'

// Reminders come at one hour; whoever asks for another one is told so.

/** The hour at which reminders come, as people write it. */
const THE_HOUR = /^0?9(?:[:.]00)?\s*(?:am|a\.m\.?|h|hrs?|hours|o['’]?clock)?$/i
const clock = "\\d{1,2}[:.]\\d\\d(?:\\s*(?:am|pm|h))?|\\d{1,2}\\s*(?:am|pm|a\\.m\\.|p\\.m\\.|h|hrs|o['’]?clock)"
const hour = new RegExp(
  `\\b(?:at|by|around|before|after|from|to)\\s+(?:about\\s+)?(${clock}|\\d{1,2}(?=\\W*(?:please)?\\W*$)|noon|midday|midnight)(?![\\w.]*\\d)|\\b(?:in|at)\\s+(?:the\\s+)?(afternoon|evening|night)s?\\b`,
  'i',
)
const reminds = /\b(?:remind\w*|ping\w*|notif\w*|nudge\w*|alert\w*|tell|warn\w*|message|messages|notices?|cards?)\b/i
const alone = new RegExp(`^\\W*(?:(?:and|but|always|please)\\W+)*(?:${hour.source})(?:\\W+(?:please|sharp|each|every|day))*\\W*$`, 'i')

const lead = '^\\W*(?:(?:please|and|ok(?:ay)?|actually|sorry|then|but|hm+|no)\\W+)*(?:(?:can|could|would|will) you (?:please )?)?'
const them = '(?:it|them|this|that|these|those|the (?:time|hour|reminders?|notices?|cards?|messages?)(?: time)?)'
const changing = new RegExp(
  `${lead}(?:(?:do|send|give|deliver|show|have|make|move|change|set|shift|put|bring)(?: me| us)? ${them}|(?:(?:can|could|would|will|should) )?${them.slice(0, -1)}|they) (?:come|arrive|be sent|be delivered|go out)|(?:i|we)(?: want| would like|['’]d like| prefer|['’]d prefer| need) ${them})\\b[^,.;]{0,12}?\\s(?:at|to|by|around|before|after|from)\\s+(?:about\\s+)?(${clock}|\\d{1,2}(?=\\W*$| (?:in the (?:morning|afternoon|evening)|at night|instead|rather|please))|noon|midday|midnight)(?![\\w.]*\\d)`,
  'i',
)

/** Whether a message wants what is tracked at another hour, without saying that it is about reminders: "can you do it at 7 am instead". */
export function changesHour(text: string): boolean {
  const [, at] = text.length > MAX_PHRASE ? [] : (changing.exec(text) ?? [])
  return at !== undefined && !THE_HOUR.test(at)
}

/** Whether a message asks for its reminders at another hour: "remind me at 7am"; that something ends at 5pm is no such wish. */
export function asksOtherHour(text: string): boolean {
  if (!hour.test(text)) return false
  const parts = text.split(/[,;!?:](?!\d)|\.\s|\b(?:ends?|ended|ending|expir\w+|runs? out|is over)\b/i)
  return parts.some(part => {
    const [, at = '', time = ''] = hour.exec(part) ?? []
    return (at || time) !== '' && (reminds.test(part) || alone.test(part)) && !THE_HOUR.test(at)
  })
}
