export const outlets = {
  title: '信源对比',
  hint: '各家写了多少，语气如何。',
  name: '信源',
  chartTitle: '各信源净情感',
  tableTitle: '全部信源',
  tableSubtitle: '每家与其余各家合计相比；差的 95% 置信区间包含零时，为无显著差异。点名称查看文章。',
  againstOthers: '与其余信源相比',
  removed: '信源已移除',
};
