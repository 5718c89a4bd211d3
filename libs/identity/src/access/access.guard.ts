import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { roleIncludes } from '@timbre/contracts';
import { type AccessRequirement, accessOf, InjectSettings, type Principal, type Settings } from '@timbre/platform';
import type { Request } from 'express';
import { ForeignOriginError, NotPermittedError, NotSignedInError, TokenRefusedError } from '../identity-errors.js';
import { principalOfUser, SessionService } from '../sessions/session.service.js';
import { ApiTokenService } from '../tokens/api-token.service.js';
import { scopesInclude } from './permits.js';
import { isSameOrigin } from './same-origin.js';
import { sessionSecretFrom } from './session-cookie.js';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks and whether the route is open to them. Routes that declare nothing are closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly tokens: ApiTokenService,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request & { principal?: Principal }>();
    const needed = accessOf(this.reflector, context);
    const principal = await this.identify(request, needed);
    if (principal) request.principal = principal;
    if (needed?.role === 'public') return true;
    if (!principal) throw new NotSignedInError();
    if (!needed) throw new NotPermittedError('a permission that nobody has');
    this.permit(request, principal, needed.role, needed.scope);
    return true;
  }

  private async identify(request: Request, needed: AccessRequirement | null): Promise<Principal | null> {
    const bearer = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? '');
    if (bearer?.[1] !== undefined) {
      const principal = await this.tokens.principalOf(bearer[1]);
      if (!principal && needed?.role !== 'public') throw new TokenRefusedError();
      return principal;
    }
    const secret = sessionSecretFrom(request.headers.cookie);
    if (
      !readingMethods.has(request.method) &&
      !isSameOrigin(request.headers as Parameters<typeof isSameOrigin>[0], this.settings.publicUrl)
    )
      throw new ForeignOriginError();
    const user = secret === null ? null : await this.sessions.userOf(secret);
    return user && principalOfUser(user);
  }

  private permit(
    request: Request,
    principal: Principal,
    role: Exclude<AccessRequirement['role'], 'public'>,
    scope: AccessRequirement['scope'],
  ): void {
    if (!roleIncludes(principal.role, role)) throw new NotPermittedError(`the role "${role}"`);
    if (principal.scopes === null) return;
    const neededScope = scope ?? (readingMethods.has(request.method) ? 'read' : 'admin');
    if (!scopesInclude(principal.scopes, neededScope))
      throw new NotPermittedError(`a token with the scope "${neededScope}"`);
  }
}
