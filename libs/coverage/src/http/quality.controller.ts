import { Controller, Get, Headers } from '@nestjs/common';
import type { QualityResponse } from '@timbre/contracts';
import { Access, requestLanguage } from '@timbre/platform';
import { QualityService } from '../quality/quality.service.js';

@Controller('quality')
@Access('viewer')
export class QualityController {
  constructor(private readonly service: QualityService) {}

  /** Live accuracy and agreement from the judgements of people. */
  @Get()
  quality(@Headers('accept-language') language?: string): Promise<QualityResponse> {
    return this.service.quality(requestLanguage(language));
  }
}
