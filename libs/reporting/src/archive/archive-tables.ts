/** Tables that an archive leaves out: what is made anew from the rest, what works only here, and what is secret. */
const staying = new Set([
  'migration',
  'typeorm_metadata',
  // Access belongs to an installation.
  'api_token',
  'user_session',
  'owner_setup',
  'report_share',
  // Work that is under way, and messages that would be sent twice.
  'alert_delivery_attempt',
  'alert_escalation',
  'alert_group',
  'alert_notification',
  'host_turn',
  'import_error',
  'import_run',
  'long_job',
  'rate_limit',
]);

/** Sums are recomputed when an archive is read. */
const recomputed = /^rollup_/;

export const isMoved = (table: string): boolean => !staying.has(table) && !recomputed.test(table);

/** Columns that hold secrets or are sealed with the secret of one installation. */
export const secretColumns: Readonly<Record<string, readonly string[]>> = {
  alert_channel: ['sealed'],
  app_user: ['password_hash'],
  source: ['sealed_headers'],
};

/** What each row gets on arrival: nothing leaves the new installation until somebody switches it on. */
export interface ArrivalValues {
  /** Of a password that nobody knows. */
  passwordHash: string;
  /** An alert channel's secrets: none. */
  sealedNothing: string;
}

export function arriving(table: string, row: Record<string, unknown>, values: ArrivalValues): Record<string, unknown> {
  switch (table) {
    case 'app_user':
      return { ...row, password_hash: values.passwordHash };
    case 'alert_channel':
      return { ...row, sealed: values.sealedNothing, enabled: false };
    case 'report_schedule':
      return { ...row, enabled: false };
    default:
      return row;
  }
}
