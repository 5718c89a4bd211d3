import type { AlertPhase } from '@timbre/contracts';

/** State as shape and word, not as colour alone. */
const shapes: Record<AlertPhase | 'resolved' | 'off', string> = {
  firing: '▲',
  pending: '△',
  recovering: '◮',
  normal: '●',
  resolved: '●',
  'no-data': '◌',
  error: '✕',
  off: '○',
};

export function PhaseMark({ phase, label }: { phase: keyof typeof shapes; label: string }) {
  return (
    <span className={`phase phase-${phase}`}>
      <span aria-hidden className="phase-shape">
        {shapes[phase]}
      </span>{' '}
      {label}
    </span>
  );
}
