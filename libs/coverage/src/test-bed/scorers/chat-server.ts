import { type PlannedResponse, type SiteHandler, testSite, type TestSite } from '@timbre/testing';

interface Question {
  targets: { target: string; name: string; as: string[] }[];
  article: { text: string };
}

/** What the endpoint writes for a question, and what it says it cost. */
type Write = (question: Question) => string;

export interface ChatServer {
  site: TestSite;
  /** Base address for the settings. */
  url: string;
  /** From now on each question is answered like this. */
  write(content: Write): void;
  /** From now on the server does this with each request, whatever it asks. */
  misbehave(plan: PlannedResponse | SiteHandler): void;
  /** Bodies of all requests so far. */
  bodies(): Record<string, unknown>[];
}

const polar: readonly [RegExp, number][] = [
  [/praised|hailed|称赞/u, 0.8],
  [/sued|fined|起诉/u, -0.8],
];

/** Judges like a model of modest talent: by the words of the sentence that names the target. */
export const judgeByWords: Write = ({ targets, article }) => {
  const sentences = article.text.match(/[^.。\n]+[.。]?/gu) ?? [];
  return JSON.stringify({
    targets: targets.map(({ target, as }) => ({
      target,
      confidence: 0.9,
      passages: sentences
        .filter((sentence) => as.some((name) => sentence.includes(name)))
        .flatMap((sentence) =>
          polar.flatMap(([words, score]) => {
            const text = words.exec(sentence)?.[0];
            return text === undefined ? [] : [{ text, score }];
          }),
        ),
    })),
  });
};

/** A local endpoint of the chat-completions protocol, with which anything can be wrong. */
export async function chatServer(): Promise<ChatServer> {
  let content = judgeByWords;
  const answer: SiteHandler = ({ body }) => {
    const { messages } = JSON.parse(body.toString()) as { messages: { content: string }[] };
    const question = JSON.parse(messages.at(-1)?.content ?? '') as Question;
    return completion(content(question));
  };
  const site = await testSite({ '/v1/chat/completions': answer });
  return {
    site,
    url: `${site.url}/v1`,
    write: (next) => {
      content = next;
      site.on('/v1/chat/completions', answer);
    },
    misbehave: (plan) => site.on('/v1/chat/completions', plan),
    bodies: () => site.requests.map(({ body }) => JSON.parse(body.toString()) as Record<string, unknown>),
  };
}

/** The protocol's envelope around what the model wrote. */
export const completion = (content: string): PlannedResponse => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 700, completion_tokens: 50 },
  }),
});
