import { z } from 'zod';
import type { EndpointQuestion } from './endpoint-request.js';
import { type Passage, placePassages } from './place-passages.js';
import { scoreFromEvidence } from './score-from-evidence.js';
import { type ScorerAnswer, ScorerError, type ScoringCase, type TargetScore } from './scorer.js';

/** Passages taken per target; who names more has copied the article. */
const mostPassages = 40;
const longestPassage = 2_000;

const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^[+-]?\d{1,10}(\.\d{1,20})?$/u)
    .transform(Number),
]);
const passage = z.object({ text: z.string().min(1).max(longestPassage), score: number });
const target = z.object({ target: z.string(), confidence: number.optional(), passages: z.array(z.unknown()) });
const answer = z.object({ targets: z.array(z.unknown()) });

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
/** An endpoint that says nothing of its confidence is not taken to be sure. */
const unstated = 0.7;

/**
 * Makes scores of what an endpoint wrote. Only what stands word for word in the text that was sent moves a score; scores
 * are clamped to −1 … 1, unknown targets and anything that has not the asked shape are dropped.
 *
 * @throws ScorerError when nothing that was asked is answered.
 */
export function readEndpointAnswer(
  content: string,
  question: EndpointQuestion,
  scoringCase: ScoringCase,
): ScorerAnswer {
  const sent = { text: scoringCase.text.slice(0, question.textEnd), sentences: scoringCase.sentences };
  const targets = new Map<string, TargetScore>();
  let invented = 0;
  for (const item of answer.safeParse(parseObject(content)).data?.targets ?? []) {
    const said = target.safeParse(item).data;
    const asked = said === undefined ? undefined : question.asked.get(said.target);
    // The first answer for a target counts.
    if (said === undefined || asked === undefined || targets.has(asked.key)) continue;
    const passages = said.passages.slice(0, mostPassages).flatMap((one): Passage[] => {
      const parsed = passage.safeParse(one).data;
      return parsed === undefined ? [] : [{ text: parsed.text, score: clamp(parsed.score, -1, 1) }];
    });
    const kept = passages.filter(({ text }) => sent.text.includes(text.trim()));
    invented += passages.length - kept.length;
    const evidence = placePassages(kept, asked, sent, clamp(said.confidence ?? unstated, 0, 1));
    targets.set(asked.key, scoreFromEvidence(evidence));
  }
  if (targets.size === 0) throw new ScorerError('answer', 'The answer speaks of none of the targets.');
  return { targets, skipped: leftOut(question, scoringCase, targets, invented) };
}

/** The outermost JSON object of a message: some endpoints wrap it in a code fence or a sentence. */
function parseObject(content: string): unknown {
  const [from, to] = [content.indexOf('{'), content.lastIndexOf('}')];
  try {
    return JSON.parse(content.slice(from, to + 1));
  } catch (error) {
    throw new ScorerError('answer', 'The answer is no JSON.', { cause: error });
  }
}

function leftOut(
  { asked, left, textEnd }: EndpointQuestion,
  { text }: ScoringCase,
  answered: ReadonlyMap<string, unknown>,
  invented: number,
): ScorerAnswer['skipped'] {
  const silent = [...asked.values()].filter(({ key }) => !answered.has(key));
  const unscored = [...silent, ...left].map(({ name }) => name);
  return [
    ...(textEnd < text.length
      ? [{ reason: 'The scorer was not sent the rest of the text.', from: textEnd, to: text.length }]
      : []),
    ...(unscored.length > 0 ? [{ reason: `The scorer did not judge: ${unscored.join(', ').slice(0, 300)}` }] : []),
    ...(invented > 0 ? [{ reason: `Passages that are not in the text, dropped: ${invented}` }] : []),
  ];
}
