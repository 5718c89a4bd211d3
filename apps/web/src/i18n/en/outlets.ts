export const outlets = {
  title: 'Outlets',
  hint: 'Who writes how much, and in what tone.',
  name: 'Outlet',
  chartTitle: 'Net sentiment by outlet',
  tableTitle: 'All outlets',
  tableSubtitle:
    'Each is held against all the others together; not distinguishable when the 95 % interval of the difference holds zero. A name leads to the articles.',
  againstOthers: 'Against the others',
  removed: 'Source removed',
};
