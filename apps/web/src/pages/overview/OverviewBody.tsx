import { breakdownBars, draw, netSentimentSeries, topicHeatmap, volumeByLabel } from '@timbre/charts';
import type { OverviewResponse } from '@timbre/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { useAnnotations } from '../../charts/use-annotations.js';
import { useTimeTools } from '../../charts/use-time-tools.js';
import { filterSearch } from '../../filter/filter-url.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { TotalsTiles } from '../TotalsTiles.js';
import { RisingEntities } from './RisingEntities.js';
import { WhatChanged } from './WhatChanged.js';

export function OverviewBody({ data, used }: { data: OverviewResponse; used: UsedFilter }) {
  const { t } = useTranslation();
  const { filter } = used;
  const open = useOpenSelection(filter);
  const { provenance } = data;
  const { unit } = provenance;
  const whole = data.series[0];
  const n = data.totals.current.n;
  const annotations = useAnnotations(provenance);
  const { tools, dialog } = useTimeTools(used, provenance, {
    target: 'all',
    name: t('coverage.allCoverage'),
  });
  const drawings = useMemo(
    () => ({
      net: draw(netSentimentSeries, { series: data.series, provenance: data.provenance, annotations }),
      volume: data.series[0] && draw(volumeByLabel, { series: data.series[0], provenance: data.provenance }),
      topics: draw(topicHeatmap, { heatmap: data.topics, provenance: data.provenance }),
      outlets: draw(breakdownBars, { rows: data.outlets, dimension: 'source', unit: data.provenance.unit }),
    }),
    [data, annotations],
  );
  const words = { unit: t(`coverage.unitNoun.${unit}`), bucket: t(`coverage.perBucket.${provenance.bucket}`) };
  const search = filterSearch(filter).slice(1);
  const frame = { provenance, n, onSelect: open };
  return (
    <>
      {dialog}
      <TotalsTiles totals={data.totals} series={whole} unit={unit} compare={filter.compare} />
      <div className="grid">
        <div className="span-8 stack stack-sides">
          <ChartCard
            title={t('coverage.netTitle')}
            subtitle={t('coverage.netSubtitle', words)}
            drawing={drawings.net}
            kept={{ kind: 'net', search }}
            tools={tools}
            {...frame}
          />
          {drawings.volume && (
            <ChartCard
              title={t('coverage.volumeTitle')}
              subtitle={t('coverage.volumeSubtitle', { ...words, unit: t(`filter.units.${unit}`) })}
              drawing={drawings.volume}
              kept={{ kind: 'volume', search }}
              tools={tools}
              {...frame}
            />
          )}
          <ChartCard
            title={t('coverage.heatTitle')}
            subtitle={t('coverage.heatSubtitle', words)}
            drawing={drawings.topics}
            kept={{ kind: 'topics', search }}
            {...frame}
          />
        </div>
        <div className="span-4 stack stack-sides">
          <WhatChanged changes={data.changes} filter={filter} />
          <ChartCard
            title={t('coverage.outletsTitle')}
            subtitle={t('coverage.outletsSubtitle', words)}
            drawing={drawings.outlets}
            kept={{ kind: 'outlets', search }}
            {...frame}
          />
          <RisingEntities rows={data.risingEntities} filter={filter} />
        </div>
      </div>
    </>
  );
}
