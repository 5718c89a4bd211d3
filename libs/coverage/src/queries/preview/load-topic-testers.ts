import { createTopicTest, loadTextResources, type TextResources } from '@timbre/analysis';
import type { TopicTesters } from './topic-tester.port.js';

/** Testers on the shipped analysis; its dictionaries are loaded when the first person previews a topic. */
export function loadTopicTesters(): TopicTesters {
  let resources: TextResources | undefined;
  return {
    testerFor: (query, catalogue) => {
      resources ??= loadTextResources();
      const test = createTopicTest(query, catalogue, resources);
      return (text, title) => test(text, title);
    },
  };
}
