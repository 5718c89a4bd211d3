import type { z } from 'zod';

/** One variable of the environment: what it is called, what it may hold, what it means. */
export interface SettingDefinition<Schema extends z.ZodType = z.ZodType> {
  /** Name of the environment variable. */
  readonly name: string;
  /** Parses the raw string; `undefined` never reaches it when a default exists. */
  readonly schema: Schema;
  /** Raw default, as one would write it in the environment; absent means "not set". */
  readonly default?: string;
  /** One sentence for `timbre settings` and the documentation. */
  readonly meaning: string;
  /** A secret is masked wherever settings are shown. */
  readonly secret?: true;
}

/** Keeps the schema's type while checking the shape. */
export function setting<Schema extends z.ZodType>(definition: SettingDefinition<Schema>): SettingDefinition<Schema> {
  return definition;
}
