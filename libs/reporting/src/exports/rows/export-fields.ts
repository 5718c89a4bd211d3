import type { ArticleSummary, CoverageSeries, ForecastRow, QuoteRow } from '@timbre/contracts';
import type { MentionRow } from '@timbre/coverage';
import type { ExportCell, ExportColumnType, ExportField } from './export-table.js';

const field = <Item>(
  key: string,
  type: ExportColumnType,
  of: (item: Item) => ExportCell | undefined,
): ExportField<Item> => ({ key, type, of: (item) => of(item) ?? null });

type Stated = Pick<
  QuoteRow,
  'articleId' | 'published' | 'title' | 'sourceName' | 'sample' | 'speaker' | 'speakerEntity'
>;
const stated = <Row extends Stated>(): ExportField<Row>[] => [
  field('article_id', 'text', (row) => row.articleId),
  field('published', 'instant', (row) => row.published),
  field('title', 'text', (row) => row.title),
  field('source', 'text', (row) => row.sourceName),
  field('speaker', 'text', (row) => row.speaker),
  field('speaker_entity', 'text', (row) => row.speakerEntity),
];

export const articleFields: readonly ExportField<ArticleSummary>[] = [
  field('article_id', 'text', (row) => row.id),
  field('published', 'instant', (row) => row.published),
  field('dated', 'boolean', (row) => row.dated),
  field('title', 'text', (row) => row.title),
  field('source', 'text', (row) => row.sourceName),
  field('language', 'text', (row) => row.lang),
  field('byline', 'text', (row) => row.byline),
  field('url', 'text', (row) => row.url),
  field('story_id', 'text', (row) => row.storyId),
  field('story_articles', 'number', (row) => row.storySize),
  field('state', 'text', (row) => row.state),
  field('label', 'text', (row) => row.label),
  field('score', 'number', (row) => row.score),
  field('confidence', 'number', (row) => row.confidence),
  field('evidence', 'text', (row) => row.evidence),
  field('collected', 'instant', (row) => row.collected),
  field('sample', 'boolean', (row) => row.sample),
];

export const mentionFields: readonly ExportField<MentionRow>[] = [
  field('article_id', 'text', (row) => row.articleId),
  field('published', 'instant', (row) => row.published),
  field('title', 'text', (row) => row.title),
  field('source', 'text', (row) => row.sourceName),
  field('language', 'text', (row) => row.lang),
  field('url', 'text', (row) => row.url),
  field('target', 'text', (row) => row.target),
  field('target_name', 'text', (row) => row.targetName),
  field('label', 'text', (row) => row.label),
  field('score', 'number', (row) => row.score),
  field('confidence', 'number', (row) => row.confidence),
  field('lead', 'boolean', (row) => row.lead),
  field('aspects', 'text', (row) => row.aspects.join('; ')),
  field('evidence', 'text', (row) => row.evidence),
];

export const quoteFields: readonly ExportField<QuoteRow>[] = [
  ...stated<QuoteRow>(),
  field('direct', 'boolean', (row) => row.direct),
  field('stance', 'text', (row) => row.stance),
  field('verb', 'text', (row) => row.verb),
  field('text', 'text', (row) => row.text),
  field('targets', 'text', (row) => row.targets.map(({ name, label }) => `${name}: ${label}`).join('; ')),
  field('sample', 'boolean', (row) => row.sample),
];

export const forecastFields: readonly ExportField<ForecastRow>[] = [
  ...stated<ForecastRow>(),
  field('subject', 'text', (row) => row.subject),
  field('kind', 'text', (row) => row.kind),
  field('hedge', 'text', (row) => row.hedge),
  field('from', 'day', (row) => row.from),
  field('to', 'day', (row) => row.to),
  field('text', 'text', (row) => row.text),
  field('direction', 'text', (row) => row.direction),
  field('previous_from', 'day', (row) => row.previous?.from),
  field('previous_to', 'day', (row) => row.previous?.to),
  field('rule', 'text', (row) => row.rule),
  field('sample', 'boolean', (row) => row.sample),
];

/** One bucket of one series. */
export interface SeriesPoint {
  series: CoverageSeries;
  index: number;
}

const measure = (key: 'n' | 'positive' | 'neutral' | 'negative' | 'net' | 'low' | 'high' | 'mean') =>
  field<SeriesPoint>(key, 'number', ({ series, index }) => series[key][index]);

export const seriesFields: readonly ExportField<SeriesPoint>[] = [
  field('target', 'text', ({ series }) => series.target),
  field('name', 'text', ({ series }) => series.name),
  field('start', 'instant', ({ series, index }) => series.t[index]),
  ...(['n', 'positive', 'neutral', 'negative', 'net', 'low', 'high', 'mean'] as const).map(measure),
];
