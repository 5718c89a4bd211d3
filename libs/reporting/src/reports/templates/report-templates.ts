import {
  type ReportBlock,
  type ReportDocument,
  reportDocument,
  type ReportLocale,
  type ReportRange,
  type ReportTemplateName,
  type TemplateParameters,
} from '@timbre/contracts';

type BlockBody = ReportBlock extends infer Block ? (Block extends ReportBlock ? Omit<Block, 'id'> : never) : never;

interface Template {
  names: Record<ReportLocale, string>;
  /** One sentence for the list of templates. */
  about: Record<ReportLocale, string>;
  range: ReportRange;
  blocks: readonly BlockBody[];
}

const chart = (kind: Extract<ReportBlock, { kind: 'chart' }>['chart']): BlockBody => ({ kind: 'chart', chart: kind });
const table = (by: Extract<ReportBlock, { kind: 'table' }>['by']): BlockBody => ({ kind: 'table', by, most: 15 });
const method: BlockBody = { kind: 'method' };

export const reportTemplates: Record<ReportTemplateName, Template> = {
  weekly: {
    names: { en: 'Weekly brief', 'zh-CN': '每周简报' },
    about: {
      en: 'What the week brought: key figures, the curve, the stories and the voices behind it.',
      'zh-CN': '一周概览：关键数字、走势、主要报道与各方声音。',
    },
    range: { kind: 'last', unit: 'week' },
    blocks: [
      { kind: 'narrative' },
      { kind: 'tiles' },
      chart('net'),
      chart('volume'),
      { kind: 'stories', most: 6 },
      chart('topics'),
      chart('outlets'),
      { kind: 'quotes', most: 6 },
      method,
    ],
  },
  topic: {
    names: { en: 'Topic deep dive', 'zh-CN': '专题深度分析' },
    about: {
      en: 'One subject over three months: course, words, outlets, languages, voices.',
      'zh-CN': '单一对象三个月的全貌：走势、用词、媒体、语言与各方声音。',
    },
    range: { kind: 'rolling', days: 90 },
    blocks: [
      { kind: 'narrative' },
      { kind: 'tiles' },
      chart('net'),
      chart('calendar'),
      chart('words'),
      { kind: 'stories', most: 10 },
      chart('outlets'),
      chart('languages'),
      table('entity'),
      { kind: 'quotes', most: 12 },
      { kind: 'forecasts', most: 10 },
      method,
    ],
  },
  outlets: {
    names: { en: 'Outlet comparison', 'zh-CN': '媒体对比' },
    about: {
      en: 'Who reports how: outlets side by side with intervals and shares.',
      'zh-CN': '谁怎么报道：各媒体的净情感、区间与占比对照。',
    },
    range: { kind: 'last', unit: 'month' },
    blocks: [
      { kind: 'tiles' },
      chart('outlets'),
      table('source'),
      chart('languages'),
      { kind: 'stories', most: 8 },
      method,
    ],
  },
  agi: {
    names: { en: 'AGI timeline digest', 'zh-CN': 'AGI 时间表摘要' },
    about: {
      en: 'Who expects what by when, and who moved their date.',
      'zh-CN': '谁预计何时实现、谁改了口。',
    },
    range: { kind: 'rolling', days: 180 },
    blocks: [
      { kind: 'narrative' },
      chart('forecasts'),
      { kind: 'forecasts', most: 30 },
      chart('net'),
      { kind: 'quotes', most: 10 },
      method,
    ],
  },
  crisis: {
    names: { en: 'Crisis log', 'zh-CN': '危机日志' },
    about: {
      en: 'Three days by the hour: how fast, where, in whose words.',
      'zh-CN': '三天逐时：扩散多快、在哪里、谁在说。',
    },
    range: { kind: 'rolling', days: 3 },
    blocks: [
      { kind: 'narrative' },
      { kind: 'tiles' },
      { kind: 'chart', chart: 'net', filter: { bucket: 'hour' } },
      { kind: 'chart', chart: 'volume', filter: { bucket: 'hour' } },
      { kind: 'stories', most: 15, filter: { labels: ['negative'] } },
      { kind: 'quotes', most: 15 },
      chart('outlets'),
      method,
    ],
  },
};

/** A document made from a template; it is not stored until somebody saves it. */
export function documentFrom(
  name: ReportTemplateName,
  { locale, tz, range, targets }: TemplateParameters,
): ReportDocument {
  const template = reportTemplates[name];
  return reportDocument.parse({
    name: template.names[locale],
    locale,
    tz,
    range: range ?? template.range,
    targets: targets ?? [],
    blocks: template.blocks.map((block, index) => ({ ...block, id: `b${index + 1}` })),
  });
}
