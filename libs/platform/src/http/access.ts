import { type CustomDecorator, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Role, TokenScope } from '@timbre/contracts';

/** Who asks. Identity's guard sets it on the request as `principal`. */
export interface Principal {
  kind: 'user' | 'token';
  userId: string;
  name: string;
  role: Role;
  /** What a token may do; null for a signed-in user, who may do all that the role allows. */
  scopes: readonly TokenScope[] | null;
  tokenId?: string;
}

/** What a route asks for. */
export interface AccessRequirement {
  /** The least role, or `public` for everyone. */
  role: Role | 'public';
  /** The scope that a token needs; without one, tokens need `read` on GET and are refused otherwise. */
  scope?: TokenScope;
}

const accessKey = 'timbre:access';

/** Says who may call a controller or route. A route without it is refused to everyone. */
export const Access = (role: AccessRequirement['role'], scope?: TokenScope): CustomDecorator =>
  SetMetadata(accessKey, { role, scope } satisfies AccessRequirement);

/** The requirement of the route, else of its controller; null where nobody declared one (refuse). */
export function accessOf(reflector: Reflector, context: ExecutionContext): AccessRequirement | null {
  return (
    reflector.getAllAndOverride<AccessRequirement | undefined>(accessKey, [context.getHandler(), context.getClass()]) ??
    null
  );
}

/** The principal of the request; null on public routes that nobody signed in for. */
export function principalOf(request: object): Principal | null {
  return 'principal' in request ? ((request.principal as Principal | undefined) ?? null) : null;
}

/** Parameter decorator: `@CurrentUser() principal: Principal`. Null only on public routes. */
export const CurrentUser = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  principalOf(context.switchToHttp().getRequest<object>()),
);
