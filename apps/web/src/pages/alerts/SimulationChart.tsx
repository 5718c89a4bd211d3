import type { AlertRuleInput, AlertSimulation } from '@timbre/contracts';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWidth } from '../../charts/use-width.js';
import { useFormat } from '../../format/use-format.js';
import { articlesLink } from './articles-link.js';
import { limitsOf, simulationScale } from './simulation-scale.js';
import { ThresholdLine } from './ThresholdLine.js';
import { useAlertFormat } from './use-alert-format.js';

/** A line that can be dragged, by the field that it sets. */
export interface DraggableLine {
  field: 'threshold' | 'low' | 'high';
  value: number;
}

interface Props {
  simulation: AlertSimulation;
  rule: AlertRuleInput;
  lines: readonly DraggableLine[];
  onDrag: (field: DraggableLine['field'], value: number) => void;
}

const height = 260;
const hour = 3_600_000;

/** Values of the past, the threshold over them, and the alerts that there would have been. */
export function SimulationChart({ simulation, rule, lines, onDrag }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAlertFormat();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.max(280, useWidth(frame) || 640);
  // While a line is dragged the scale stays where it was, or the line would run from the pointer.
  const [held, setHeld] = useState<ReturnType<typeof simulationScale> | null>(null);
  const values = lines.map(({ value }) => value).join(',');
  const fresh = useMemo(
    () =>
      simulationScale(
        simulation,
        values === '' ? [] : values.split(',').map(Number),
        width,
        height,
        limitsOf(rule.series),
      ),
    [simulation, values, width, rule.series],
  );
  const scale = held ?? fresh;
  const { x, y, left, bottom } = scale;
  const inside = (value: number) => Math.min(bottom, Math.max(14, y(value)));
  const start = Date.parse(simulation.from);
  const span = Math.max(1, Date.parse(simulation.to) - start);
  const last = simulation.t.length - 1;
  const atTime = (moment: string) => x(((Date.parse(moment) - start) / span) * last);
  const months = monthStarts(simulation);
  const flat = lines.length > 0;
  return (
    <div ref={frame} className="simulation">
      <svg width={width} height={height} role="group" aria-label={t('alerts.simulation')}>
        <defs>
          <pattern id="outage" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" className="simulation-hatch" />
          </pattern>
        </defs>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={left}
              x2={width - 8}
              y1={y(tick)}
              y2={y(tick)}
              className={Math.abs(tick) < 1e-9 ? 'grid zero' : 'grid'}
            />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end" className="axis">
              {words.value(rule.series, Math.round(tick * 1e6) / 1e6)}
            </text>
          </g>
        ))}
        {months.map((moment) => (
          <text key={moment} x={atTime(moment)} y={height - 8} textAnchor="middle" className="axis">
            {format.date(moment)}
          </text>
        ))}
        {stretchesOf(simulation.held).map(([from, to]) => (
          <rect
            key={from}
            x={x(from)}
            y={14}
            width={Math.max(2, x(to) - x(from))}
            height={bottom - 14}
            fill="url(#outage)"
          />
        ))}
        {simulation.alerts.map((alert) => (
          <rect
            key={alert.from}
            x={atTime(alert.from)}
            y={14}
            width={Math.max(2, atTime(alert.to ?? simulation.to) - atTime(alert.from))}
            height={bottom - 14}
            className="simulation-alert"
          />
        ))}
        {!flat && <path d={pathOf(simulation.threshold.high, x, inside)} className="simulation-band" />}
        {!flat && <path d={pathOf(simulation.threshold.low, x, inside)} className="simulation-band" />}
        <path d={pathOf(simulation.value, x, inside)} className="simulation-value" />
        {lines.map((line) => (
          <ThresholdLine
            key={line.field}
            scale={scale}
            value={line.value}
            text={words.value(rule.series, line.value)}
            onBegin={() => setHeld(fresh)}
            onEnd={() => setHeld(null)}
            onMove={(value) => onDrag(line.field, value)}
          />
        ))}
        {simulation.alerts.map((alert) => {
          const said = t('alerts.simulationBell', {
            when: format.moment(alert.from),
            value: words.value(rule.series, alert.value),
            n: alert.n,
          });
          const open = () => void navigate(articlesLink(rule, alert.from));
          return (
            <g
              key={alert.from}
              className="simulation-bell"
              role="link"
              tabIndex={0}
              aria-label={said}
              transform={`translate(${atTime(alert.from)}, 12)`}
              onClick={open}
              onKeyDown={(event) => event.key === 'Enter' && open()}
            >
              <title>{said}</title>
              <rect x={-9} y={-12} width={18} height={24} fill="transparent" />
              <path d="M-5 4 L-4 1 V-2 A4 4 0 0 1 4 -2 V1 L5 4 Z M-1.5 5 A1.5 1.5 0 0 0 1.5 5 Z" />
            </g>
          );
        })}
      </svg>
      {simulation.t.length > 0 && <span className="meta">{t('alerts.simulationHint')}</span>}
    </div>
  );

  function monthStarts({ from, to }: AlertSimulation): string[] {
    const days = (Date.parse(to) - Date.parse(from)) / (24 * hour);
    const count = Math.max(1, Math.min(6, Math.floor(width / 130), Math.floor(days)));
    return Array.from({ length: count }, (_, i) => new Date(start + (span * (i + 0.5)) / count).toISOString());
  }
}

/** A path with a gap wherever there is no value. */
function pathOf(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let drawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        drawing = false;
        return '';
      }
      const command = drawing ? 'L' : 'M';
      drawing = true;
      return `${command}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

/** First and last index of each run of `true`. */
function stretchesOf(flags: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [index, flag] of flags.entries()) {
    if (!flag) continue;
    const run = runs.at(-1);
    if (run !== undefined && run[1] === index - 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}
