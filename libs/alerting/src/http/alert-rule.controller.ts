import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type AlertRule, alertRuleInput, type AlertSimulation, alertSimulationInput } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
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
  ) {}

  @Get()
  list(): Promise<AlertRule[]> {
    return this.rules.list();
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
    @Body({ schema: alertSimulationInput }) { rule, from, to }: z.output<typeof alertSimulationInput>,
  ): Promise<AlertSimulation> {
    return this.simulator.simulate(rule, {
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(to === undefined ? {} : { to: new Date(to) }),
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
