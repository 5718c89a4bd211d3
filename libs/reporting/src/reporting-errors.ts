import { ProblemError } from '@timbre/platform';

export class ExportTooLargeError extends ProblemError {
  constructor(rows: number) {
    super({
      status: 409,
      code: 'export.too_large',
      detail: `This export has ${rows} rows. Run it as a job (POST /api/v1/exports), or choose a shorter range.`,
    });
  }
}

export class ExcerptsOnlyError extends ProblemError {
  constructor(kind: string) {
    super({
      status: 403,
      code: 'export.excerpts_only',
      detail: `Viewers see excerpts only here, so they cannot export ${kind}. Export articles or series, or ask an analyst.`,
    });
  }
}

export class ChartEmptyError extends ProblemError {
  constructor() {
    super({
      status: 422,
      code: 'chart.empty',
      detail: 'There is no coverage to draw. Choose a longer range or another subject.',
    });
  }
}

export class LinkExpiredError extends ProblemError {
  constructor() {
    super({
      status: 410,
      code: 'link.expired',
      detail: 'This link has expired or was changed. Ask for a new one.',
    });
  }
}

export class ShareGoneError extends ProblemError {
  constructor() {
    super({ status: 404, code: 'share.gone', detail: 'This link has run out or was withdrawn. Ask for a new one.' });
  }
}

export class SharePasswordError extends ProblemError {
  constructor() {
    super({ status: 401, code: 'share.password', detail: 'This link needs its password.' });
  }
}

export class ReportChangedError extends ProblemError {
  constructor() {
    super({
      status: 409,
      code: 'report.changed',
      detail: 'Someone else saved this report meanwhile. Load it again and repeat your change.',
    });
  }
}

export class ScheduleInvalidError extends ProblemError {
  constructor(cron: string) {
    super({
      status: 400,
      code: 'schedule.cron',
      detail: `"${cron}" is not a schedule. Write five fields such as "0 8 * * 1" (Mondays at 8).`,
    });
  }
}

/** A report is whole or it is not made: this says which block stood in the way. */
export class BlockFailedError extends ProblemError {
  constructor(position: number, kind: string, reason: string, options?: ErrorOptions) {
    super(
      {
        status: 422,
        code: 'report.block_failed',
        detail: `Block ${position} (${kind}) cannot be drawn: ${reason}`,
      },
      options,
    );
  }
}
