/** Works on each item in order, and on the next one already while somebody uses the last; leaving early closes the source. */
export async function* oneAhead<Item, Made>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  let under: Promise<Made> | null = null;
  for await (const item of items) {
    const next = work(item);
    // Its error is thrown where it is awaited, also when that is later or never.
    next.catch(() => undefined);
    if (under !== null) yield await under;
    under = next;
  }
  if (under !== null) yield await under;
}
