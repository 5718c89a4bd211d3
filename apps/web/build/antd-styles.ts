import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { filterComponentRules } from './filter-component-rules.js';

/** Class stems of the antd components in use; a component that looks naked is missing here. */
const components = new Set([
  'alert',
  'app',
  'badge',
  'btn',
  'checkbox',
  'css',
  'divider',
  'drawer',
  'dropdown',
  'empty',
  'form',
  'input',
  'message',
  'modal',
  'notification',
  'pagination',
  'picker',
  'popconfirm',
  'popover',
  'progress',
  'radio',
  'row',
  'col',
  'segmented',
  'select',
  'skeleton',
  'space',
  'spin',
  'switch',
  'table',
  'tabs',
  'tag',
  'tooltip',
  'upload',
  'wave',
  'menu',
  // Motion: without these a modal waits for an animation that never ends.
  'fade',
  'move',
  'motion',
  'slide',
  'zoom',
]);
const ID = 'virtual:antd.css';

/** antd without its run-time styles: the shipped sheet, cut down to the components in use (a ninth of its megabyte). */
export function antdStyles(): Plugin {
  return {
    name: 'timbre:antd-styles',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const sheet = createRequire(import.meta.url).resolve('antd/dist/antd.css');
      return filterComponentRules(readFileSync(sheet, 'utf8'), components);
    },
  };
}
