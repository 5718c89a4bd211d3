import { type DynamicModule, Inject, Module } from '@nestjs/common';
import type { Settings } from './settings.js';

const SETTINGS = Symbol('timbre settings');

/** Constructor parameter decorator: `constructor(@InjectSettings() private readonly settings: Settings)`. */
export const InjectSettings = (): ParameterDecorator => Inject(SETTINGS);

/** For `useFactory` providers: `inject: [settingsToken]`. */
export const settingsToken = SETTINGS;

@Module({})
export class SettingsModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: SettingsModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
