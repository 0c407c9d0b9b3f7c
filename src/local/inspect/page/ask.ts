/** What the cloud said to a question that it cannot answer. */
export class Refusal extends Error {}

/** Asks the cloud; `name` is a route of `src/local/inspect/routes.ts`. */
export async function ask<Answer>(name: string, body: object = {}): Promise<Answer> {
  const response = await send(name, body)
  const answer = (await response.json()) as Answer & { error?: string }
  if (!response.ok) throw new Refusal(answer.error ?? '没有做成')
  return answer
}

/** Asks for a file's bytes. */
export async function askBytes(name: string, body: object): Promise<Blob> {
  const response = await send(name, body)
  if (!response.ok) throw new Refusal('这个文件看不了')
  return response.blob()
}

/** Every question is a POST with this header, which no other site can send. */
function send(name: string, body: object): Promise<Response> {
  return fetch(`/_local/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-inspect': 'page' },
    body: JSON.stringify(body),
  })
}

/** Shows in the element's place why something was refused, and nothing where it was not. */
export async function withRefusal(place: HTMLElement, work: () => Promise<void>): Promise<void> {
  place.textContent = ''
  try {
    await work()
  } catch (error) {
    place.textContent = error instanceof Refusal ? error.message : '本地云没有回应。它还在运行吗？'
  }
}
