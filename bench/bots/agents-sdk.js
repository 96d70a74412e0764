import { Activity } from '@microsoft/agents-activity'
import { ActivityHandler, authorizeJWT, CloudAdapter, getAuthConfigWithDefaults } from '@microsoft/agents-hosting'
import express from 'express'
import { echo, listening } from './card.js'

const authentication = getAuthConfigWithDefaults({})
const adapter = new CloudAdapter(authentication)
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  await context.sendActivity(Activity.fromObject(echo(context.activity.text)))
  await next()
})
const server = express()
server.use(express.json())
server.post('/api/messages', authorizeJWT(authentication), (request, response) =>
  adapter.process(request, response, context => bot.run(context)),
)
server.listen(Number(process.env.PORT), '127.0.0.1', listening)
