import { ALL_COVERAGE, type Catalogue, type TargetRef, targetRefOf } from '@timbre/contracts';

/** Languages in which names are shown. */
export type NameLanguage = 'en' | 'zh';

type TargetKind = 'topic' | 'entity' | 'all';

/** Names and keys of everything that sentiment can be about. */
export interface TargetNames {
  nameOf(target: TargetRef): string;
  topics: readonly TargetRef[];
  entities: readonly TargetRef[];
}

const everything: Record<NameLanguage, string> = { en: 'All coverage', zh: '全部报道' };

/** Targets that the catalogue no longer has keep their id as a name: their mentions go with the next re-reading. */
export function targetNames(catalogue: Catalogue, language: NameLanguage): TargetNames {
  const names = new Map<TargetRef, string>([[ALL_COVERAGE, everything[language]]]);
  const add = (target: TargetRef, { en, zh }: { en: string; zh?: string }): TargetRef => {
    names.set(target, language === 'zh' ? (zh ?? en) : en);
    return target;
  };
  return {
    topics: catalogue.topics.map(({ id, names: said }) => add(targetRefOf('topic', id), said)),
    entities: catalogue.entities.map(({ id, names: said }) => add(targetRefOf('entity', id), said)),
    nameOf: (target) => names.get(target) ?? target.slice(target.indexOf(':') + 1),
  };
}

export function targetKind(target: TargetRef): TargetKind {
  if (target === ALL_COVERAGE) return 'all';
  return target.startsWith('topic:') ? 'topic' : 'entity';
}
