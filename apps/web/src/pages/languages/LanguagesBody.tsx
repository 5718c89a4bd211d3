import { draw, netSentimentSeries } from '@timbre/charts';
import type { LanguagesResponse } from '@timbre/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.js';
import { filterSearch } from '../../filter/filter-url.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { useLanguageName } from '../../format/use-language-name.js';
import { useTargetName } from '../../format/use-target-name.js';
import { AspectTable } from './AspectTable.js';
import { LanguageTiles } from './LanguageTiles.js';
import { SubjectTable } from './SubjectTable.js';
import './languages.css';

export function LanguagesBody({ data, used }: { data: LanguagesResponse; used: UsedFilter }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const languageName = useLanguageName();
  const { provenance, sides, pair } = data;
  const name = data.target === 'all' ? t('coverage.allCoverage') : nameOf(data.target, data.name);
  const drawing = useMemo(
    () =>
      draw(netSentimentSeries, {
        series: data.series.map((series) => ({ ...series, name: languageName(series.name) })),
        provenance: data.provenance,
      }),
    [data, languageName],
  );
  const languages = [languageName(pair[0]), languageName(pair[1])] as const;
  return (
    <div className="stack">
      <LanguageTiles sides={sides} languages={languages} unit={provenance.unit} />
      {Math.min(sides[0].n, sides[1].n) === 0 && <p className="languages-silent">{t('languages.oneSilent')}</p>}
      <ChartCard
        title={t('languages.netTitle')}
        subtitle={t('languages.netSubtitle', { name, bucket: t(`coverage.perBucket.${provenance.bucket}`) })}
        drawing={drawing}
        kept={{ kind: 'languages', search: filterSearch(used.filter).slice(1) }}
        provenance={provenance}
        n={sides[0].n + sides[1].n}
      />
      <SubjectTable rows={data.targets} languages={languages} filter={used.filter} />
      {data.aspects.length > 0 && <AspectTable rows={data.aspects} languages={languages} name={name} />}
    </div>
  );
}
