import type { Source, SourceKind } from '@timbre/contracts';

/** Kinds that a person adds; files come by import. */
export const addedKinds = ['feed', 'page', 'gdelt', 'hacker-news', 'json', 'webhook', 'push'] as const;
export type AddedKind = Extract<SourceKind, (typeof addedKinds)[number]>;

/** What the form holds: the API's names, headers as lines. */
export interface SourceFormValues {
  kind: AddedKind;
  name?: string;
  url?: string;
  outlet?: string;
  family?: string | null;
  language?: string | null;
  fetchPages?: boolean;
  retentionDays?: number | null;
  /** `Name: value`, one a line. */
  headerLines?: string;
  options?: Record<string, unknown>;
}

/** Kinds with an address that a person gives. */
export const hasAddress = (kind: AddedKind): boolean => kind === 'feed' || kind === 'page' || kind === 'json';

/** Kinds whose entries lead to pages of their own. */
export const hasPages = (kind: AddedKind): boolean => kind !== 'page' && kind !== 'push';

/** What is sent when a source is added: empty fields are left out. */
export function sourceBody(values: SourceFormValues): Record<string, unknown> {
  const { headerLines, kind, ...rest } = values;
  const headers = headersOf(headerLines);
  return filled({ kind, ...rest, ...(headers && { headers }) }) as Record<string, unknown>;
}

/** What is sent when a source is changed: emptied fields that may be emptied become null. */
export function sourceChanges(values: SourceFormValues): Record<string, unknown> {
  const { kind: _kind, ...body } = sourceBody(values);
  return { ...body, family: values.family || null, retentionDays: values.retentionDays ?? null };
}

/** The form of an existing source. Request headers are sealed and stay as they are unless new ones are typed. */
export function formValues(source: Source): SourceFormValues {
  const { kind, name, url, outlet, family, language, fetchPages, retentionDays, options } = source;
  return {
    kind: addedKinds.find((known) => known === kind) ?? 'push',
    name,
    ...(url !== null && { url }),
    outlet,
    family,
    language,
    fetchPages,
    retentionDays,
    options,
  };
}

function headersOf(lines: string | undefined): Record<string, string> | null {
  const pairs = (lines ?? '').split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const] : [];
  });
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function filled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined && part !== null && part !== '')
      .map(([name, part]) => [name, filled(part)]),
  );
}
