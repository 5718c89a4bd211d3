import type { Forecast } from '@timbre/contracts';
import type { TimeExpression } from './claim.js';

const RELEASE = {
  zh: /发布|推出|上线|上市|开售|发售|量产|交付|开放(?!源|日|式)|公测|内测|面世|问世|亮相|开源|出货|(?:投入|正式|开始|实现)商用|投产|登陆|首发|公开(?!表示|场合|称|信|课|说)|上架|面向公众|推送|更新至|投放/u,
  en: /\b(?:releas(?:e|es|ed|ing)|launch(?:es|ed|ing)?|ship(?:s|ped|ping|ments?)?|roll(?:s|ed|ing)?[ -]?out|unveil(?:s|ed|ing)?|debut(?:s|ed)?|publish(?:es|ed)?|introduc(?:e|es|ed|ing)|(?<!widely )available|availability|be out\b|comes? out|due out|on sale|open[- ]sourc(?:e|es|ed|ing)|deliver(?:s|ed|y|ies)|go(?:es)? live|public beta|(?:mass|volume|series) production|hit(?:s)? (?:the market|shelves|stores)|start(?:s)? selling|deploy(?:s|ed)?|general(?:ly)? available|rollout|commercial service|go on sale)\b/i,
};

/** A revision moves a date and beats every other kind; a denial beats arrival and release. */
export function forecastKind(
  time: TimeExpression,
  denied: boolean,
  region: string,
  lang: 'zh' | 'en',
): Forecast['kind'] {
  if (time.type === 'shift' || time.type === 'direction') return 'revision';
  if (denied || time.type === 'not-before') return 'denial';
  return RELEASE[lang].test(region) ? 'release' : 'arrival';
}

export function namesRelease(region: string, lang: 'zh' | 'en'): boolean {
  return RELEASE[lang].test(region);
}
