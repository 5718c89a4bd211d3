import { ProblemError } from '@timbre/platform';

/** Articles of this outlet are not taken: it was taken down, or its source is switched off. */
export class OutletRefusedError extends ProblemError {
  constructor(outlet: string, reason: 'taken_down' | 'off') {
    const name = outlet.slice(0, 100);
    super({
      status: 409,
      code: `outlet.${reason}`,
      detail:
        reason === 'taken_down'
          ? `The outlet ${name} was taken down. An administrator can end the takedown.`
          : `The outlet ${name} is switched off. Resume it on the Sources page.`,
    });
  }
}
