import { z } from 'zod';

/** What applying a file would do to one rule: fields with their values as they are written in the file. */
export const alertRuleChange = z.object({
  kind: z.enum(['create', 'change', 'unchanged', 'remove']),
  /** Null for rules that do not exist yet. */
  id: z.string().nullable(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type AlertRuleChange = z.infer<typeof alertRuleChange>;

/** Body of `POST /alert-rules/import`. Without `apply` nothing changes; `prune` removes the rules that the file lacks. */
export const alertRulesImportInput = z
  .object({
    yaml: z.string().max(1_000_000),
    apply: z.boolean().default(false),
    prune: z.boolean().default(false),
  })
  .strict();
export type AlertRulesImportInput = z.infer<typeof alertRulesImportInput>;

export const alertRulesImport = z.object({ applied: z.boolean(), changes: z.array(alertRuleChange) });
export type AlertRulesImport = z.infer<typeof alertRulesImport>;
