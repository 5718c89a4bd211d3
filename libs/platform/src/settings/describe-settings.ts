import type { SettingDefinition } from './setting-definition.js';
import { settingDefinitions } from './setting-definitions.js';
import { rawSetting } from './settings.js';

/** One line of `timbre settings`. */
export interface DescribedSetting {
  name: string;
  /** What is in force, masked when secret; null when not set. */
  value: string | null;
  source: 'environment' | 'default' | 'not set';
  default: string | null;
  meaning: string;
}

/** Lists all settings with what is in force and where it comes from. Reads raw values, so it also works when one is wrong. */
export function describeSettings(env: NodeJS.ProcessEnv = process.env): DescribedSetting[] {
  return Object.values(settingDefinitions).map((definition: SettingDefinition) => {
    const value = rawSetting(definition, env);
    const given = (env[definition.name]?.trim() ?? '') !== '';
    return {
      name: definition.name,
      value: value === undefined ? null : definition.secret ? '********' : value,
      source: given ? 'environment' : value === undefined ? 'not set' : 'default',
      default: definition.default ?? null,
      meaning: definition.meaning,
    };
  });
}
