import { z } from 'zod';
import type { SettingDefinition } from './setting-definition.js';
import { settingDefinitions } from './setting-definitions.js';

type Definitions = typeof settingDefinitions;

/** The parsed settings, by name in code. */
export type Settings = { readonly [Key in keyof Definitions]: z.output<Definitions[Key]['schema']> };

type SettingsShape = { [Key in keyof Definitions]: Definitions[Key]['schema'] };

/** The one schema of the settings; its input are raw strings by name in code. */
export const settingsSchema = z.object(
  Object.fromEntries(
    Object.entries(settingDefinitions).map(([key, definition]) => [key, definition.schema]),
  ) as unknown as SettingsShape,
);

/** Thrown when the environment holds a value that Timbre cannot use. The message has one sentence per variable. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}

/** An empty variable counts as "not set", the way compose files and CI systems write it. */
export function rawSetting(definition: SettingDefinition, env: NodeJS.ProcessEnv): string | undefined {
  const value = env[definition.name]?.trim();
  return value === undefined || value === '' ? definition.default : value;
}

/**
 * Reads the settings from the environment.
 *
 * @throws SettingsError with a sentence naming each variable that is wrong.
 */
export function loadSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const entries = Object.entries(settingDefinitions) as [keyof Definitions, SettingDefinition][];
  const parsed = settingsSchema.safeParse(
    Object.fromEntries(entries.map(([key, definition]) => [key, rawSetting(definition, env)])),
  );
  if (parsed.success) return parsed.data as Settings;
  throw new SettingsError(
    parsed.error.issues.map((issue) => {
      const definition: SettingDefinition = settingDefinitions[issue.path[0] as keyof Definitions];
      const shown = definition.secret ? 'its value' : JSON.stringify(rawSetting(definition, env));
      return `${definition.name} ${issue.message}, but it is ${shown === 'its value' ? 'something else' : shown}.`;
    }),
  );
}
