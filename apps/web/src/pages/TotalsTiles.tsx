import { draw, sparkline } from '@timbre/charts';
import type { CountingUnit, CoverageSeries, Totals } from '@timbre/contracts';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../charts/Chart.js';
import type { FilterState } from '../filter/filter-state.js';
import { useCountWords } from '../format/count-words.js';
import { Score } from '../format/Score.js';
import { useFormat } from '../format/use-format.js';
import './tiles.css';

interface Props {
  totals: Totals;
  series: CoverageSeries | undefined;
  unit: CountingUnit;
  compare: FilterState['compare'];
}

/** Four numbers with interval and change; each says what it is compared with. */
export function TotalsTiles({ totals, series, unit, compare }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = useCountWords();
  const { current, previous } = totals;
  const sparks = useMemo(
    () =>
      series && {
        net: draw(sparkline, { t: series.t, values: series.net, measure: 'score' }),
        n: draw(sparkline, { t: series.t, values: series.n, measure: 'count' }),
      },
    [series],
  );
  const against = compare === 'year' ? t('coverage.comparedYear') : t('coverage.comparedPrevious');
  const before = compare !== 'none' && previous !== null && previous.n > 0 ? previous : undefined;
  const change = (text: string) => (before ? t('coverage.change', { change: text, against }) : '');
  const growth = (now: number, before: number | undefined) => {
    if (before === undefined || before === 0) return '';
    const ratio = now / before - 1;
    if (Math.abs(ratio) < 0.0005) return change(t('coverage.unchanged'));
    return change(`${ratio < 0 ? '−' : '+'}${format.share(Math.abs(ratio))}`);
  };
  const { net } = current;
  const netChange =
    net.value === null || before?.net.value == null ? '' : change(format.score(net.value - before.net.value));
  return (
    <div className="tiles">
      <Tile
        name={t('coverage.tileNet')}
        value={<Score value={net.value} large />}
        detail={t('coverage.interval', {
          low: format.score(net.low),
          high: format.score(net.high),
          counted: counted(net.n, unit),
        })}
        change={netChange}
        spark={sparks && <Chart drawing={sparks.net} decorative height={36} />}
      />
      <Tile
        name={unit === 'stories' ? t('coverage.tileStories') : t('coverage.tileArticles')}
        value={<span className="score score-large">{format.compact(current.n)}</span>}
        title={format.count(current.n)}
        detail={unit === 'stories' ? counted(current.articles, 'articles') : counted(current.stories, 'stories')}
        change={growth(current.n, before?.n)}
        spark={sparks && <Chart drawing={sparks.n} decorative height={36} />}
      />
      <Tile
        name={t('coverage.tileOutlets')}
        value={<span className="score score-large">{format.count(current.outlets)}</span>}
        change={growth(current.outlets, before?.outlets)}
      />
      <Tile
        name={t('coverage.tilePolarisation')}
        value={
          <span className="score score-large">
            {current.polarisation === null ? '–' : format.score(current.polarisation).replace('+', '')}
          </span>
        }
        title={t('coverage.tilePolarisationHint')}
        change={
          current.polarisation === null || before?.polarisation == null
            ? ''
            : change(format.score(current.polarisation - before.polarisation))
        }
      />
      {compare !== 'none' && !before && (
        <p className="tiles-note">{compare === 'year' ? t('coverage.noPreviousYear') : t('coverage.noPrevious')}</p>
      )}
    </div>
  );
}

interface TileProps {
  name: string;
  value: ReactNode;
  detail?: string;
  change: string;
  title?: string;
  spark?: ReactNode;
}
function Tile({ name, value, detail, change, title, spark }: TileProps) {
  return (
    <div className="tile" title={title}>
      <h2>{name}</h2>
      <div className="tile-value">
        {value}
        {spark && <div className="tile-spark">{spark}</div>}
      </div>
      {detail && <p>{detail}</p>}
      {change && <p>{change}</p>}
    </div>
  );
}
