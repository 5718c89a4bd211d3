import { catalogue, type Alias, type Catalogue } from '@timbre/contracts';

function rows(content: string): string[][] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((field) => field.trim()));
}

function parseAlias(written: string): Alias {
  return written.startsWith('=') ? { text: written.slice(1), caseSensitive: true } : { text: written };
}

function optional(key: string, value: string | undefined): Record<string, string> {
  return value === undefined || value === '' ? {} : { [key]: value };
}

/**
 * Reads the tab-separated files that the default catalogue is written in.
 * @throws ZodError when a row lacks an id, a name, a known kind or a query
 */
export function parseCatalogue(entities: string, topics: string): Catalogue {
  return catalogue.parse({
    version: 'default',
    entities: rows(entities).map(([id, kind, en, zh, partOf, aliases, description]) => ({
      id,
      kind,
      names: { en, ...optional('zh', zh) },
      aliases: (aliases ?? '').split(' | ').filter(Boolean).map(parseAlias),
      ...optional('partOf', partOf),
      ...optional('description', description),
    })),
    topics: rows(topics).map(([id, en, zh, query, description]) => ({
      id,
      names: { en, ...optional('zh', zh) },
      query,
      ...optional('description', description),
    })),
  });
}
