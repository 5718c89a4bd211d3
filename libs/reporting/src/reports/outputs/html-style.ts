import { lightTokens } from '@timbre/charts';

const { ink, quiet, line, page, surface, positiveText, negativeText, accent } = lightTokens;

/** The style sheet of a report in HTML: no address in it leads outside. */
export const htmlStyle = `
:root{color-scheme:light}
body{margin:0;background:${page};color:${ink};font:15px/1.6 ui-sans-serif,system-ui,"Segoe UI",Roboto,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
body:lang(zh){line-height:1.75}
main{max-width:820px;margin:0 auto;padding:32px 20px 64px;background:${surface}}
h1{font-size:28px;line-height:1.25;margin:8px 0 20px}h2{font-size:19px;margin:40px 0 12px}h3{font-size:16px}h4,h5,h6{font-size:15px}
a{color:${accent}}a.figure{color:inherit;text-decoration-color:${line};text-underline-offset:3px}dl.cover{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:0;color:${quiet}}dl.cover dt{font-weight:600}dl.cover dd{margin:0;overflow-wrap:anywhere}
nav ol{padding-left:22px}figure{margin:0}figure svg{width:100%;height:auto;display:block}figcaption,.foot,.about{color:${quiet};font-size:13px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:16px}.tile{border-top:2px solid ${line};padding-top:8px}.tile b{display:block;font-size:26px;line-height:1.3}.positive{color:${positiveText}}.negative{color:${negativeText}}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;padding:6px 10px;border-bottom:1px solid ${line};vertical-align:top}th.number,td.number{text-align:right;white-space:nowrap}
blockquote{margin:6px 0;padding-left:14px;border-left:3px solid ${line}}.item{margin:0 0 18px}.item p{margin:2px 0}pre{overflow-x:auto}
details{margin-top:8px}summary{color:${quiet};cursor:pointer;font-size:13px}.notes{font-size:13px;overflow-wrap:anywhere}sup a{text-decoration:none}.sample{border:1px solid ${line};padding:8px 12px}
@media print{main{max-width:none}figure,.item,.tile{break-inside:avoid}details{display:none}}
`;
