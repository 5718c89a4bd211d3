import { draw, netSentimentSeries, shareOfVoice } from '@timbre/charts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { useAnnotations } from '../../charts/use-annotations.js';
import { useTimeTools } from '../../charts/use-time-tools.js';
import { filterSearch } from '../../filter/filter-url.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { ComparisonTable } from './ComparisonTable.js';
import type { Comparison } from './use-comparison.js';
import './compare.css';

export function CompareBody({ data, used }: { data: Comparison; used: UsedFilter }) {
  const { t } = useTranslation();
  const open = useOpenSelection(used.filter);
  const { provenance, rows } = data;
  const annotations = useAnnotations(provenance);
  const { tools, dialog } = useTimeTools(used, provenance, { target: 'all', name: t('coverage.allCoverage') });
  const drawings = useMemo(
    () => ({
      net: draw(netSentimentSeries, { series: data.series, provenance: data.provenance, annotations }),
      share: draw(shareOfVoice, {
        rows: data.rows.map(({ target, name, n, share }) => ({ key: target, name, n, share })),
        unit: data.provenance.unit,
      }),
    }),
    [data, annotations],
  );
  const words = {
    unit: t(`coverage.unitNoun.${provenance.unit}`),
    bucket: t(`coverage.perBucket.${provenance.bucket}`),
  };
  const search = filterSearch(used.filter).slice(1);
  const frame = { provenance, n: rows.reduce((total, row) => total + row.n, 0), onSelect: open };
  return (
    <div className="grid">
      {dialog}
      <div className="span-8">
        <ChartCard
          title={t('coverage.netTitle')}
          subtitle={rows.length > 3 ? t('compare.netSubtitle', words) : t('coverage.netSubtitle', words)}
          drawing={drawings.net}
          kept={{ kind: 'net', search }}
          tools={tools}
          {...frame}
        />
      </div>
      <div className="span-4">
        <ChartCard
          title={t('compare.shareTitle')}
          subtitle={t('compare.shareSubtitle', words)}
          drawing={drawings.share}
          kept={{ kind: 'share', search }}
          {...frame}
        />
      </div>
      <div className="span-12">
        <ComparisonTable rows={rows} used={used} />
      </div>
    </div>
  );
}
