import type { Drawing, Selection } from '@timbre/charts';
import type { Provenance } from '@timbre/contracts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptChart } from './AddToDashboard.js';
import { Chart } from './Chart.js';
import { ChartMenu } from './ChartMenu.js';
import { ChartTableView } from './ChartTableView.js';
import { FootLine } from './FootLine.js';
import type { TimeTools } from './use-time-tools.js';

interface Props {
  title: string;
  /** What, unit, filter. */
  subtitle?: string;
  drawing: Drawing;
  provenance?: Provenance;
  n?: number;
  onSelect?: (selection: Selection) => void;
  /** For charts with a time axis: what a drag and a right click do. */
  tools?: TimeTools;
  /** How a dashboard would keep this chart, where one can. */
  kept?: KeptChart;
  /** Height of the drawing in CSS pixels; its own where nothing else is asked. */
  height?: number;
  /** Controls beside the menu. */
  extra?: ReactNode;
}

/** A chart's frame: title, what it shows, the drawing or its table, where it comes from, and what to take away. */
export function ChartCard({ title, subtitle, drawing, provenance, n, onSelect, tools, kept, height, extra }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const empty = drawing.isEmpty();
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <div>
          <h2>{title}</h2>
          {subtitle && <p className="card-subtitle">{subtitle}</p>}
        </div>
        <div className="card-tools">
          {extra}
          <ChartMenu
            drawing={drawing}
            title={title}
            kept={kept}
            asTable={asTable}
            onToggleTable={() => setAsTable((before) => !before)}
          />
        </div>
      </div>
      {empty ? (
        <p className="card-none">{t('states.noChart')}</p>
      ) : asTable ? (
        <ChartTableView drawing={drawing} title={title} />
      ) : (
        <Chart drawing={drawing} onSelect={onSelect} tools={tools} height={height} />
      )}
      {provenance && <FootLine provenance={provenance} n={n} />}
    </section>
  );
}
