import { type ClassScores, softmax } from '../learned/linear-model.js';
import type { LocalModelKind } from './sentence-questions.js';

/** Which output of a model means what; made once per model. */
export type ReadOutputs = (logits: readonly (readonly number[])[]) => ClassScores;

/** The names of a model's outputs do not tell which one means what. */
class UnknownClassesError extends Error {
  override readonly name = 'UnknownClassesError';

  constructor(names: readonly string[], wanted: string) {
    super(`The model's outputs are named ${names.join(', ')}; ${wanted} are needed. Set id2label in its config.json.`);
  }
}

const sentimentNames = [/^neg|negative|消极|负面/iu, /^neu|neutral|中性|中立/iu, /^pos|positive|积极|正面/iu];
const entailment = /^entail/iu;

/**
 * Learns from the names of a model's outputs how to make probabilities of negative, neutral and positive. An inference
 * model is asked twice, whether the target comes off well and whether badly; if it affirms both or none, the answer is
 * neutral.
 *
 * @throws UnknownClassesError
 */
export function readOutputs(names: readonly string[], kind: LocalModelKind): ReadOutputs {
  if (kind === 'nli') {
    const entails = names.findIndex((name) => entailment.test(name));
    if (entails < 0) throw new UnknownClassesError(names, 'entailment and contradiction');
    const affirmed = (logits: readonly number[] | undefined): number => shares(logits ?? [])[entails] ?? 0;
    return ([well, badly]) => {
      const [up, down] = [affirmed(well), affirmed(badly)];
      const raw: ClassScores = [down * (1 - up), (1 - up) * (1 - down) + up * down, up * (1 - down)];
      const sum = raw[0] + raw[1] + raw[2];
      return sum > 0 ? [raw[0] / sum, raw[1] / sum, raw[2] / sum] : [0, 1, 0];
    };
  }
  const order = sentimentNames.map((pattern) => names.findIndex((name) => pattern.test(name)));
  if (order.includes(-1) || new Set(order).size < 3)
    throw new UnknownClassesError(names, 'negative, neutral, positive');
  return ([logits = []]) => {
    const [negative = 0, neutral = 0, positive = 0] = order.map((index) => logits[index] ?? 0);
    return softmax([negative, neutral, positive]);
  };
}

function shares(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const powers = logits.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
