/** Waits until a server that was started again answers: its log still has the line of the start before. */
export async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const answer = await fetch(`${url}/api/v1/server`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error('the server did not come back');
}
