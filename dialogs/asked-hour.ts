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

/** Whether a message asks for its reminders at another hour: "remind me at 7am"; that something ends at 5pm is no such wish. */
export function asksOtherHour(text: string): boolean {
  if (!hour.test(text)) return false
  const parts = text.split(/[,;!?:](?!\d)|\.\s|\b(?:ends?|ended|ending|expir\w+|runs? out|is over)\b/i)
  return parts.some(part => {
    const [, at = '', time = ''] = hour.exec(part) ?? []
    return (at || time) !== '' && (reminds.test(part) || alone.test(part)) && !THE_HOUR.test(at)
  })
}
