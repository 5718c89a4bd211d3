import { CronExpressionParser } from 'cron-parser';
import { ScheduleInvalidError } from '../../reporting-errors.js';

/**
 * The first moment after `after` that the schedule names, in its zone. Where clocks go forward, a time that does not
 * exist falls on the next one that does; where they go back, a repeated time counts once.
 *
 * @param cron - five fields: minute, hour, day of month, month, day of week.
 * @throws ScheduleInvalidError
 */
export function nextRun(cron: string, tz: string, after: Date): Date {
  if (cron.trim().split(/\s+/).length !== 5) throw new ScheduleInvalidError(cron);
  try {
    return CronExpressionParser.parse(cron.trim(), { tz, currentDate: after }).next().toDate();
  } catch {
    throw new ScheduleInvalidError(cron);
  }
}
