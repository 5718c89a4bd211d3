import type { ReportFormat } from '@timbre/contracts';

/** A file name that every system takes; Chinese stays. @example reportFileName('每周/简报', 'pdf') // '每周 简报.pdf' */
export function reportFileName(name: string, format: ReportFormat): string {
  const safe = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return `${safe === '' ? 'report' : safe}.${format}`;
}
