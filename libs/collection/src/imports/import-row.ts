import { z } from 'zod';

/** Names that exports of other tools give to what we need. The first that a row has wins. */
const fieldNames = {
  url: ['url', 'link', 'href', 'permalink'],
  title: ['title', 'headline', '标题'],
  text: ['text', 'content', 'body', 'article', 'fulltext', 'full_text', '正文', '内容'],
  published: [
    'published',
    'published_at',
    'publishedat',
    'publication_date',
    'pubdate',
    'date',
    'datetime',
    'time',
    '发布时间',
    '日期',
  ],
  lang: ['lang', 'language', '语言'],
  byline: ['byline', 'author', 'authors', '作者'],
  outlet: ['outlet', 'source', 'publisher', 'site', 'media', '来源', '媒体'],
} as const;

/** Largest text of one article, in UTF-16 units; the analysis reads less (and says so). */
const LONGEST_TEXT = 5_000_000;

const rowShape = z.object({
  url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .max(2000)
    .optional(),
  title: z.string().max(5000, 'is longer than 5,000 characters').optional(),
  text: z
    .string({ error: 'is missing: a row needs the article’s words in "text"' })
    .trim()
    .min(1, 'is empty')
    .max(LONGEST_TEXT, 'is longer than 5,000,000 characters'),
  published: z.string().max(100).optional(),
  lang: z.string().max(20).optional(),
  byline: z.string().max(500).optional(),
  outlet: z.string().trim().max(300).optional(),
});

/** One line of an import that can be stored. */
export type ImportRow = z.output<typeof rowShape> & {
  /** When an archive fetched it: stands in for a date of publication that nobody knows. Only archives tell. */
  crawled?: Date;
};

/** Why a line cannot be stored; the code is stable. */
export interface ImportProblem {
  code: string;
  message: string;
}

/**
 * Reads one parsed line (a JSON object or a CSV record by header). Field names are matched without regard to case;
 * fields that we do not know are ignored, empty ones count as missing, lists of authors are joined.
 */
export function importRow(value: unknown): { row: ImportRow } | { problem: ImportProblem } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: { code: 'import.not_an_object', message: 'The line is not a JSON object.' } };
  }
  const given = new Map(Object.entries(value).map(([name, field]) => [name.trim().toLowerCase(), field]));
  const chosen: Record<string, unknown> = {};
  for (const [field, names] of Object.entries(fieldNames)) {
    const found = names.map((name) => present(given.get(name))).find((candidate) => candidate !== undefined);
    if (found !== undefined) chosen[field] = found;
  }
  const parsed = rowShape.safeParse(chosen);
  if (parsed.success) return { row: parsed.data };
  const issue = parsed.error.issues[0];
  return {
    problem: { code: 'import.field', message: `"${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'is not valid'}` },
  };
}

function present(field: unknown): unknown {
  if (field === null || field === undefined || field === '') return undefined;
  if (Array.isArray(field)) return field.filter((item) => typeof item === 'string').join(', ') || undefined;
  return typeof field === 'number' ? String(field) : field;
}
