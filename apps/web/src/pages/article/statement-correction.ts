import { type Correction, forecastKey, type Forecast, type Quote, quoteKey } from '@timbre/contracts';

/** A statement of an article that a person may judge. */
export type Statement = { kind: 'quote'; said: Quote } | { kind: 'forecast'; said: Forecast };
export type StatementCorrection = Extract<Correction, { kind: 'quote' | 'forecast' }>;

export const statementKey = (statement: Statement): string =>
  statement.kind === 'quote' ? quoteKey(statement.said) : forecastKey(statement.said);

const isOfStatement = (one: Correction): one is StatementCorrection => one.kind !== 'mention';
const rejects = ({ value }: StatementCorrection): boolean => value.wrong === true;

/**
 * The judgement of a statement that is shown. Its key may be older than what is shown: a corrected forecast begins on
 * another day, and a page that changed moved its words; then the same words and what the judgement says tell.
 */
export function correctionOf(
  corrections: readonly Correction[],
  statement: Statement,
): StatementCorrection | undefined {
  const key = statementKey(statement);
  const judged = corrections.filter(isOfStatement).filter((one) => one.kind === statement.kind && !rejects(one));
  return (
    judged.find((one) => one.key === key) ??
    judged.find((one) => one.applies && one.words === statement.said.text && says(one, statement))
  );
}

function says(correction: StatementCorrection, statement: Statement): boolean {
  if (correction.value.speaker !== statement.said.speaker) return false;
  if (correction.kind === 'quote' || statement.kind === 'quote') return true;
  return correction.value.from === statement.said.from && correction.value.to === statement.said.to;
}

/** Statements that are not shown, since a person said that they are none. */
export const rejectedStatements = (corrections: readonly Correction[]): StatementCorrection[] =>
  corrections.filter(isOfStatement).filter(rejects);
