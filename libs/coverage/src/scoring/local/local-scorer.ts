import {
  type LocalModelKind,
  readOutputs,
  type Scorer,
  type ScorerAnswer,
  ScorerError,
  sentenceQuestions,
  sentenceScores,
  type ScoringCase,
} from '@timbre/analysis';
import type { ScorerLedger } from '../ledger/scorer-ledger.js';
import type { Classifier, ClassifierInput } from './classifier.js';

/** Scores each target in each sentence that speaks of it, with a classifier on this machine. */
export class LocalScorer implements Scorer {
  private readonly read: ReturnType<typeof readOutputs>;

  /** @throws UnknownClassesError when the classifier's outputs are not the classes of its kind. */
  constructor(
    readonly name: string,
    private readonly classifier: Classifier,
    private readonly options: { kind: LocalModelKind; batch: number },
    private readonly ledger: Pick<ScorerLedger, 'spend'>,
  ) {
    this.read = readOutputs(classifier.labels, options.kind);
  }

  async score(scoringCase: ScoringCase, signal?: AbortSignal): Promise<ScorerAnswer> {
    const questions = sentenceQuestions(scoringCase, this.options.kind);
    const inputs = questions.flatMap((question) => question.inputs);
    const started = performance.now();
    const logits: number[][] = [];
    for (let from = 0; from < inputs.length; from += this.options.batch) {
      if (signal?.aborted) throw new ScorerError('timeout', 'Scoring was called off.');
      logits.push(...(await this.classify(inputs.slice(from, from + this.options.batch))));
    }
    await this.ledger.spend(this.name, {
      questionTokens: 0,
      answerTokens: 0,
      milliseconds: performance.now() - started,
    });
    const perQuestion = questions[0]?.inputs.length ?? 1;
    return sentenceScores(
      questions,
      questions.map((_, index) => this.read(logits.slice(index * perQuestion, (index + 1) * perQuestion))),
    );
  }

  private async classify(inputs: readonly ClassifierInput[]): Promise<number[][]> {
    let logits: number[][];
    try {
      logits = await this.classifier.classify(inputs);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ScorerError('model', `The model failed: ${reason}`, { cause: error });
    }
    const whole = logits.length === inputs.length && logits.every((row) => row.every(Number.isFinite));
    if (!whole) throw new ScorerError('model', 'The model gave something else than a number for each class.');
    return logits;
  }
}
