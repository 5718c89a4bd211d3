import type { Annotation } from '@timbre/charts';
import type { Provenance } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { annotationsQuery } from '../api/coverage-queries.js';

const none: readonly Annotation[] = [];

/** Events of a chart's range, as charts draw them; pinned to the target or to all. */
export function useAnnotations(provenance: Provenance, target = 'all'): readonly Annotation[] {
  const { data } = useQuery(annotationsQuery(provenance.from, provenance.to, target));
  return useMemo(() => data?.map(({ at, text }): Annotation => ({ at, text, kind: 'event' })) ?? none, [data]);
}
