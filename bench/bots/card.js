/** What every echo bot answers with: a card, so that the work of sending is that of a real bot. */
export const echo = text => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.5',
        body: [
          { type: 'TextBlock', text: 'Echo', weight: 'Bolder', size: 'Medium' },
          { type: 'TextBlock', text, wrap: true },
          { type: 'FactSet', facts: [{ title: 'Length', value: String(text.length) }] },
        ],
        actions: [{ type: 'Action.Execute', title: 'Again', verb: 'again', data: { text } }],
      },
    },
  ],
})

export const listening = () => process.stdout.write(`listening on http://127.0.0.1:${process.env.PORT}\n`)
