import { InvalidInputError } from '@timbre/platform';

const longest = 4096;

/** The fields of a small form (`application/x-www-form-urlencoded`). @throws InvalidInputError when it is not small. */
export async function readForm(request: AsyncIterable<unknown>): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > longest) throw new InvalidInputError([{ path: '', message: 'The form is too long.' }]);
  }
  return new URLSearchParams(text);
}
