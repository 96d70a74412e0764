/** What a person reads who asks what is known about them. */
export const aboutMeWords = {
  title: 'This is what I know about you. "Forget me" deletes it',
  nothing: 'I know nothing about you at the moment',
  fades: 'I use this for 30 minutes after your last message, and delete it after 30 days.',
  faded: "I don't use this any more: your last message is more than 30 minutes old. It is deleted 30 days after that message.",
  topic: 'Talked about',
  site: 'Site',
  siteOf: (name: string, devices: string, count: number) => `${name ? `${name} ` : ''}${devices}${count > 1 ? ` (${count} times)` : ''}`,
  supposed: (label: string) => `${label} (only supposed)`,
  reminding: 'To be reminded of',
  end: 'An end',
  formerStart: 'Licence started, as you told it before',
  formerSites: 'Sites before the last change',
  askedBack: 'Asked back',
  unreadable: 'Could not be read',
  declined: 'Not known to you',
  calledWrong: 'Answers that you called wrong',
  more: (count: number) => `and ${count} more`,
  lists: (count: number) =>
    `For buttons under earlier answers I also keep ${count === 1 ? 'a long list of sites or a form' : `${count} long lists of sites or forms`}, for 90 days.`,
  tracked: 'What I track for you',
  reminders: 'For reminders I also keep who and where you are in Teams, your language and your time zone.',
} as const
