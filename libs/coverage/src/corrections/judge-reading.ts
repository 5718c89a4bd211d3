import {
  ALL_COVERAGE,
  type CorrectionInput,
  forecastKey,
  forecastValue,
  type ForecastValue,
  quoteKey,
  type QuoteValue,
} from '@timbre/contracts';
import { InvalidInputError, NotFoundError } from '@timbre/platform';
import type { ReadingRows } from '../readings/reading-rows.js';
import { labelOfSign } from '../queries/articles/present-article.js';
import { labelSigns, scoreScale } from '../rollups/contribution.js';
import { forecastValueOf, quoteValueOf, sameForecast, sameQuote } from './agreement.js';
import { readForecast, readMention, readQuote } from './read-row.js';
import type { StoredCorrection } from './stored-correction.js';

/** Who judges which reading. */
export type Judge = Pick<
  StoredCorrection,
  'id' | 'articleId' | 'version' | 'lang' | 'note' | 'madeBy' | 'madeByName' | 'madeAt'
>;

/** A reading as the analysis said it, and as it is shown with earlier corrections. */
interface JudgedReading {
  original: ReadingRows;
  shown: ReadingRows;
}

/**
 * Makes a correction of what the analysis said. Statements may be named as they are shown: a forecast whose interval
 * was corrected before has another key now, but its place among the article's forecasts is the same.
 *
 * @throws NotFoundError when the reading has nothing of that key, InvalidInputError
 */
export function judgeReading(reading: JudgedReading, input: CorrectionInput, judge: Judge): StoredCorrection {
  switch (input.kind) {
    case 'mention':
      return judgeMention(reading, input, judge);
    case 'quote':
      return judgeQuote(reading, input, judge);
    case 'forecast':
      return judgeForecast(reading, input, judge);
  }
}

type InputOf<Kind extends CorrectionInput['kind']> = Extract<CorrectionInput, { kind: Kind }>;

function judgeMention({ original }: JudgedReading, input: InputOf<'mention'>, judge: Judge): StoredCorrection {
  const { key } = input;
  const row = original.mentions.find(({ target }) => target === key);
  if (row === undefined) throw new NotFoundError('mention', key);
  const said = { label: labelOfSign(row.label), score: row.score / scoreScale };
  const value = input.value === 'confirm' ? { label: said.label } : input.value;
  if (key === ALL_COVERAGE && value.label === 'unrelated') {
    const message = 'Every article is about itself. Exclude the article instead, and it is not counted.';
    throw new InvalidInputError([{ path: 'value.label', message }]);
  }
  const agrees = value.label !== 'unrelated' && labelSigns[value.label] === row.label;
  const words = null;
  return { ...judge, kind: 'mention', key, value, said, words, confirms: agrees, agrees, read: readMention(row) };
}

function judgeQuote({ original, shown }: JudgedReading, input: InputOf<'quote'>, judge: Judge): StoredCorrection {
  const row = named(original.quotes, shown.quotes, ({ body }) => quoteKey(body) === input.key);
  if (row === undefined) throw new NotFoundError('quote', input.key);
  const said = quoteValueOf(row.body);
  const value: QuoteValue = input.value === 'confirm' ? said : input.value;
  const agrees = sameQuote(value, said);
  const found = { key: quoteKey(row.body), words: row.body.text };
  return { ...judge, ...found, kind: 'quote', value, said, confirms: agrees, agrees, read: readQuote(row) };
}

function judgeForecast({ original, shown }: JudgedReading, input: InputOf<'forecast'>, judge: Judge): StoredCorrection {
  const row = named(original.forecasts, shown.forecasts, ({ body }) => forecastKey(body) === input.key);
  if (row === undefined) throw new NotFoundError('forecast', input.key);
  const said = forecastValueOf(row.body);
  const value = input.value === 'confirm' ? said : completed(input.value, said);
  const agrees = sameForecast(value, said);
  const found = { key: forecastKey(row.body), words: row.body.text };
  return { ...judge, ...found, kind: 'forecast', value, said, confirms: agrees, agrees, read: readForecast(row) };
}

/** A new speaker or subject without an entity has none, whatever was read before. */
function completed(changes: Partial<ForecastValue>, said: ForecastValue): ForecastValue {
  const { speakerEntity, subjectEntity, ...rest } = said;
  const speaker = changes.speaker === undefined && speakerEntity !== undefined ? { speakerEntity } : {};
  const subject = changes.subject === undefined && subjectEntity !== undefined ? { subjectEntity } : {};
  const value = forecastValue.safeParse({ ...rest, ...speaker, ...subject, ...changes });
  if (value.success) return value.data;
  throw new InvalidInputError(
    value.error.issues.map(({ path, message }) => ({ path: ['value', ...path].join('.'), message })),
  );
}

function named<Row extends { ordinal: number }>(
  original: readonly Row[],
  shown: readonly Row[],
  isNamed: (row: Row) => boolean,
): Row | undefined {
  const asShown = shown.find(isNamed);
  return original.find(isNamed) ?? original.find(({ ordinal }) => ordinal === asShown?.ordinal);
}
