import type { TraceCode, TraceStation, TraceStep } from '@timbre/contracts';

/** One finding, in the form in which it travels. */
export function traceStep(
  station: TraceStation,
  verdict: TraceStep['verdict'],
  code: TraceCode,
  parameters: TraceStep['parameters'] = {},
  links: TraceStep['links'] = [],
): TraceStep {
  return { station, verdict, code, parameters, links };
}
