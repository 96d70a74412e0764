import { App } from '@microsoft/teams.apps'
import { echo, listening } from './card.js'

const quiet = { debug() {}, info() {}, warn() {}, error: console.error, trace() {}, log() {}, child: () => quiet }
const app = new App({ logger: quiet, dangerouslyAllowUnauthenticatedRequests: true })
app.on('message', async ({ activity, send }) => {
  await send(echo(activity.text))
})
await app.start(Number(process.env.PORT))
listening()
