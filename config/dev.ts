import type { UserConfigExport } from '@tarojs/cli'

/** The port on which `npm run dev` listens for its own reload signal; pages come from the demo's server. */
export const reloadPort = 10086

export default {
  h5: {
    devServer: {
      host: '127.0.0.1',
      port: reloadPort,
      open: false,
      hot: false,
      // The demo's server serves the folder, so that pages and the local cloud are one origin as in the real demo.
      devMiddleware: { writeToDisk: true, stats: 'errors-warnings' },
      client: { webSocketURL: `ws://127.0.0.1:${reloadPort}/ws`, overlay: false },
    },
  },
} satisfies UserConfigExport<'webpack5'>
