import type { Selection } from '@timbre/charts';
import type { Provenance } from '@timbre/contracts';
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { filterSearch } from '../filter/filter-url.js';
import type { UsedFilter } from '../filter/use-filter.js';
import { useMay } from '../session/use-session.js';
import type { PointAction } from './PointMenu.js';
import { selectionLink } from './selection-link.js';

const AnnotationDialog = lazy(() =>
  import('./AnnotationDialog.js').then((module) => ({ default: module.AnnotationDialog })),
);

interface Subject {
  target: string;
  name: string;
}

/** What the charts of one page that have a time axis can do with a moment or a stretch of it. */
export interface TimeTools {
  actions: readonly PointAction[];
  onZoom: (from: string, to: string) => void;
}

/** Dragging zooms the whole page; a right click offers the articles, a comparison, an alert, or pins an event. */
export function useTimeTools(
  used: UsedFilter,
  provenance: Pick<Provenance, 'from' | 'to'>,
  { target, name }: Subject,
): { tools: TimeTools; dialog: ReactNode } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const analyst = useMay('analyst');
  const [pinning, setPinning] = useState<string | null>(null);
  const { filter, change } = used;
  const onZoom = useCallback((from: string, to: string) => change({ range: null, from, to }), [change]);
  const actions = useMemo((): PointAction[] => {
    const here = (selection: Selection): Selection => ({ ...selection, target });
    const subject = filterSearch({ ...filter, targets: target === 'all' ? [] : [target] });
    const all: (PointAction | false)[] = [
      {
        key: 'articles',
        label: t('chart.point.articles'),
        run: (selection) => void navigate(selectionLink(filter, here(selection))),
      },
      {
        key: 'zoom',
        label: t('chart.point.zoom'),
        run: ({ from, to }) => {
          if (from !== undefined && to !== undefined) onZoom(from, to);
        },
      },
      target !== 'all' && {
        key: 'compare',
        label: t('chart.point.compare'),
        run: () => void navigate(`/compare${subject}`),
      },
      analyst && {
        key: 'alert',
        label: t('chart.point.alert'),
        run: () => void navigate(`/alerts?rule=new${target === 'all' ? '' : `&target=${encodeURIComponent(target)}`}`),
      },
      analyst && {
        key: 'event',
        label: t('chart.point.event'),
        run: ({ from }) => setPinning(from ?? null),
      },
    ];
    return all.filter((action) => action !== false);
  }, [analyst, filter, navigate, onZoom, t, target]);
  const tools = useMemo(() => ({ actions, onZoom }), [actions, onZoom]);
  const dialog = pinning !== null && (
    <Suspense fallback={null}>
      <AnnotationDialog
        at={pinning}
        target={target}
        targetName={name}
        provenance={provenance}
        onClose={() => setPinning(null)}
      />
    </Suspense>
  );
  return { tools, dialog };
}
