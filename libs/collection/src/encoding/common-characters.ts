/** Frequent Han characters of running Chinese and Japanese text, simplified and traditional forms alike. */
const HAN =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
  '们過來這個說時會對發後裡樣經現當動開實軍長機關業將兩間問與體見話產東車員義氣題變總電數報結務場計資統區隊書聽達強難權記類據邊張該規萬覺術領確傳師觀識導爭運還進點無從為應戰頭門種兒給論處幾條爾別邊讓帶雖準備華麗際聯網責編輯記者新聞國際財經體育娛樂科技視頻圖片點擊閱讀評論發布來源專題' +
  '网络责任编辑记者新闻财经体育娱乐技视频图片击阅读评论发布源专题您请登录注册首页客户端版权所有联系我们关于企业公司投资市场银行股票基金价格经济增长政府城市北京上海中国美国香港台湾日本企业环境服务社会生活健康文化教育旅游汽车房产手机游戏音乐电影明星时尚美食天气预报搜索更多返回下载移动微博微信分享收藏' +
  '台灣臺於並將與及為對該請讓謝您嗎呢吧啊哪誰怎麼樣什';

/** Frequent Hangul syllables of running Korean text. */
const HANGUL =
  '이다는을의에가고한지로기하은사를서도시인나자어대리라정과만들아그있해보일전수부안스우제와장게주원조면상중구성무오공내까년미여러모세생방경동소비선신적관유용진것계음치트차연당국할했문분문실위회요으니습된되며려개학교력민';

const COMMON_HAN = new Set(HAN);
const COMMON_HANGUL = new Set(HANGUL);

/** Whether a Han character is among those that make up most of running text; wrongly decoded bytes rarely hit them. */
export const isCommonHan = (character: string): boolean => COMMON_HAN.has(character);

/** Whether a Hangul syllable is among those that make up most of running text. */
export const isCommonHangul = (character: string): boolean => COMMON_HANGUL.has(character);
