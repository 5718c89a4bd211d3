import type { ForecastValue, MentionValue, QuoteValue, SentimentLabel } from '@timbre/contracts';
import type { MentionRow } from '../readings/mention.repository.js';
import type { ForecastRowStored, QuoteRowStored } from '../readings/statement.repository.js';

/** Columns that a row has from its article, not from the reading: restoring takes them from where the article is now. */
type PlaceColumn = 'article_id' | 'published' | 'source_id' | 'lang';

/** Rows as a reading said them, wherever the article stands. */
export type ReadMention = Omit<MentionRow, PlaceColumn | 'lead'>;
export type ReadQuote = Omit<QuoteRowStored, PlaceColumn>;
export type ReadForecast = Omit<ForecastRowStored, PlaceColumn>;

interface Judgement {
  id: string;
  articleId: string;
  key: string;
  /** Version of the analysis that was judged. */
  version: string;
  words: string | null;
  lang: string;
  confirms: boolean;
  /** Whether the newest reading says the same by itself; null where it no longer speaks of it. */
  agrees: boolean | null;
  note: string | null;
  madeBy: string;
  madeByName: string;
  madeAt: Date;
}

interface Judged<Kind extends string, Value, Said, Read> {
  kind: Kind;
  value: Value;
  said: Said;
  /** The row of the newest reading before any correction; null where it has none. */
  read: Read | null;
}

export interface SaidOfMention {
  label: SentimentLabel;
  score: number;
}

export type MentionCorrection = Judgement & Judged<'mention', MentionValue, SaidOfMention, ReadMention>;
export type QuoteCorrection = Judgement & Judged<'quote', QuoteValue, QuoteValue, ReadQuote>;
export type ForecastCorrection = Judgement & Judged<'forecast', ForecastValue, ForecastValue, ReadForecast>;

/** A correction in force. */
export type StoredCorrection = MentionCorrection | QuoteCorrection | ForecastCorrection;
