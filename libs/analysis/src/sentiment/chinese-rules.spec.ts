import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analyze.js';
import { loadDefaultCatalogue } from '../catalogue/load-default-catalogue.js';
import { loadResources } from '../load-resources.js';

const shipped = loadResources();
// Without the learned voter: the rules alone have to see what a construction means.
const analyzer = createAnalyzer({ ...shipped, model: undefined });
const catalogue = analyzer.compile(loadDefaultCatalogue());

function signs(text: string, ...targets: string[]): number[] {
  const reading = analyzer.analyze({ id: '1', text, lang: 'zh', targets }, catalogue);
  return targets.map((name) => Math.sign(reading.targets.find((target) => target.id === name)?.score ?? 0));
}

describe('Chinese rules', () => {
  it.each([
    ['墨舟的错误率比白泽高出五个百分点。', { 墨舟: -1, 白泽: 1 }],
    ['墨舟的推理成本下降了三成。', { 墨舟: 1 }],
    ['曜能电池的寿命只有远舟的六成。', { 曜能: -1, 远舟: 1 }],
    ['要不是云杉及时出手，系统早就瘫痪了。', { 云杉: 1 }],
    ['原以为墨舟万无一失，结果频频宕机。', { 墨舟: -1 }],
    ['妙控远没有远舟舒服。', { 妙控: -1, 远舟: 1 }],
    ['墨舟不比白泽差。', { 墨舟: 1 }],
    ['墨舟力压白泽登顶。', { 墨舟: 1, 白泽: -1 }],
    ['墨舟贵是贵，可确实耐用。', { 墨舟: 1 }],
    ['墨舟和白泽同场应试，前者屡屡出错，后者表现亮眼。', { 墨舟: -1, 白泽: 1 }],
    ['墨舟宕机六小时，该公司至今没有道歉。', { 墨舟: -1 }],
    ['强制更新毁了答辩。', { 强制更新: -1 }],
    ['墨舟无法识别手写公式。', { 墨舟: -1 }],
  ])('%s', (text, expected) => {
    expect(signs(text, ...Object.keys(expected))).toEqual(Object.values(expected));
  });

  it('lets a topic word take the blame out of what is only talked about', () => {
    const score = (text: string): number =>
      analyzer.analyze({ id: '1', text, targets: ['云麓市'] }, catalogue).targets.find(({ id }) => id === '云麓市')
        ?.score ?? 0;
    expect(Math.abs(score('云麓市讨论传染病。'))).toBeLessThan(0.2);
    expect(score('云麓市爆发传染病。')).toBeLessThan(-0.2);
  });

  it('lets aspects judge by their own cues, and the opposite under a negation', () => {
    const aspect = (text: string, name: string): number | undefined =>
      createAnalyzer(shipped)
        .analyze({ id: '1', text, lang: 'zh', targets: ['墨舟'] }, catalogue)
        .targets.find(({ id }) => id === '墨舟')
        ?.aspects.find((found) => found.aspect === name)?.score;
    expect(aspect('墨舟生成的画面看起来那么真实。', 'authenticity')).toBeGreaterThan(0.2);
    expect(aspect('墨舟生成的画面并不真实。', 'authenticity')).toBeLessThan(-0.2);
    expect(aspect('有人就墨舟的真实性反复警告。', 'authenticity')).toBeLessThan(-0.2);
  });
});
