import { readFileSync } from 'node:fs';
import { compileReportingVerbs, parseReportingVerbs, type ReportingVerbs } from './reporting-verb.js';

let shipped: ReportingVerbs | undefined;

/** The lists in data/reporting-verbs, read once. */
export function loadReportingVerbs(): ReportingVerbs {
  shipped ??= compileReportingVerbs(parseReportingVerbs(read('zh')), parseReportingVerbs(read('en')));
  return shipped;
}

function read(lang: 'zh' | 'en'): string {
  return readFileSync(new URL(`../../data/reporting-verbs/${lang}.tsv`, import.meta.url), 'utf8');
}
