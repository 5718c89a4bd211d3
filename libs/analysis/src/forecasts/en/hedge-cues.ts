import type { CueTable } from '../hedge.js';

export const ENGLISH_CUES: CueTable = {
  possible: [
    'could', 'may', 'might', 'possibly', 'perhaps', 'maybe', "wouldn't rule out", 'would not rule out', 'not rule out',
    "can't rule out", 'cannot rule out', 'not ruling out', 'not ruled out', "doesn't rule out", "didn't rule out", 'as soon as',
    'as early as', 'at the earliest', 'conceivably', 'conceivable', 'imaginable', 'potentially', 'possible', 'possibility', 'not impossible', 'feasible',
    'plausible', 'plausibly', 'not inconceivable', 'even chance', 'coin flip', 'good chance', 'some chance', 'a chance', 'chance that',
    "can't exclude", 'not out of the question', 'as little as',
  ],
  likely: [
    'expect', 'expects', 'expected', 'expecting', 'expectation', 'likely', 'probably', 'probable', 'should', 'forecast', 'forecasts',
    'forecasting', 'forecasted', 'predict', 'predicts', 'predicted', 'predicting', 'prediction', 'plan', 'plans', 'planned',
    'planning', 'aim', 'aims', 'aimed', 'aiming', 'target', 'targets', 'targeted', 'targeting', 'on track', 'believe', 'believes',
    'believed', 'think', 'thinks', 'reckon', 'reckons', 'reckoned', 'estimate', 'estimates', 'estimated', 'anticipate',
    'anticipates', 'anticipated', 'hope', 'hopes', 'hoped', 'hoping', 'project', 'projects', 'projected', 'intend', 'intends',
    'intended', 'set to', 'slated', 'scheduled', 'poised', 'bet', 'bets', 'betting', 'goal', 'guess', 'guesses', 'foresee',
    'foresees', 'foresaw', 'seems', 'seem', 'envision', 'envisions', 'envisages', 'on course', 'unlikely', 'doubt', 'doubts',
    'doubted', 'doubtful', 'confident', 'due', 'looks set', 'most likely', 'very likely', 'in all likelihood', 'suspect',
    'suspects', 'suspected', 'optimistic', 'very possibly', 'quite possible', 'very possible', 'more likely than not', 'puts',
    'ought', 'thought', 'seeking', 'seeks', 'eyes', 'eyeing', 'sees', 'wants', 'tipped', 'rumoured', 'rumored', 'quite likely',
  ],
  certain: [
    'will', 'would', "won't", "wouldn't", "'ll", 'definitely', 'insist', 'insists', 'insisted', 'never', 'certain', 'certainly', 'guarantee',
    'guaranteed', 'guarantees', 'inevitable', 'inevitably', 'undoubtedly', 'surely', 'no doubt', 'without doubt', 'without a doubt',
    'shall', 'going to', 'bound to', 'cannot', "can't", 'impossible', 'absolutely', 'sure', 'no chance', 'no way', 'swears',
    'for sure', 'has been delayed', 'has been pushed back', 'has been postponed', 'has postponed', 'has delayed', 'has pushed back', 'have delayed', 'have postponed', 'has slipped', 'has been moved', 'been delayed', 'certainty',
  ],
  none: [
    'plan b', 'willing', 'a project', 'the project', 'as planned', 'as expected', 'than expected', 'than planned', 'due to',
    'the plan', 'may day', 'free will', 'goodwill', 'at will', 'originally planned', 'previously planned', 'originally scheduled', 'originally expected', 'previously expected', 'had expected', 'had planned', 'initially planned',
    'can not only', 'we think tank', 'think tank', 'think tanks', 'target audience', 'not sure', "i'm not sure", 'best bet', 'sure enough',
    'target market', 'projects that', 'research projects', 'should be noted', 'as possible',
  ],
}; // prettier-ignore
