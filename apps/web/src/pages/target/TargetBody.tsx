import { calendarHeatmap, draw, netSentimentSeries, volumeByLabel } from '@timbre/charts';
import type { TargetResponse } from '@timbre/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { useAnnotations } from '../../charts/use-annotations.js';
import { useTimeTools } from '../../charts/use-time-tools.js';
import { filterSearch } from '../../filter/filter-url.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { TotalsTiles } from '../TotalsTiles.js';
import { LatestArticles } from './LatestArticles.js';
import { TargetRankings } from './TargetRankings.js';
import { WhatMovedIt } from './WhatMovedIt.js';

export function TargetBody({ data, used }: { data: TargetResponse; used: UsedFilter }) {
  const { t } = useTranslation();
  const { provenance, series } = data;
  const fixed = useMemo(() => ({ target: data.target }), [data.target]);
  const open = useOpenSelection(used.filter, fixed);
  const annotations = useAnnotations(provenance, data.target);
  const { tools, dialog } = useTimeTools(used, provenance, { target: data.target, name: data.name });
  const drawings = useMemo(
    () => ({
      net: draw(netSentimentSeries, { series: [data.series], provenance: data.provenance, annotations }),
      volume: draw(volumeByLabel, { series: data.series, provenance: data.provenance }),
      calendar: draw(calendarHeatmap, { series: data.series, provenance: data.provenance }),
      languages: draw(netSentimentSeries, {
        series: data.languages,
        provenance: data.provenance,
      }),
    }),
    [data, annotations],
  );
  const words = {
    unit: t(`coverage.unitNoun.${provenance.unit}`),
    bucket: t(`coverage.perBucket.${provenance.bucket}`),
  };
  const search = filterSearch({ ...used.filter, targets: [data.target] }).slice(1);
  const frame = { provenance, n: data.totals.current.n, onSelect: open };
  return (
    <>
      {dialog}
      <TotalsTiles totals={data.totals} series={series} unit={provenance.unit} compare={used.filter.compare} />
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
          <ChartCard
            title={t('coverage.volumeTitle')}
            subtitle={t('coverage.volumeSubtitle', { ...words, unit: t(`filter.units.${provenance.unit}`) })}
            drawing={drawings.volume}
            kept={{ kind: 'volume', search }}
            tools={tools}
            {...frame}
          />
          {provenance.bucket === 'day' && (
            <ChartCard
              title={t('coverage.calendarTitle')}
              subtitle={t('coverage.calendarSubtitle')}
              drawing={drawings.calendar}
              kept={{ kind: 'calendar', search }}
              {...frame}
            />
          )}
          {data.languages.length > 1 && (
            <ChartCard
              title={t('coverage.byLanguageTitle')}
              subtitle={t('coverage.byLanguageSubtitle', words)}
              drawing={drawings.languages}
              provenance={provenance}
              n={frame.n}
            />
          )}
          <LatestArticles target={data.target} used={used} />
        </div>
        <div className="span-4 stack stack-sides">
          <WhatMovedIt data={data} />
          <TargetRankings data={data} onSelect={open} filter={used.filter} />
        </div>
      </div>
    </>
  );
}
