const MOST_CHARACTERS = 20_000
/** What has so many lines, each as short as one about a site is, may be a list of sites and longer. */
const LIST_LINES = 40
const LONGEST_LINE = 500
const MOST_LINES = 2000

/** Whether a text is longer than anybody's question or list: reading it would keep everybody else waiting. */
export function isTooLong(text: string): boolean {
  const lines = text.split('\n')
  if (lines.length > MOST_LINES) return true
  return text.length > MOST_CHARACTERS && (lines.length < LIST_LINES || lines.some(line => line.length > LONGEST_LINE))
}
