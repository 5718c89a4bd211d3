import type { TraceStep } from '@timbre/contracts';

interface Formats {
  moment(instant: string): string;
  count(value: number): string;
}

/** The parameters of a step as a sentence takes them: moments in the viewer's zone, numbers grouped, a dash for nothing. */
export function stepWords(parameters: TraceStep['parameters'], format: Formats): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (value === null) return [name, '–'];
      if (typeof value === 'number') return [name, name === 'status' ? String(value) : format.count(value)];
      return [name, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? format.moment(value) : value];
    }),
  );
}
