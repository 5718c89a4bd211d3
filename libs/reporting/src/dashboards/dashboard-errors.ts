import { ProblemError } from '@timbre/platform';

export class DashboardNotYoursError extends ProblemError {
  constructor() {
    super({
      status: 403,
      code: 'dashboard.not_yours',
      detail: 'Only its owner can change this dashboard. Duplicate it to have one of your own.',
    });
  }
}

export class DashboardChangedError extends ProblemError {
  constructor() {
    super({
      status: 409,
      code: 'dashboard.changed',
      detail: 'This dashboard was saved elsewhere meanwhile. Load it again and repeat your change.',
    });
  }
}
