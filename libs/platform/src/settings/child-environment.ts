import { settingDefinitions } from './setting-definitions.js';

/** The environment for a process that we start: ours, with these settings set to these raw values. */
export function childEnvironment(
  values: Partial<Record<keyof typeof settingDefinitions, string>>,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const named = Object.entries(values).map(([key, value]) => [
    settingDefinitions[key as keyof typeof settingDefinitions].name,
    value,
  ]);
  return { ...env, ...Object.fromEntries(named) };
}
