import type { UserConfigExport } from '@tarojs/cli'

export default {
  h5: {
    webpackChain: (chain) => {
      // Sizes are asserted by our own tests; webpack's hint would only hide real warnings.
      chain.performance.hints(false)
      // What several pages use goes into one file: Taro copies it into each page's, and half of the folder was the same again.
      chain.optimization.merge({
        splitChunks: {
          cacheGroups: { shared: { name: 'shared', chunks: 'async', minChunks: 2, priority: 5, enforce: true } },
        },
      })
    },
  },
} satisfies UserConfigExport<'webpack5'>
