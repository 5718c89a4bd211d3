import { parseQuery, TopicQueryError } from '@timbre/analysis';

/** What is wrong with a query and where; columns count from 1. */
export interface QueryProblem {
  message: string;
  column: number;
}

/** Null when the analysis can read the query. */
export function checkTopicQuery(query: string): QueryProblem | null {
  try {
    parseQuery(query);
    return null;
  } catch (error) {
    if (error instanceof TopicQueryError) return { message: error.message, column: error.column };
    throw error;
  }
}
