import { AlertRepository } from './alerts/alert.repository.js';
import { AlertService } from './alerts/alert.service.js';
import { ChannelDelivery } from './channels/channel-delivery.service.js';
import { ChannelRepository } from './channels/channel.repository.js';
import { ChannelService } from './channels/channel.service.js';
import { Mailer } from './channels/mailer.service.js';
import { RuleEvaluator } from './evaluation/rule-evaluator.service.js';
import { BlindSources } from './measures/blind-sources.service.js';
import { ForecastMedianReader } from './measures/forecast-medians.service.js';
import { RuleMeasures } from './measures/rule-measures.service.js';
import { SeriesCounts } from './measures/series-counts.service.js';
import { MessageComposer } from './messages/message-composer.service.js';
import { NotificationOutbox } from './notifications/notification-outbox.service.js';
import { NotificationRepository } from './notifications/notification.repository.js';
import { NotificationSender } from './notifications/notification-sender.service.js';
import { TestMessageService } from './notifications/test-message.service.js';
import { AlertRuleRepository } from './rules/alert-rule.repository.js';
import { AlertRuleService } from './rules/alert-rule.service.js';
import { SilenceRepository } from './silences/silence.repository.js';
import { RuleSimulator } from './simulation/rule-simulator.service.js';
import { AlertAnnouncer } from './telling/alert-announcer.service.js';
import { AlertGroupRepository } from './telling/alert-group.repository.js';
import { GroupFlusher } from './telling/group-flusher.service.js';

/** Services and repositories of alerting. */
export const alertingProviders = [
  AlertAnnouncer,
  AlertGroupRepository,
  AlertRepository,
  AlertRuleRepository,
  AlertRuleService,
  AlertService,
  BlindSources,
  ChannelDelivery,
  ChannelRepository,
  ChannelService,
  ForecastMedianReader,
  GroupFlusher,
  Mailer,
  MessageComposer,
  NotificationOutbox,
  NotificationRepository,
  NotificationSender,
  RuleEvaluator,
  RuleMeasures,
  RuleSimulator,
  SeriesCounts,
  SilenceRepository,
  TestMessageService,
] as const;
