import type { OnDemand } from '../support/on-demand'

/** WeChat's own compiler, taken out of its DevTools. */
export const miniprogramCi: OnDemand = {
  package: 'miniprogram-ci',
  version: '2.1.42',
  size: '290 MB',
  purpose: '微信官方的编译器',
}
