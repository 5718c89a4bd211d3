import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

/** From the least to the most: each may do what those before it may. */
export const role = z.enum(['viewer', 'analyst', 'admin']);
export type Role = z.infer<typeof role>;

/** Whether a role includes another: an admin may do what an analyst may. */
export function roleIncludes(given: Role, needed: Role): boolean {
  return role.options.indexOf(given) >= role.options.indexOf(needed);
}

export const tokenScope = z.enum([
  'read',
  'articles:write',
  'sources:write',
  'catalogue:write',
  'alerts:write',
  'reports:write',
  'admin',
]);
export type TokenScope = z.infer<typeof tokenScope>;

export const password = z.string().min(12, 'Use at least 12 characters.').max(200);
export const email = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase());

export const loginInput = z.object({ email, password: z.string().min(1).max(200) }).strict();
export const setupInput = z
  .object({ token: z.string().min(1).max(200), email, name: z.string().trim().min(1).max(200), password })
  .strict();

export const userPreferences = z.object({
  language: z.enum(['en', 'zh-CN']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  timeZone: z.string().max(100).optional(),
});
export const user = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  createdAt: instant,
  lastSeenAt: instant.nullable(),
  disabled: z.boolean(),
  preferences: userPreferences,
});
export type User = z.infer<typeof user>;
export const userInput = z.object({ email, name: z.string().trim().min(1).max(200), role, password }).strict();
export const userPatch = z
  .object({
    name: z.string().trim().min(1).max(200),
    role,
    disabled: z.boolean(),
    password,
    preferences: userPreferences,
  })
  .partial()
  .strict();

/** Who is asking, and whether the installation still waits for its owner. */
export const sessionState = z.object({ user: user.nullable(), setupNeeded: z.boolean() });
export type SessionState = z.infer<typeof sessionState>;

export const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(tokenScope),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;
export const apiTokenInput = z
  .object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(tokenScope).min(1),
    expiresAt: instant.optional(),
  })
  .strict();
/** The secret is shown this once. */
export const apiTokenCreated = apiToken.extend({ secret: z.string() });
export type ApiTokenCreated = z.infer<typeof apiTokenCreated>;

export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
