import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { entitiesQuery, topicsQuery } from '../api/queries.js';
import { usePreferences } from '../preferences/preferences.js';
import { catalogueItems } from '../shell/palette-items.js';
import type { NameOf } from './localise.js';

/** Names of targets in the viewer's language, from the catalogue. */
export function useTargetName(): NameOf {
  const { language } = usePreferences();
  const topics = useQuery(topicsQuery()).data;
  const entities = useQuery(entitiesQuery()).data;
  const names = useMemo(
    () => new Map(catalogueItems(topics ?? [], entities ?? [], language).map((item) => [item.key, item.name])),
    [topics, entities, language],
  );
  return useCallback((target, fallback) => names.get(target) ?? fallback, [names]);
}
