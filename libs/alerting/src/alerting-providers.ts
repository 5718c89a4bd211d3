import { AlertCharts } from './alerts/alert-charts.service.js';
import { AlertRepository } from './alerts/alert.repository.js';
import { AlertService } from './alerts/alert.service.js';
import { ChannelDelivery } from './channels/channel-delivery.service.js';
import { ChannelRepository } from './channels/channel.repository.js';
import { ChannelService } from './channels/channel.service.js';
import { Mailer } from './channels/mailer.service.js';
import { RulesAsCode } from './code/rules-as-code.service.js';
import { AlertEscalationRepository } from './escalation/alert-escalation.repository.js';
import { Escalations } from './escalation/escalations.service.js';
import { EvaluationRecorder } from './evaluation/evaluation-recorder.service.js';
import { RuleEvaluator } from './evaluation/rule-evaluator.service.js';
import { SeriesEvaluator } from './evaluation/series-evaluator.service.js';
import { AlertLinks } from './links/alert-links.service.js';
import { MuteLinks } from './links/mute-links.service.js';
import { AlertMarkRepository } from './marks/alert-mark.repository.js';
import { AlertMarkService } from './marks/alert-mark.service.js';
import { BlindSources } from './measures/blind-sources.service.js';
import { ForecastMedianReader } from './measures/forecast-medians.service.js';
import { RuleMeasures } from './measures/rule-measures.service.js';
import { SeriesCounts } from './measures/series-counts.service.js';
import { ContributingArticles } from './messages/contributing-articles.service.js';
import { MessageComposer } from './messages/message-composer.service.js';
import { TargetNames } from './messages/target-names.service.js';
import { NotificationOutbox } from './notifications/notification-outbox.service.js';
import { NotificationSender } from './notifications/notification-sender.service.js';
import { NotificationRepository } from './notifications/notification.repository.js';
import { TestMessageService } from './notifications/test-message.service.js';
import { AlertPictures } from './pictures/alert-picture.service.js';
import { MessagePictures } from './pictures/message-picture.service.js';
import { AlertRuleRepository } from './rules/alert-rule.repository.js';
import { AlertRuleService } from './rules/alert-rule.service.js';
import { AlertSeriesRepository } from './series/alert-series.repository.js';
import { SeriesFinder } from './series/series-finder.service.js';
import { SilenceRepository } from './silences/silence.repository.js';
import { RuleSimulator } from './simulation/rule-simulator.service.js';
import { SeriesReplay } from './simulation/series-replay.service.js';
import { AlertAnnouncer } from './telling/alert-announcer.service.js';
import { AlertGroupRepository } from './telling/alert-group.repository.js';
import { GroupFlusher } from './telling/group-flusher.service.js';
import { Muting } from './telling/muting.service.js';

/** Services and repositories of alerting. */
export const alertingProviders = [
  AlertAnnouncer,
  AlertCharts,
  AlertEscalationRepository,
  AlertGroupRepository,
  AlertLinks,
  AlertMarkRepository,
  AlertMarkService,
  AlertPictures,
  AlertRepository,
  AlertRuleRepository,
  AlertRuleService,
  AlertSeriesRepository,
  AlertService,
  BlindSources,
  ChannelDelivery,
  ChannelRepository,
  ChannelService,
  ContributingArticles,
  Escalations,
  EvaluationRecorder,
  ForecastMedianReader,
  GroupFlusher,
  Mailer,
  MessageComposer,
  MessagePictures,
  MuteLinks,
  Muting,
  NotificationOutbox,
  NotificationRepository,
  NotificationSender,
  RuleEvaluator,
  RuleMeasures,
  RuleSimulator,
  RulesAsCode,
  SeriesCounts,
  SeriesEvaluator,
  SeriesFinder,
  SeriesReplay,
  SilenceRepository,
  TargetNames,
  TestMessageService,
] as const;
