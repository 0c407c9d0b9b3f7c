import type { UserConfigExport } from '@tarojs/cli'
import webpack from 'webpack'

export default {
  h5: {
    webpackChain: (chain) => {
      // Sizes are asserted by our own tests; webpack's hint would only hide real warnings.
      chain.performance.hints(false)
      // In WeChat the whole package lies on the phone: here too every page has to open without a network.
      chain.plugin('one-chunk').use(webpack.optimize.LimitChunkCountPlugin, [{ maxChunks: 1 }])
    },
  },
} satisfies UserConfigExport<'webpack5'>
