import { Module } from '@nestjs/common';
import { AlertingSchedules } from './alerting-schedules.js';
import { AlertingModule } from './alerting.module.js';
import { EvaluateAlertsProcessor } from './evaluation/evaluate-alerts.processor.js';
import { DeliverNotificationProcessor } from './notifications/deliver-notification.processor.js';

/** Evaluating rules and sending notifications. */
@Module({
  imports: [AlertingModule],
  providers: [AlertingSchedules, DeliverNotificationProcessor, EvaluateAlertsProcessor],
})
export class AlertingWorkerModule {}
