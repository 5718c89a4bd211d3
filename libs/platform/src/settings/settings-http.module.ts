import { Controller, Get, Module } from '@nestjs/common';
import type { SettingRow } from '@timbre/contracts';
import { Access } from '../http/access.js';
import { describeSettings } from './describe-settings.js';

@Controller('settings')
@Access('admin')
class SettingsController {
  /** What is in force and where it comes from; secrets are masked. */
  @Get()
  all(): SettingRow[] {
    return describeSettings();
  }
}

@Module({ controllers: [SettingsController] })
export class SettingsHttpModule {}
