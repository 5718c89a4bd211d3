import { type Forecast, forecastKey, type ForecastValue, quoteKey } from '@timbre/contracts';
import type { MentionRow } from '../readings/mention.repository.js';
import type { ReadingRows } from '../readings/reading-rows.js';
import type { ForecastRowStored, QuoteRowStored } from '../readings/statement.repository.js';
import { labelSigns } from '../rollups/contribution.js';
import { forecastValueOf, quoteValueOf, sameForecast, sameQuote } from './agreement.js';
import { correctedScore } from './corrected-score.js';
import { findJudgedStatements } from './find-judged-statements.js';
import { readForecast, readMention, readQuote } from './read-row.js';
import type { ForecastCorrection, MentionCorrection, QuoteCorrection, StoredCorrection } from './stored-correction.js';

interface CorrectedReading {
  rows: ReadingRows;
  /** The corrections with what this reading says of them by itself. */
  corrections: StoredCorrection[];
}

/**
 * The rows of one article's reading with the judgements of people in place of what the analysis said. Where both agree
 * the row stays as it was read, score included; evidence stays in any case, for it is what the analysis saw.
 */
export function applyCorrections(rows: ReadingRows, corrections: readonly StoredCorrection[]): CorrectedReading {
  const ofKind = <Kind extends StoredCorrection['kind']>(kind: Kind) =>
    corrections.filter((one): one is Extract<StoredCorrection, { kind: Kind }> => one.kind === kind);
  const mentions = correctMentions(rows.mentions, ofKind('mention'));
  const quotes = correctQuotes(rows.quotes, ofKind('quote'));
  const forecasts = correctForecasts(rows.forecasts, ofKind('forecast'));
  return {
    rows: { mentions: mentions.rows, quotes: quotes.rows, forecasts: forecasts.rows },
    corrections: [...mentions.corrections, ...quotes.corrections, ...forecasts.corrections],
  };
}

function correctMentions(rows: readonly MentionRow[], corrections: readonly MentionCorrection[]) {
  const byTarget = new Map(rows.map((row) => [row.target, row]));
  const seen = corrections.map((correction): MentionCorrection => {
    const { key, value } = correction;
    const row = byTarget.get(key);
    // Not to speak of a target is to agree that the article is not about it.
    if (row === undefined) return { ...correction, read: null, agrees: value.label === 'unrelated' };
    const agrees = value.label !== 'unrelated' && labelSigns[value.label] === row.label;
    if (value.label === 'unrelated') byTarget.delete(key);
    else if (!agrees) {
      const corrected = { label: labelSigns[value.label], score: correctedScore[value.label], confidence: 1 };
      byTarget.set(key, { ...row, ...corrected });
    }
    return { ...correction, read: readMention(row), agrees };
  });
  return { rows: [...byTarget.values()], corrections: seen };
}

function correctQuotes(rows: readonly QuoteRowStored[], corrections: readonly QuoteCorrection[]) {
  const corrected: (QuoteRowStored | null)[] = [...rows];
  const found = findJudgedStatements(
    corrections.map(judgedStatement),
    rows.map(({ body }) => ({ key: quoteKey(body), words: body.text })),
  );
  const seen = corrections.map((correction, position): QuoteCorrection => {
    const index = found[position] ?? -1;
    const row = rows[index];
    const { speaker, speakerEntity, wrong = false } = correction.value;
    // Not to find it any more is to agree that it was none.
    if (row === undefined) return { ...correction, read: null, agrees: wrong ? true : null };
    const agrees = sameQuote(correction.value, quoteValueOf(row.body));
    if (wrong) corrected[index] = null;
    else if (!agrees) {
      const body = { ...row.body, speaker, speakerEntity };
      corrected[index] = { ...row, speaker, speaker_entity: speakerEntity ?? null, body };
    }
    return { ...correction, read: readQuote(row), agrees };
  });
  return { rows: corrected.filter((row) => row !== null), corrections: seen };
}

function correctForecasts(rows: readonly ForecastRowStored[], corrections: readonly ForecastCorrection[]) {
  const corrected: (ForecastRowStored | null)[] = [...rows];
  const found = findJudgedStatements(
    corrections.map(judgedStatement),
    rows.map(({ body }) => ({ key: forecastKey(body), words: body.text })),
  );
  const seen = corrections.map((correction, position): ForecastCorrection => {
    const { value } = correction;
    const index = found[position] ?? -1;
    const row = rows[index];
    if (row === undefined) return { ...correction, read: null, agrees: value.wrong ? true : null };
    const agrees = sameForecast(value, forecastValueOf(row.body));
    const { from, to, speaker, speakerEntity, kind = row.body.kind } = value;
    if (value.wrong) corrected[index] = null;
    else if (!agrees) {
      const body = { ...row.body, from, to, speaker, speakerEntity, kind, ...subjectOf(value, row.body) };
      const subject = body.subjectEntity ?? body.subject;
      corrected[index] = { ...row, subject, speaker, speaker_entity: speakerEntity ?? null, body };
    }
    return { ...correction, read: readForecast(row), agrees };
  });
  return { rows: corrected.filter((row) => row !== null), corrections: seen };
}

const subjectOf = (value: ForecastValue, read: Forecast): Pick<Forecast, 'subject' | 'subjectEntity'> =>
  value.subject === undefined
    ? { subject: read.subject, subjectEntity: read.subjectEntity }
    : { subject: value.subject, subjectEntity: value.subjectEntity };

const judgedStatement = ({ key, words }: QuoteCorrection | ForecastCorrection) => ({ key, words: words ?? '' });
