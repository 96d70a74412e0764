/** Far more than anybody says whom the bot asks for keys, a token or an opinion. */
const LARGEST_BYTES = 1024 * 1024

/** `fetch` for those who take an answer whole: one that doesn't end would fill the memory of the process, and end that. */
export async function boundedFetch(url: string | URL | Request, options?: RequestInit): Promise<Response> {
  const response = await fetch(url, options)
  if (!response.body) return response
  let size = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, out) {
      size += part.length
      if (size > LARGEST_BYTES) throw new Error('the answer is too large')
      out.enqueue(part)
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(counted), { status, statusText, headers })
}
