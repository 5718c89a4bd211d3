import { createHash } from 'node:crypto';
import {
  endpointQuestion,
  endpointRevision,
  readEndpointAnswer,
  type Scorer,
  type ScorerAnswer,
  ScorerError,
  type ScoringCase,
} from '@timbre/analysis';
import type { DailyBudget, ScorerLedger } from '../ledger/scorer-ledger.js';
import type { AnswerStore } from './answer-store.js';
import {
  type ChatDialect,
  type ChatEndpoint,
  ChatError,
  type ChatRequest,
  completeChat,
  type Egress,
} from './chat-completion.js';

export interface EndpointScorerOptions extends ChatEndpoint {
  mostCharacters: number;
  budget: DailyBudget;
}

interface Surroundings {
  egress: Egress;
  ledger: ScorerLedger;
  store: AnswerStore;
  /** Milliseconds; a parameter for tests. */
  now?: () => number;
  /** Cost and latency of every call. */
  log?: (line: string) => void;
  /** What an administrator should hear of. */
  warn?: (line: string) => void;
}

/** After this many failures in a row the endpoint is left alone for a while: articles are not to wait for it one by one. */
const failuresInARow = 3;
const restMs = 60_000;
const longestRestMs = 15 * 60_000;
/** Tokens of an answer: room for passages of every target, and a bound on the cost of one that runs wild. */
const answerTokens = (targets: number): number => Math.min(8_000, 400 + 400 * targets);

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Scores targets by asking a chat endpoint, one article per call. */
export class EndpointScorer implements Scorer {
  readonly name: string;
  private failures = 0;
  private restsUntil = 0;
  private dialect: ChatDialect = 'usual';
  private readonly now: () => number;

  constructor(
    private readonly options: EndpointScorerOptions,
    private readonly around: Surroundings,
  ) {
    this.now = around.now ?? Date.now;
    const { url, model, mostCharacters } = options;
    // What answers depend on besides the model: where it runs, and how much of a text it sees.
    this.name = `endpoint:${model}@${endpointRevision}.${hash([url, mostCharacters]).slice(0, 6)}`;
  }

  async score(scoringCase: ScoringCase, signal?: AbortSignal): Promise<ScorerAnswer> {
    const question = endpointQuestion(scoringCase, this.options.mostCharacters);
    // Nobody to judge: nothing to pay for.
    if (question.asked.size === 0) return { targets: new Map(), skipped: [] };
    const { store } = this.around;
    const asked = hash([question.messages, question.schema]);
    const known = await store.find(scoringCase.id, this.name, asked);
    if (known !== null) return readEndpointAnswer(known, question, scoringCase);
    const request = { ...question, mostAnswerTokens: answerTokens(question.asked.size) };
    const content = await this.ask(request, scoringCase.id, signal);
    const answer = this.used(() => readEndpointAnswer(content, question, scoringCase));
    await store.keep(scoringCase.id, this.name, asked, content);
    return answer;
  }

  private async ask(request: Omit<ChatRequest, 'dialect'>, id: string, signal?: AbortSignal): Promise<string> {
    const { egress, ledger, log } = this.around;
    if (this.now() < this.restsUntil)
      throw new ScorerError('resting', 'The endpoint failed repeatedly and is left alone.');
    if (!(await ledger.reserve(this.name, this.options.budget))) {
      throw new ScorerError('budget', 'The requests or tokens of this day are used up.');
    }
    try {
      const { content, cost } = await completeChat(egress, this.options, { ...request, dialect: this.dialect }, signal);
      await ledger.spend(this.name, cost);
      log?.(
        `${this.name} ${id}: ${cost.questionTokens} + ${cost.answerTokens} tokens, ${Math.round(cost.milliseconds)} ms`,
      );
      return content;
    } catch (error) {
      if (error instanceof ChatError) {
        await ledger.spend(this.name, error.cost);
        if (error.otherDialect && this.dialect === 'usual') {
          this.dialect = 'reasoning';
          return this.ask(request, id, signal);
        }
        this.failed(error.restSeconds);
      }
      throw error;
    }
  }

  /** An answer without use is a failure too; a useful one ends the row. */
  private used(read: () => ScorerAnswer): ScorerAnswer {
    try {
      const answer = read();
      this.failures = 0;
      return answer;
    } catch (error) {
      this.failed();
      throw error;
    }
  }

  private failed(restSeconds?: number): void {
    this.failures += 1;
    if (restSeconds === undefined && this.failures < failuresInARow) return;
    this.failures = 0;
    const rest = restSeconds === undefined ? restMs : Math.min(restSeconds * 1000, longestRestMs);
    this.restsUntil = this.now() + rest;
    this.around.warn?.(`${this.name} is left alone for ${Math.round(rest / 1000)} s, since it failed repeatedly.`);
  }
}
