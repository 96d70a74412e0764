/** What a person is told where the desk itself is the matter: not an answer to anything. */
export const trouble = {
  /** @param id what the person can name, and the log has */
  wentWrong: (id: string) =>
    `Something went wrong on our side (id ${id}). Try again, or ask another way; "list my reminders" shows whether a reminder was changed. If it stays, give this id to whoever runs License Desk.`,
  stale: 'This card could not be brought up to date',
  tryAgain: 'Try again',
  notForThisTenant: 'License Desk is not set up for your organization. Its administrator can ask whoever runs License Desk to add it.',
  filesNotRead: 'I read what is typed or pasted as text, not files or pictures. Paste a list of sites here, one site a line.',
  noLinks: 'License Desk shows no previews of links. Search it for an answer instead.',
  notOffered: 'License Desk has nothing to open or set up here. Search it, use "Size sites", or ask it in a chat.',
} as const
