import type { ScorerFailure } from '@timbre/analysis';

/** What one request cost. */
export interface ScorerCost {
  questionTokens: number;
  answerTokens: number;
  milliseconds: number;
}

/** Most of what a scorer may use per UTC day. */
export interface DailyBudget {
  requests: number;
  tokens: number;
}

/** Keeps what a scorer used and how often it failed; the budget is asked before each request. */
export interface ScorerLedger {
  /** Counts a request if the day has one left, and tokens. */
  reserve(scorer: string, budget: DailyBudget): Promise<boolean>;
  /** Adds what the request cost, whether its answer could be used or not. */
  spend(scorer: string, cost: ScorerCost): Promise<void>;
  answered(scorer: string): Promise<void>;
  /** An article was scored by the embedded analysis instead. */
  failed(scorer: string, failure: ScorerFailure): Promise<void>;
}

/** A ledger for one process that has no database: the command line. */
export class MemoryLedger implements ScorerLedger {
  readonly used = { requests: 0, questionTokens: 0, answerTokens: 0, milliseconds: 0, answered: 0 };
  readonly failures = new Map<ScorerFailure, number>();

  reserve(_scorer: string, { requests, tokens }: DailyBudget): Promise<boolean> {
    const left = this.used.requests < requests && this.used.questionTokens + this.used.answerTokens < tokens;
    if (left) this.used.requests += 1;
    return Promise.resolve(left);
  }

  spend(_scorer: string, { questionTokens, answerTokens, milliseconds }: ScorerCost): Promise<void> {
    this.used.questionTokens += questionTokens;
    this.used.answerTokens += answerTokens;
    this.used.milliseconds += milliseconds;
    return Promise.resolve();
  }

  answered(): Promise<void> {
    this.used.answered += 1;
    return Promise.resolve();
  }

  failed(_scorer: string, failure: ScorerFailure): Promise<void> {
    this.failures.set(failure, (this.failures.get(failure) ?? 0) + 1);
    return Promise.resolve();
  }
}
