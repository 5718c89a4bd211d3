import { type Command, Option } from 'commander';

/** Options of commands that speak of a part of the coverage. */
export interface CoverageOptions {
  from?: string;
  to?: string;
  tz: string;
  targets?: string;
  sources?: string;
  languages?: string;
  unit: 'articles' | 'stories';
}

/** Adds `--from`, `--to`, `--tz`, `--targets` … to a command. */
export function addCoverageOptions(command: Command, unit: CoverageOptions['unit']): Command {
  return command
    .option('--from <when>', 'first moment, ISO date or date-time')
    .option('--to <when>', 'moment after the last, ISO date or date-time')
    .option('--tz <zone>', 'IANA time zone', 'UTC')
    .option('--targets <list>', 'topic:<id>,entity:<id>,all')
    .option('--sources <list>', 'ids of sources')
    .option('--languages <list>', 'language tags')
    .addOption(
      new Option('--unit <unit>', 'count copies of one text, or each story once')
        .choices(['articles', 'stories'])
        .default(unit),
    );
}

/** A plain day is its first moment in UTC. */
export const instantOf = (when: string | undefined): string | undefined =>
  when !== undefined && /^\d{4}-\d\d-\d\d$/.test(when) ? `${when}T00:00:00Z` : when;
