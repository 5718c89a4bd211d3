const CHINESE_DENIAL =
  /不会|不可能|没有可能|绝无可能|无法(?=实现|达到|在|取代|替代|超越|按|如期|完成|落地|做到|真正|复制|胜任)|不太可能|不大可能|难以(?=实现|达到|落地|在|取代|替代|超越|完成|真正|做到)|很难(?=实现|达到|落地|在|取代|替代|超越|完成|真正|做到|出现)|不认为|不相信|看不到|不指望|别指望|休想|绝不|永远不|不打算|不计划|没有计划|没有.{0,6}计划|无意|不准备|未必|没戏|不再?(?=在|于|推|发)|并不会|怀疑|不看好|无望|达不到|做不到|没法|没有证据|没有迹象|缺乏证据|不能(?=实现|达到|在|取代|替代|超越|完成)/gu;
const CHINESE_ALLOWED =
  /不会?排除|不能排除|不会?晚于|不会?迟于|不会超过|不会太久|不会太远|不会太晚|无法排除|毫不怀疑|不再怀疑|无法想象|不能不|难以置信|难以想象|不会早于|不可能早于|无人怀疑|没有怀疑|不怀疑|不会等|不会停|不能忽视|会不会|不用怀疑/gu;

const ENGLISH_DENIAL =
  /\b(?:not|never|unlikely|doubt|doubts|doubted|doubtful|impossible|cannot|no chance|no way|no plans|rules out|ruled out|sceptical|skeptical|neither|nor|far from|too early|no evidence|no sign|little evidence|don['’]t expect)\b|n['’]t\b|\bno (?=[a-z- ]{1,40}(?:until|before|by|in|this|within)\b)/gi;
const ENGLISH_ALLOWED =
  /not (?:only|just|merely|rule|ruling|ruled|inconceivable|impossible|doubt|out of|far|the only|necessarily|long|to mention|so far|sure|if|later|be long|exceed)|n['’]t (?:rule|doubt|exclude|be long|know|surprised|just|only|be surprised|stop|wait|take long)|no doubt|(?:not|n['’]t) be (?:long|surprised|far)|no later|will not stop|not too|nothing|no (?:longer|one|matter|less|more|fewer|earlier|sooner)|(?:not|n['’]t) (?:be )?(?:ruled?|ruling)/gi;

/** Whether the clause says that it will not happen. Double negatives such as 不排除 and "would not rule out" do not deny. */
export function isDenied(clause: string, lang: 'zh' | 'en'): boolean {
  const [denial, allowed] = lang === 'zh' ? [CHINESE_DENIAL, CHINESE_ALLOWED] : [ENGLISH_DENIAL, ENGLISH_ALLOWED];
  return clause.replace(allowed, ' ').search(denial) >= 0;
}
