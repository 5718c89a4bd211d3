import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { antdStyles } from './build/antd-styles.js';

/** Where `npm run dev` finds the API. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), antdStyles()],
  resolve: { conditions: ['@timbre/source', ...defaultClientConditions] },
  server: { host: '127.0.0.1', proxy: { '/api': { target: API, changeOrigin: false } } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // Fonts and pictures stay files: the content security policy allows no data: for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\// },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
            // Schemas are for the few pages that build what they send.
            { name: 'contracts', test: /node_modules\/zod\/|libs\/contracts\// },
            // What most pages share travels in two files instead of a hundred; what few need stays with them, off the first load.
            { name: 'ui', test: /node_modules\//, minShareCount: 20 },
            { name: 'shared', test: /\/(apps\/web\/src|libs)\//, minShareCount: 6 },
          ],
        },
      },
    },
  },
});
