export { childEnvironment } from './child-environment.js';
export { describeSettings, type DescribedSetting } from './describe-settings.js';
export { loadSecret } from './load-secret.js';
export { SealBrokenError, SecretBox } from './secret-box.js';
export { InjectSettings, SettingsModule, settingsToken } from './settings.module.js';
export { loadSettings, type Settings, SettingsError, settingsSchema } from './settings.js';
