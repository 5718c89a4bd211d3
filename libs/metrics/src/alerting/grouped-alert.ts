/** An alert as notifications see it. Times are ms; `endsAt` null is an open end. */
export interface GroupedAlert {
  /** Identity: the same labels, the same key. */
  key: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  startsAt: number;
  endsAt: number | null;
  /** The end is only what is assumed if nobody reports again. */
  timesOut: boolean;
  updatedAt: number;
}

export function isResolved(alert: Pick<GroupedAlert, 'endsAt'>, now: number): boolean {
  return alert.endsAt !== null && alert.endsAt <= now;
}

/**
 * What is known of an alert after a newer report of it (Alertmanager's rules): reports that overlap are one alert
 * with the earliest start and the latest end; an assumed end gives way to a reported one; annotations are the newer ones.
 */
export function mergeAlert(known: GroupedAlert | undefined, report: GroupedAlert): GroupedAlert {
  if (known === undefined || !overlap(known, report)) return report;
  const startsAt = Math.min(known.startsAt, report.startsAt);
  const [knownEnd, reportEnd] = [known.endsAt ?? Infinity, report.endsAt ?? Infinity];
  const laterKnown = knownEnd > reportEnd;
  const takesKnown = isResolved(report, report.updatedAt)
    ? isResolved(known, report.updatedAt) && laterKnown
    : laterKnown && !known.timesOut;
  return { ...report, startsAt, endsAt: takesKnown ? known.endsAt : report.endsAt };
}

function overlap(known: GroupedAlert, report: GroupedAlert): boolean {
  const [knownEnd, reportEnd] = [known.endsAt ?? Infinity, report.endsAt ?? Infinity];
  return (
    (reportEnd > known.startsAt && reportEnd <= knownEnd) ||
    (report.startsAt >= known.startsAt && report.startsAt < knownEnd)
  );
}
