import { ProblemError } from '@timbre/platform';

export class NotSignedInError extends ProblemError {
  constructor() {
    super({
      status: 401,
      code: 'session.required',
      detail: 'Sign in, or send an API token as "Authorization: Bearer …".',
    });
  }
}

export class WrongCredentialsError extends ProblemError {
  constructor() {
    super({ status: 401, code: 'session.wrong_credentials', detail: 'The address or the password is wrong.' });
  }
}

export class TokenRefusedError extends ProblemError {
  constructor() {
    super({
      status: 401,
      code: 'token.refused',
      detail: 'This API token is unknown, expired or revoked. Create a new one under Settings.',
    });
  }
}

export class NotPermittedError extends ProblemError {
  constructor(needed: string) {
    super({ status: 403, code: 'access.not_permitted', detail: `This needs ${needed}. Ask an administrator.` });
  }
}

export class ForeignOriginError extends ProblemError {
  constructor() {
    super({
      status: 403,
      code: 'access.foreign_origin',
      detail:
        'Changes with a session cookie are only accepted from Timbre’s own pages. Set TIMBRE_PUBLIC_URL when a proxy stands in front.',
    });
  }
}

export class SetupLinkError extends ProblemError {
  constructor() {
    super({
      status: 403,
      code: 'setup.link_invalid',
      detail:
        'This link was used already or is not the newest one. Restart Timbre to get a new link while there is no user.',
    });
  }
}

export class EmailTakenError extends ProblemError {
  constructor() {
    super({ status: 409, code: 'user.email_taken', detail: 'There is a user with this address already.' });
  }
}

export class LastAdminError extends ProblemError {
  constructor() {
    super({
      status: 409,
      code: 'user.last_admin',
      detail: 'This is the last administrator. Make somebody else an administrator first.',
    });
  }
}
