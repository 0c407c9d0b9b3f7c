import type { UserConfigExport } from '@tarojs/cli'

export default {
  h5: {
    // Sizes are asserted by our own tests; webpack's hint would only hide real warnings.
    webpackChain: (chain) => {
      chain.performance.hints(false)
    },
  },
} satisfies UserConfigExport<'webpack5'>
