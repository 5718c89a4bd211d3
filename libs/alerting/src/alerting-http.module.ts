import { Module } from '@nestjs/common';
import { AlertingModule } from './alerting.module.js';
import { AlertChannelController } from './http/alert-channel.controller.js';
import { AlertMarkController } from './http/alert-mark.controller.js';
import { AlertMuteController } from './http/alert-mute.controller.js';
import { AlertPictureController } from './http/alert-picture.controller.js';
import { AlertController } from './http/alert.controller.js';
import { AlertRuleController } from './http/alert-rule.controller.js';
import { AlertSilenceController } from './http/alert-silence.controller.js';
import { NotificationController } from './http/notification.controller.js';

/** Alerting over HTTP. */
@Module({
  imports: [AlertingModule],
  controllers: [
    AlertChannelController,
    AlertController,
    AlertMarkController,
    AlertMuteController,
    AlertPictureController,
    AlertRuleController,
    AlertSilenceController,
    NotificationController,
  ],
})
export class AlertingHttpModule {}
