import { z } from 'zod';

/** One line of `GET /settings`: secrets arrive masked. */
export const settingRow = z.object({
  name: z.string(),
  value: z.string().nullable(),
  source: z.enum(['environment', 'default', 'not set']),
  default: z.string().nullable(),
  meaning: z.string(),
});
export type SettingRow = z.infer<typeof settingRow>;
