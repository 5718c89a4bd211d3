import type { OverviewResponse, TargetRef, TargetResponse } from '@timbre/contracts';

/** Name of a target in the viewer's language, or what the answer called it. */
export type NameOf = (target: TargetRef, fallback: string) => string;

/** The catalogue knows each target in both languages; answers carry one name. */
export function localiseOverview(data: OverviewResponse, nameOf: NameOf): OverviewResponse {
  const byTarget = <Row extends { target: string; name: string }>(row: Row) => ({
    ...row,
    name: nameOf(row.target, row.name),
  });
  const byKey = <Row extends { key: string; name: string }>(row: Row) => ({ ...row, name: nameOf(row.key, row.name) });
  return {
    ...data,
    series: data.series.map(byTarget),
    topics: { ...data.topics, rows: data.topics.rows.map(byTarget) },
    topicRows: data.topicRows.map(byKey),
    risingEntities: data.risingEntities.map(byKey),
    changes: data.changes.map(byTarget),
  };
}

/** @param languageName name of a language tag, e.g. `zh` */
export function localiseTarget(
  data: TargetResponse,
  nameOf: NameOf,
  languageName: (tag: string) => string,
): TargetResponse {
  return {
    ...data,
    name: nameOf(data.target, data.name),
    series: { ...data.series, name: nameOf(data.target, data.name) },
    languages: data.languages.map((line) => ({ ...line, name: languageName(line.name) })),
    coMentioned: data.coMentioned.map((row) => ({ ...row, name: nameOf(row.key, row.name) })),
  };
}
