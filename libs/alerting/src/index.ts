import { CreateAlerting1795500000000 } from './migrations/1795500000000-create-alerting.js';
import { SeriesEscalationMarks1796000000000 } from './migrations/1796000000000-series-escalation-marks.js';

export { alertingProviders } from './alerting-providers.js';
export { AlertingHttpModule } from './alerting-http.module.js';
export { AlertingModule } from './alerting.module.js';
export { AlertingWorkerModule } from './alerting-worker.module.js';
export { ChannelDelivery } from './channels/channel-delivery.service.js';
export type { ChannelPost } from './channels/channel-post.js';
export { ChannelRepository } from './channels/channel.repository.js';
export { RuleEvaluator } from './evaluation/rule-evaluator.service.js';
export { AlertRuleService } from './rules/alert-rule.service.js';
export { RuleSimulator } from './simulation/rule-simulator.service.js';
export { RulesAsCode } from './code/rules-as-code.service.js';
export { DeliveryError } from './channels/delivery-error.js';
export const alertingMigrations = [CreateAlerting1795500000000, SeriesEscalationMarks1796000000000];
