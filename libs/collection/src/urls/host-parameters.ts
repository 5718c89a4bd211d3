/** What one site adds to its own links; `only` lists the parameters that name the article where all others are noise. */
export interface HostParameters {
  host: RegExp;
  remove?: ReadonlySet<string>;
  only?: ReadonlySet<string>;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const site = (domain: string): RegExp => new RegExp(`(?:^|\\.)${domain.replaceAll('.', '\\.')}$`);

/** Site-specific tracking, from the links these sites hand out. Names in lower case. */
export const HOST_PARAMETERS: readonly HostParameters[] = [
  { host: /^mp\.weixin\.qq\.com$/, only: names('__biz mid idx sn') },
  { host: site('youtube.com'), remove: names('si pp ab_channel kw attribution_link embeds_referring_euri source_ve_path') },
  { host: /(?:^|\.)(?:twitter|x)\.com$/, remove: names('s t cn vertical cxt mx') },
  { host: site('facebook.com'), remove: names('__tn__ __xts__ __cft__ hc_ref hc_location fref rdid eid ref sfnsn mibextid paipv comment_tracking extid acontext notif_t notif_id refid refsrc locale2') },
  { host: site('instagram.com'), remove: names('hl taken-by') },
  { host: site('linkedin.com'), remove: names('trackingid refid midtoken midsig lipi licu trkemail eid rcm') },
  { host: site('reddit.com'), remove: names('rdt share_id correlation_id ref_campaign ref_source post_fullname $deep_link $3p ref') },
  { host: /(?:^|\.)amazon\.[a-z.]+$/, remove: names('qid sr srs ref_ pf_rd_r pf_rd_p pf_rd_m pf_rd_s pf_rd_t pf_rd_i pd_rd_r pd_rd_w pd_rd_wg pd_rd_i psc smid sprefix crid linkcode creativeasin ascsubtag tag camp creative dib dib_tag content-id social_share _encoding keywords dchild th') },
  { host: /(?:^|\.)google\.[a-z.]+$/, remove: names('ved ei sxsrf uact oq gs_lcrp sclient sourceid aqs biw bih dpr sca_esv sca_upv ictx rlz') },
  { host: site('bing.com'), remove: names('cvid form sk sp sc qs pq ghsh ghacc ghpl toww redig') },
  { host: site('msn.com'), remove: names('ocid cvid ei pc gt1 li') },
  { host: site('nytimes.com'), remove: names('partner action module pgtype region contentcollection referringsource searchresultposition campaign_id instance_id segment_id user_id regi_id nl te hp rref emc em_pos clickedid unlocked_article_code src version impression_id index') },
  { host: site('washingtonpost.com'), remove: names('itid wpmk pwapi_token carta-url utm_term tid hpid') },
  { host: site('wsj.com'), remove: names('mod st reflink page pos tesla') },
  { host: site('bloomberg.com'), remove: names('srnd leadsource sref in_source cmpid') },
  { host: site('ft.com'), remove: names('ftcamp accesstoken sharetype desktop segmentid syn-25a6b1a6 shareid') },
  { host: site('economist.com'), remove: names('fsrc itm_source giftid') },
  { host: /(?:^|\.)bbc\.(?:com|co\.uk)$/, remove: names('ocid xtor pinned_post_locator pinned_post_asset_id pinned_post_type link_location post_type') },
  { host: site('theguardian.com'), remove: names('cmp amp_js_v curator soc_568 acquisitiondata') },
  { host: site('reuters.com'), remove: names('taid rpc feedtype feedname virtualbrandchannel il edition-redirect') },
  { host: site('cnn.com'), remove: names('iid cid hpt sr eref') },
  { host: site('cnbc.com'), remove: names('__source par doc recirc') },
  { host: site('forbes.com'), remove: names('sh ss ctpv') },
  { host: site('techcrunch.com'), remove: names('tpcc guccounter ncid') },
  { host: site('medium.com'), remove: names('source sk referrer gi _branch_match_id') },
  { host: site('substack.com'), remove: names('r s publication_id post_id isfreemail triedredirect token showwelcomeonshare') },
  { host: site('spotify.com'), remove: names('si context nd dlsi sp_cid') },
  { host: site('imdb.com'), remove: names('ref_ pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t pf_rd_i') },
  { host: site('ebay.com'), remove: names('_trkparms _trksid hash mkevt mkcid mkrid campid toolid customid amdata epid') },
  { host: /(?:^|\.)aliexpress\.[a-z.]+$/, remove: names('algo_pvid algo_expid btsid ws_ab_test sk aff_trace_key terminal_id aff_platform aff_fcid aff_fsk scm_id pdp_npi gatewayadapt') },
  { host: site('bilibili.com'), remove: names('buvid bbid from mid ts timestamp is_story_h5 plat_id seid share_session_id up_id broadcast_type is_room_feed msource session_id visit_id trackid live_from launch_id hotrank') },
  { host: site('zhihu.com'), remove: names('share_code utm_psn session_id scene source hybrid_search_source hybrid_search_extra') },
  { host: site('weibo.com'), remove: names('refer_flag mod display wvr sudaref luicode lfid featurecode wm from type') },
  { host: site('163.com'), remove: names('f from spss spssid spsnuid spsdevid spsvid spsshare spsts spstoken spsw spsreferer offset clickfrom referfrom sign') },
  { host: site('sina.com.cn'), remove: names('vt cre mod loc r rfunc tj tr wm from fr sudaref display retcode wbf') },
  { host: site('sina.cn'), remove: names('vt cre mod loc r rfunc tj tr wm from fr pos') },
  { host: site('sohu.com'), remove: names('_f _trans_ spm scm pvid strategyid f qs trans edtsign edtcode') },
  { host: site('qq.com'), remove: names('pgv_ref adtag web_channel getpv openapp ptag qimei uid devid shareto chlid scene suid') },
  { host: site('toutiao.com'), remove: names('app timestamp use_new_style req_id group_id tt_from upstream_biz share_did share_uid category_new module_name wid log_from channel source') },
  { host: site('ifeng.com'), remove: names('_cpb_remenwz _cpb_shouye aman gud ch_ ad_ qbc srctag') },
  { host: site('thepaper.cn'), remove: names('commtag s frompath') },
  { host: site('36kr.com'), remove: names('f from channel ktm_source') },
  { host: site('huxiu.com'), remove: names('f type collection_id_from') },
  { host: site('baidu.com'), remove: names('wfr for sfrom fr rsv_dl rsv_bp rsv_spt rsv_iqid rsv_enter rsv_t rsv_sug rqlang tn ie oq') },
  { host: site('taobao.com'), remove: names('ut_sk suid sourcetype un app bxsign cpp shareurl short_name tbsocialpopkey sp_tk') },
  { host: site('yahoo.com'), remove: names('soc_src soc_trk guccounter .tsrc fr fr2 ncid bcmt') },
  { host: site('steampowered.com'), remove: names('snr curator_clanid') },
  { host: site('vk.com'), remove: names('ref_domain') },
  { host: site('spiegel.de'), remove: names('sara_ecid sara_ref b') },
]; // prettier-ignore
