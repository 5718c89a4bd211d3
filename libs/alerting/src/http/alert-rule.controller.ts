import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  type AlertRule,
  alertRuleBulkInput,
  alertRuleInput,
  type AlertRuleSeries,
  type AlertRulesImport,
  alertRulesImportInput,
  type AlertSimulation,
  alertSimulationInput,
} from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { RulesAsCode } from '../code/rules-as-code.service.js';
import { AlertRuleService } from '../rules/alert-rule.service.js';
import { RuleSimulator } from '../simulation/rule-simulator.service.js';

const ruleId = z.uuid();
const enableInput = z.object({ enabled: z.boolean() }).strict();

@Controller('alert-rules')
@Access('viewer')
export class AlertRuleController {
  constructor(
    private readonly rules: AlertRuleService,
    private readonly simulator: RuleSimulator,
    private readonly code: RulesAsCode,
  ) {}

  @Get()
  list(): Promise<AlertRule[]> {
    return this.rules.list();
  }

  /** All rules as YAML. */
  @Get('export')
  @Header('content-type', 'application/yaml; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="timbre-alerts.yaml"')
  export(): Promise<string> {
    return this.code.export();
  }

  /** What a file of rules would change; with `apply` it is done. */
  @Post('import')
  @HttpCode(200)
  @Access('analyst', 'alerts:write')
  import(
    @Body({ schema: alertRulesImportInput }) input: z.output<typeof alertRulesImportInput>,
    @CurrentUser() by: Principal,
  ): Promise<AlertRulesImport> {
    return this.code.import(input, { by: by.name, at: new Date() });
  }

  @Post('bulk')
  @HttpCode(200)
  @Access('analyst', 'alerts:write')
  changeMany(
    @Body({ schema: alertRuleBulkInput }) input: z.output<typeof alertRuleBulkInput>,
    @CurrentUser() by: Principal,
  ): Promise<AlertRule[]> {
    return this.rules.changeMany(input, { by: by.name, at: new Date() });
  }

  @Get(':id/series')
  series(@Param('id', { schema: ruleId }) id: string): Promise<AlertRuleSeries[]> {
    return this.rules.seriesOf(id);
  }

  @Get(':id')
  one(@Param('id', { schema: ruleId }) id: string): Promise<AlertRule> {
    return this.rules.one(id);
  }

  @Post()
  @Access('analyst', 'alerts:write')
  create(
    @Body({ schema: alertRuleInput }) input: z.output<typeof alertRuleInput>,
    @CurrentUser() by: Principal,
  ): Promise<AlertRule> {
    return this.rules.create(input, { by: by.name, at: new Date() });
  }

  /** What the rule would have done. Reads only, so that viewers may try thresholds. */
  @Post('simulate')
  @HttpCode(200)
  @Access('viewer', 'read')
  simulate(
    @Body({ schema: alertSimulationInput }) { rule, from, to, series }: z.output<typeof alertSimulationInput>,
  ): Promise<AlertSimulation> {
    return this.simulator.simulate(rule, {
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(to === undefined ? {} : { to: new Date(to) }),
      ...(series === undefined ? {} : { series }),
      now: new Date(),
    });
  }

  @Put(':id')
  @Access('analyst', 'alerts:write')
  change(
    @Param('id', { schema: ruleId }) id: string,
    @Body({ schema: alertRuleInput }) input: z.output<typeof alertRuleInput>,
    @CurrentUser() by: Principal,
  ): Promise<AlertRule> {
    return this.rules.change(id, input, { by: by.name, at: new Date() });
  }

  @Put(':id/enabled')
  @Access('analyst', 'alerts:write')
  enable(
    @Param('id', { schema: ruleId }) id: string,
    @Body({ schema: enableInput }) { enabled }: z.output<typeof enableInput>,
    @CurrentUser() by: Principal,
  ): Promise<AlertRule> {
    return this.rules.enable(id, enabled, { by: by.name, at: new Date() });
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'alerts:write')
  remove(@Param('id', { schema: ruleId }) id: string): Promise<void> {
    return this.rules.remove(id, new Date());
  }
}
