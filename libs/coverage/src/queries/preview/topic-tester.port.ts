import type { Catalogue } from '@timbre/contracts';

/** Where and with which clause a query matched. */
export interface TopicMatch {
  clause: string;
  from: number;
  to: number;
}

/** Tests texts against one query. */
export type TopicTester = (text: string, title: string) => { match: boolean; why: readonly TopicMatch[] };

/** Makes testers; what the analysis needs for it is loaded with the first. */
export interface TopicTesters {
  /** @throws TopicQueryError */
  testerFor(query: string, catalogue: Catalogue): TopicTester;
}

/** Injection token of `TopicTesters`. */
export const TOPIC_TESTERS = Symbol('TopicTesters');
