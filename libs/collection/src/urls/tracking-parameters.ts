/**
 * Query parameters that say how a reader came, not what is read. Lower case; compared without regard to case.
 * Put together for this project from the documentation and the links of the services named in the comments.
 */
export const TRACKING_NAMES: ReadonlySet<string> = new Set(
  `
  utm mtm gclid gclsrc gbraid wbraid gad gad_source gad_campaignid dclid srsltid _ga _gl _gac gs_l gs_lcp usqp
  fbclid fb_action_ids fb_action_types fb_source fb_ref fb_comment_id mibextid action_object_map action_type_map action_ref_map
  igshid igsh twclid __twitter_impression ref_src ref_url ttclid tt_from li_fat_id trk trkinfo epik sccid rdt_cid
  msclkid yclid ymclid ysclid _openstat mkt_tok mc_eid mc_cid mc_tc hsctatracking _hsenc _hsmi __hsfp __hssc __hstc
  ml_subscriber ml_subscriber_hash oly_anon_id oly_enc_id vero_conv vero_id rb_clickid wickedid s_cid s_kwcid ef_id
  cmpid cmp ncid icid ocid wtrid wtmc wt_mc wtzmc wt_zmc xtor echobox spm scm pvid tracking_source ceneo_spo os_ehash __s
  itm_campaign itm_medium itm_source itm_content hmb_campaign hmb_medium hmb_source dicbo bxid cndid esrc mbid
  nr_email_referer guccounter guce_referrer guce_referrer_sig soc_src soc_trk taid _bhlid ck_subscriber_id _ke _kx
  sref smid smtyp wprov wpisrc intlink_from_url ns_campaign ns_mchannel ns_source ns_linkname ns_fee partnerid_tracking
  hmsr hmpl hmcu hmkw hmci bd_vid gdt_vid qz_gdt isappinstalled nsukey share_token share_source share_medium share_from share_tag
  share_session_id share_plat share_times share_id unique_k spm_id_from from_spmid vd_source from_source sharer_shareid
  sharer_sharetime shareuid sharetoken referrer referer ref_ originreferrer tblci cx_testid cx_testvariant cx_artpos
  `
    .trim()
    .split(/\s+/),
);

/** Beginnings of parameter names with the same purpose: analytics suites number or name their fields freely. */
export const TRACKING_PREFIXES: readonly string[] = [
  'utm_', 'mtm_', 'pk_', 'piwik_', 'matomo_', 'ga_', 'otm_', 'vn_', 'hsa_', 'at_custom', 'at_campaign', 'at_medium',
  'at_link', 'at_format', 'at_ptr', 'at_bbc_', 'at_creation', 'at_recipient', 'at_send', 'elqtrack', 'sfmc_', 'trk_', '__mk_', 'cm_mmc', 'sc_campaign', 'sc_channel', 'sc_content', 'sc_medium',
]; // prettier-ignore

/** Campaign parameters of one letter before `mc` (webtrekk's and others' "media code"): `mc`, `wmc`, `emc` …. */
export const MEDIA_CODE = /^[a-z]?mc$/;

/** Parameters that are tracking only with one of these values: the door through which a shared link is opened. */
export const TRACKING_VALUES: ReadonlyMap<string, RegExp> = new Map([
  [
    'from',
    /^(?:timeline|singlemessage|groupmessage|rss|feed|feeds|weixin|wechat|weibo|share|newsletter|email|qq|qzone)$/i,
  ],
  ['source', /^(?:rss|feed|newsletter|email|twitter|facebook|linkedin|social|share|weixin|wechat|weibo)$/i],
  ['src', /^(?:rss|feed|newsletter|email|twitter|facebook|linkedin|social|share|hash|typd)$/i],
  ['campaign', /^(?:rss|feed|newsletter|email)$/i],
  ['feature', /^(?:share|shared|youtu\.be|youtube_gdata|emb_title|emb_logo|player_embedded)$/i],
  ['scene', /^\d{1,4}$/],
]);

/** Hosts where `ref` names a branch or a revision, so it stays. */
export const REF_IS_CONTENT =
  /(?:^|\.)(?:github|gitlab|bitbucket|gitee|codeberg|sourcehut|sr)\.[a-z]+$|^(?:git|gitlab|bugtracker)\./;
