/** Answers that were paid for: a job that runs twice, or a new catalogue that asks the same, does not pay again. */
export interface AnswerStore {
  /** @param question hash of everything that was asked */
  find(articleId: string, scorer: string, question: string): Promise<string | null>;
  keep(articleId: string, scorer: string, question: string, content: string): Promise<void>;
}

/** For processes that see each article once. */
export const noAnswerStore: AnswerStore = { find: () => Promise.resolve(null), keep: () => Promise.resolve() };
