import { createRequire } from 'node:module';

/** Family name of the shipped fonts, as style sheets and documents must write it. */
export const shippedFontFamily = 'Noto Sans SC';

const resolve = createRequire(import.meta.url).resolve;

/** Files of the shipped fonts: regular and semi-bold. Pictures look the same on every machine, with or without fonts of its own. */
export const shippedFontFiles: readonly string[] = [
  resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  resolve('@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'),
];
