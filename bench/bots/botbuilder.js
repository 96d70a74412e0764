// As botbuilder's own samples have it, with the project's versions of botbuilder and restify.
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler } from 'botbuilder'
import restify from 'restify'
import { echo, listening } from './card.js'

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const bot = new TeamsActivityHandler()
bot.onMessage(async (context, next) => {
  await context.sendActivity(echo(context.activity.text))
  await next()
})
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, context => bot.run(context))
})
server.listen(Number(process.env.PORT), '127.0.0.1', listening)
