import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roundStep, type SimulationScale } from './simulation-scale.js';

interface Props {
  scale: SimulationScale;
  value: number;
  text: string;
  onBegin: () => void;
  onMove: (value: number) => void;
  onEnd: () => void;
}

/** A threshold that is dragged with pointer or finger, or moved with the arrow keys. */
export function ThresholdLine({ scale, value, text, onBegin, onMove, onEnd }: Props) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState(false);
  const { left, width, low, high, bottom } = scale;
  const step = roundStep((high - low) / 200);
  const round = (raw: number) => Math.round(Math.round(raw / step) * step * 1e6) / 1e6;
  const y = Math.min(bottom, Math.max(14, scale.y(value)));
  const move = (event: React.PointerEvent<SVGGElement>) => {
    const top = event.currentTarget.ownerSVGElement?.getBoundingClientRect().top ?? 0;
    onMove(round(Math.min(high, Math.max(low, scale.valueAt(event.clientY - top)))));
  };
  const end = () => {
    setDragged(false);
    onEnd();
  };
  return (
    <g
      className={dragged ? 'threshold dragged' : 'threshold'}
      role="slider"
      tabIndex={0}
      aria-label={t('alerts.simulationLine')}
      aria-orientation="vertical"
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={value}
      aria-valuetext={text}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(true);
        onBegin();
      }}
      onPointerMove={(event) => {
        if (dragged) move(event);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={(event) => {
        const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        onMove(round(value + by * step));
      }}
    >
      <rect x={left} y={y - 12} width={width - left - 8} height={24} fill="transparent" />
      <line x1={left} x2={width - 8} y1={y} y2={y} />
      <rect className="threshold-grip" x={width - 66} y={y - 10} width={58} height={20} rx={10} />
      <text x={width - 37} y={y + 4} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
