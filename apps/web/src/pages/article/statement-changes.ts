import type { CorrectionInput, Forecast } from '@timbre/contracts';
import { type Statement, statementKey } from './statement-correction.js';

/** What stands in the form. */
export interface StatementForm {
  /** '' for nobody. */
  speaker: string;
  /** '' for nothing named. */
  subject: string;
  from: string;
  /** '' for an open end. */
  to: string;
  kind: Forecast['kind'];
}

export function formOf({ kind, said }: Statement): StatementForm {
  const speaker = said.speaker ?? '';
  if (kind === 'quote') return { speaker, subject: '', from: '', to: '', kind: 'arrival' };
  return { speaker, subject: said.subject ?? '', from: said.from, to: said.to ?? '', kind: said.kind };
}

const nameOrNull = (name: string): string | null => (name.trim() === '' ? null : name.trim());
const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(day);

/** The judgement that a form asks for; null where it says nothing new, or what cannot be. */
export function changesOf(statement: Statement, form: StatementForm): CorrectionInput | null {
  const speaker = nameOrNull(form.speaker);
  const key = statementKey(statement);
  if (statement.kind === 'quote') {
    return speaker === statement.said.speaker ? null : { kind: 'quote', key, value: { speaker } };
  }
  const { said } = statement;
  const [subject, to] = [nameOrNull(form.subject), form.to === '' ? null : form.to];
  if (!isDay(form.from) || (to !== null && (!isDay(to) || to < form.from))) return null;
  const value = {
    ...(speaker === said.speaker ? {} : { speaker }),
    ...(subject === said.subject ? {} : { subject }),
    ...(form.from === said.from ? {} : { from: form.from }),
    ...(to === said.to ? {} : { to }),
    ...(form.kind === said.kind ? {} : { kind: form.kind }),
  };
  return Object.keys(value).length === 0 ? null : { kind: 'forecast', key, value };
}
