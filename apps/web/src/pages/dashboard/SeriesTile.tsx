import { calendarHeatmap, draw, type Drawing, netSentimentSeries, volumeByLabel } from '@timbre/charts';
import type { CoverageSeries, Provenance } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languagesQuery, seriesQuery } from '../../api/coverage-queries.js';
import { ChartCard } from '../../charts/ChartCard.js';
import { useAnnotations } from '../../charts/use-annotations.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { useLanguageName } from '../../format/use-language-name.js';
import { useTargetName } from '../../format/use-target-name.js';
import { chartHeight, type TileFrame } from './tile-frame.js';
import { TileState } from './TileState.js';

type Kind = 'net' | 'volume' | 'calendar' | 'languages';

interface Props {
  kind: Kind;
  frame: TileFrame;
}

/** Lines over time: of the filter's targets, or of its first target in two languages. */
export function SeriesTile({ kind, frame }: Props) {
  const { parameters } = frame.resolved;
  const inLanguages = kind === 'languages';
  // A calendar has a cell per day, whatever the filter's bucket.
  const wanted = kind === 'calendar' && parameters ? { ...parameters, bucket: 'day' } : parameters;
  const lines = useQuery(seriesQuery(inLanguages ? null : wanted));
  const languages = useQuery(languagesQuery(inLanguages ? parameters : null));
  return (
    <TileState frame={frame} query={inLanguages ? languages : lines}>
      {(data: { series: CoverageSeries[]; provenance: Provenance }) => (
        <SeriesCard kind={kind} frame={frame} data={data} />
      )}
    </TileState>
  );
}

function SeriesCard({ kind, frame, data }: Props & { data: { series: CoverageSeries[]; provenance: Provenance } }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const languageName = useLanguageName();
  const { filter } = frame.resolved;
  const { provenance } = data;
  const annotations = useAnnotations(provenance, filter.targets[0]);
  const open = useOpenSelection(filter);
  const series = data.series.map((line) => ({
    ...line,
    name:
      kind === 'languages'
        ? languageName(line.name)
        : line.target === 'all'
          ? t('coverage.allCoverage')
          : nameOf(line.target, line.name),
  }));
  const words = {
    unit: t(`coverage.unitNoun.${provenance.unit}`),
    bucket: t(`coverage.perBucket.${provenance.bucket}`),
  };
  const n = series.reduce((sum, line) => sum + line.n.reduce((total, count) => total + count, 0), 0);
  return (
    <ChartCard
      title={frame.title}
      subtitle={
        kind === 'volume'
          ? t('coverage.volumeSubtitle', { ...words, unit: t(`filter.units.${provenance.unit}`) })
          : `${series.map(({ name }) => name).join(' · ')} — ${t('coverage.netSubtitle', words)}`
      }
      drawing={drawingOf(kind, series, provenance, annotations)}
      provenance={provenance}
      n={n}
      onSelect={open}
      extra={frame.extra}
      height={chartHeight(frame.height)}
    />
  );
}

function drawingOf(
  kind: Kind,
  series: CoverageSeries[],
  provenance: Provenance,
  annotations: ReturnType<typeof useAnnotations>,
): Drawing {
  const [first] = series;
  if (first !== undefined && kind === 'volume') return draw(volumeByLabel, { series: first, provenance });
  if (first !== undefined && kind === 'calendar') return draw(calendarHeatmap, { series: first, provenance });
  return draw(netSentimentSeries, { series, provenance, annotations });
}
