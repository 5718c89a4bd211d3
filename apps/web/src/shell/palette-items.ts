import type { EntityRow, TopicRow } from '@timbre/contracts';

export interface PaletteItem {
  group: 'pages' | 'topics' | 'entities';
  key: string;
  name: string;
  /** Other names under which it is found. */
  also: readonly string[];
  to: string;
}

/** Topics and entities as places to go to. */
export function catalogueItems(
  topics: readonly TopicRow[],
  entities: readonly EntityRow[],
  language: 'en' | 'zh-CN',
): PaletteItem[] {
  const named = (names: { en: string; zh?: string }) => (language === 'zh-CN' ? (names.zh ?? names.en) : names.en);
  return [
    ...topics.map((topic): PaletteItem => ({
      group: 'topics',
      key: `topic:${topic.id}`,
      name: named(topic.names),
      also: [topic.names.en, topic.names.zh ?? ''],
      to: `/targets/topic:${topic.id}`,
    })),
    ...entities.map((entity): PaletteItem => ({
      group: 'entities',
      key: `entity:${entity.id}`,
      name: named(entity.names),
      also: [entity.names.en, entity.names.zh ?? '', ...entity.aliases.map((alias) => alias.text)],
      to: `/targets/entity:${entity.id}`,
    })),
  ];
}

/** Items whose name begins with the words come first, then those that contain them. */
export function findItems(items: readonly PaletteItem[], words: string, most = 12): PaletteItem[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return items.filter((item) => item.group !== 'entities').slice(0, most);
  const rank = (item: PaletteItem) => {
    const names = [item.name, ...item.also].map((name) => name.toLowerCase());
    if (names.some((name) => name.startsWith(wanted))) return 0;
    return names.some((name) => name.includes(wanted)) ? 1 : 2;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank: place }) => place < 2)
    .sort((left, right) => left.rank - right.rank)
    .slice(0, most)
    .map(({ item }) => item);
}
